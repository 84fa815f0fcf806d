package org.rnn4knime.nodes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.standin.parameters.ParametersDialog;
import org.rnn4knime.standin.parameters.ParametersInput;
import org.rnn4knime.standin.parameters.ParametersPersistence;

/** Walks through the settings of every node: what KNIME finds out only when a user opens the dialog. */
class DialogTest {

    private static final String LEARNER = "org.rnn4knime.nodes.learner.RnnLearnerNodeParameters";

    private static final String PREDICTOR = "org.rnn4knime.nodes.predictor.RnnPredictorNodeParameters";

    private static final String FORECASTER = "org.rnn4knime.nodes.forecaster.RnnForecasterNodeParameters";

    private static final String GENERATOR = "org.rnn4knime.nodes.generator.RnnSequenceGeneratorNodeParameters";

    private static final NodeParametersInput NO_TABLE =
            new ParametersInput(new PortType[0], new PortType[0], new PortObjectSpec[0]);

    @ParameterizedTest
    @ValueSource(strings = {LEARNER, PREDICTOR, FORECASTER, GENERATOR})
    void givesEachWidgetATitleAndADescription(final String parameters) throws ReflectiveOperationException {
        final var widgets = annotations(parameters, Widget.class);

        assertFalse(widgets.isEmpty());
        assertAll(widgets.stream().map(widget -> () -> {
            assertFalse(widget.title().isBlank());
            assertTrue(widget.description().strip().endsWith("."), widget.title());
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {LEARNER, PREDICTOR, FORECASTER, GENERATOR})
    void putsEachGroupIntoASectionWithATitle(final String parameters) throws ReflectiveOperationException {
        for (final var field : fields(Class.forName(parameters))) {
            final var layout = field.getAnnotation(Layout.class);
            assertNotNull(layout, field::toString);
            final var section = layout.value().getAnnotation(Section.class);
            assertNotNull(section, field::toString);
            assertFalse(section.title().isBlank());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LEARNER, PREDICTOR, FORECASTER, GENERATOR})
    void namesOnlyProvidersThatKnimeCanMake(final String parameters) throws ReflectiveOperationException {
        final var providers = new ArrayList<Class<?>>();
        annotations(parameters, ChoicesProvider.class).forEach(choices -> providers.add(choices.value()));
        annotations(parameters, ColumnFilterWidget.class).forEach(columns -> providers.add(columns.choicesProvider()));
        annotations(parameters, OptionalWidget.class).forEach(option -> providers.add(option.defaultProvider()));
        annotations(parameters, NumberInputWidget.class).forEach(number -> {
            providers.add(number.minValidation());
            providers.add(number.maxValidation());
        });
        annotations(parameters, Effect.class).forEach(effect -> providers.add(effect.predicate()));

        assertFalse(providers.isEmpty());
        for (final var provider : providers) {
            assertDoesNotThrow(() -> provider.getDeclaredConstructor(), provider::getName);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LEARNER, PREDICTOR, FORECASTER, GENERATOR})
    void hasEverySettingThatAnEffectLooksAt(final String parameters) throws ReflectiveOperationException {
        final var dialog = new ParametersDialog(defaults(parameters), NO_TABLE);

        assertAll(annotations(parameters, Effect.class).stream()
                .map(effect -> () -> assertDoesNotThrow(() -> dialog.holds(effect.predicate()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {LEARNER, PREDICTOR, FORECASTER, GENERATOR})
    void labelsEveryChoice(final String parameters) throws ReflectiveOperationException {
        final var checks = new ArrayList<Executable>();
        for (final var field : allFields(Class.forName(parameters))) {
            if (field.isAnnotationPresent(Widget.class) && field.getType().isEnum()) {
                Arrays.stream(field.getType().getFields())
                        .filter(Field::isEnumConstant)
                        .forEach(constant -> checks.add(() -> assertFalse(
                                constant.getAnnotation(Label.class).value().isBlank())));
            }
        }
        assertAll(checks);
    }

    @ParameterizedTest
    @ValueSource(strings = {LEARNER, PREDICTOR, FORECASTER, GENERATOR})
    void showsEveryOptionalSettingAsOne(final String parameters) throws ReflectiveOperationException {
        for (final var field : allFields(Class.forName(parameters))) {
            assertEquals(
                    field.getType() == Optional.class,
                    field.isAnnotationPresent(OptionalWidget.class),
                    field::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LEARNER, PREDICTOR, FORECASTER, GENERATOR})
    void savesWhatItLoaded(final String parameters) throws ReflectiveOperationException, InvalidSettingsException {
        final var defaults = defaults(parameters);
        final var saved = new NodeSettings("model");
        ParametersPersistence.save(defaults, saved);

        final var loaded = ParametersPersistence.load(defaults.getClass(), saved);

        final var again = new NodeSettings("model");
        ParametersPersistence.save(loaded, again);
        assertEquals(saved, again);
        assertDoesNotThrow(loaded::validate);
    }

    @ParameterizedTest
    @ValueSource(strings = {LEARNER, PREDICTOR, FORECASTER, GENERATOR})
    void namesASettingThatIsNullByItsTitle(final String parameters) throws ReflectiveOperationException {
        for (final var field : allFields(Class.forName(parameters))) {
            if (!field.getType().isPrimitive() && field.getType() != ColumnFilter.class) {
                final var settings = defaults(parameters);
                field.setAccessible(true);
                field.set(owner(settings, field), null);

                final var refusal = assertThrows(InvalidSettingsException.class, settings::validate, field::toString);

                final var title = field.getAnnotation(Widget.class).title();
                assertTrue(refusal.getMessage().contains("\"" + title + "\" is null"), refusal::getMessage);
            }
        }
    }

    /** Returns the group that has a field, among a group and those in it. */
    private static Object owner(final NodeParameters group, final Field field) throws ReflectiveOperationException {
        if (field.getDeclaringClass() == group.getClass()) {
            return group;
        }
        for (final var nested : fields(group.getClass())) {
            nested.setAccessible(true);
            if (nested.get(group) instanceof NodeParameters parameters && owner(parameters, field) != null) {
                return owner(parameters, field);
            }
        }
        return null;
    }

    @ParameterizedTest
    @ValueSource(strings = {LEARNER, FORECASTER, GENERATOR})
    void tellsTheNumbersThatAreTheDefaults(final String parameters) throws ReflectiveOperationException {
        assertAll(numbers(defaults(parameters)).entrySet().stream().map(number -> () -> {
            final var description = number.getKey().description().strip();
            assertTrue(description.endsWith("Default: " + number.getValue() + "."), description);
        }));
    }

    /** Returns the numbers among the settings of a group and of the groups in it, as a user would write them. */
    private static Map<Widget, String> numbers(final NodeParameters group) throws ReflectiveOperationException {
        final var numbers = new HashMap<Widget, String>();
        for (final var field : fields(group.getClass())) {
            field.setAccessible(true);
            if (field.get(group) instanceof NodeParameters nested) {
                numbers.putAll(numbers(nested));
            } else if (field.get(group) instanceof Number number) {
                numbers.put(field.getAnnotation(Widget.class), NumberColumn.text(number.doubleValue()));
            }
        }
        return numbers;
    }

    private static NodeParameters defaults(final String parameters) throws ReflectiveOperationException {
        final var constructor =
                Class.forName(parameters).asSubclass(NodeParameters.class).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static <A extends Annotation> List<A> annotations(final String parameters, final Class<A> type)
            throws ClassNotFoundException {
        return allFields(Class.forName(parameters)).stream()
                .filter(field -> field.isAnnotationPresent(type))
                .map(field -> field.getAnnotation(type))
                .toList();
    }

    /** Returns the settings of a class and of the groups in it. */
    private static List<Field> allFields(final Class<?> parameters) {
        return fields(parameters).stream()
                .flatMap(field -> NodeParameters.class.isAssignableFrom(field.getType())
                        ? allFields(field.getType()).stream()
                        : Stream.of(field))
                .toList();
    }

    private static List<Field> fields(final Class<?> parameters) {
        return Arrays.stream(parameters.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !Modifier.isPrivate(field.getModifiers()))
                .toList();
    }
}
