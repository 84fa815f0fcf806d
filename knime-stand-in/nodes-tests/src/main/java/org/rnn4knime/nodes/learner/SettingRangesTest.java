package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.rnn4knime.nodes.testing.FlowVariable;

/** Refuses numbers out of their range and choices that there are not, whoever sets them; the message names the setting. */
class SettingRangesTest {

    private static final double MILLION = 1e6;

    /** The smallest and the largest number of each setting. */
    private static final Map<String, double[]> RANGES = new LinkedHashMap<>();

    static {
        range("data/featuresPerStep", 1, 10_000);
        range("sequences/sequenceLength", 1, 10_000);
        range("sequences/stride", 1, 10_000);
        range("sequences/maximumLength", 1, MILLION);
        range("sequences/horizon", 1, 1000);
        range("sequences/targetTransform/season", 2, 10_000);
        range("sequences/maximumVocabulary", 1, MILLION);
        range("sequences/minimumCount", 1, Integer.MAX_VALUE);
        range("network/hiddenUnits", 1, 4096);
        range("network/numLayers", 1, 16);
        range("network/dropout", 0, 0.99);
        range("network/filters", 1, 4096);
        range("network/kernelSize", 1, 1000);
        range("network/poolingSize", 1, 1000);
        range("network/embeddingSize", 1, 4096);
        range("network/embedAbove", 0, 10_000);
        range("training/epochs", 1, MILLION);
        range("training/batchSize", 1, MILLION);
        range("training/weightDecay", 0, 1);
        range("training/momentum", 0, 0.999);
        range("training/learningRate", Double.MIN_VALUE, 10);
        range("training/learningRateSchedule/scheduleFactor", Double.MIN_VALUE, 1);
        range("training/learningRateSchedule/stepEpochs", 1, MILLION);
        range("training/learningRateSchedule/warmupEpochs", 0, MILLION);
        range("training/learningRateSchedule/plateauPatience", 1, MILLION);
        range("training/numNetworks", 1, 100);
        range("training/threads", 1, 1024);
        range("gradients/clippingThreshold", Double.MIN_VALUE, MILLION);
        range("gradients/tbpttLength", 1, MILLION);
        range("validation/validationFraction", 0, 0.9);
        range("validation/patience", 1, MILLION);
        range("validation/minDelta", 0, MILLION);
        range("validation/maxMinutes", Double.MIN_VALUE, 5_256_000);
    }

    private static void range(final String path, final double least, final double most) {
        RANGES.put(path, new double[] {least, most});
    }

    @Test
    void knowsTheRangeOfEveryNumber() {
        final var numbers = new TreeSet<String>();
        for (final var path : FlowVariable.paths(new RnnLearnerNodeParameters())) {
            final var isFilter = path.startsWith("data/") && path.endsWith("Filter") || path.contains("Columns/");
            if (!isFilter && !path.endsWith("_is_present") && isNumber(field(path)) && !path.endsWith("/seed")) {
                numbers.add(path);
            }
        }
        assertEquals(numbers, new TreeSet<>(RANGES.keySet()));
    }

    static Stream<Arguments> numbersInside() {
        return RANGES.entrySet().stream().flatMap(range -> Arrays.stream(range.getValue())
                .mapToObj(number -> Arguments.of(range.getKey(), number)));
    }

    static Stream<Arguments> numbersOutside() {
        return RANGES.keySet().stream().flatMap(path -> {
            final var least = RANGES.get(path)[0];
            final var most = RANGES.get(path)[1];
            if (isWhole(path)) {
                return Stream.of(least - 1, most + 1, (double) Integer.MIN_VALUE)
                        // Beyond it there is no whole number.
                        .filter(number -> number <= Integer.MAX_VALUE)
                        .map(number -> Arguments.of(path, number));
            }
            return Stream.of(
                            least == Double.MIN_VALUE ? 0.0 : Math.nextDown(least),
                            Math.nextUp(most),
                            -1.0,
                            Double.NaN,
                            Double.POSITIVE_INFINITY)
                    .map(number -> Arguments.of(path, number));
        });
    }

    @ParameterizedTest
    @MethodSource("numbersInside")
    void takesTheSmallestAndTheLargestNumber(final String path, final double number) throws InvalidSettingsException {
        load(path, number);
    }

    @ParameterizedTest
    @MethodSource("numbersOutside")
    void refusesANumberOutOfRangeByItsTitle(final String path, final double number) {
        final var refusal = assertThrows(InvalidSettingsException.class, () -> load(path, number));

        final var title = field(path).getAnnotation(Widget.class).title();
        final var named = refusal.getMessage().replaceAll(" must be (from|above) .*", "");
        assertEquals(title.replace(" (minutes)", ""), named, refusal::getMessage);
    }

    static Set<String> choices() {
        final var choices = new TreeSet<String>();
        FlowVariable.paths(new RnnLearnerNodeParameters()).stream()
                .filter(path -> !path.contains("Columns/") && !path.endsWith("_is_present"))
                .filter(path -> field(path).getType().isEnum())
                .forEach(choices::add);
        return choices;
    }

    @ParameterizedTest
    @MethodSource("choices")
    void refusesAChoiceThatThereIsNot(final String path) {
        for (final var choice : new String[] {"", "none of them", null}) {
            final var refusal = assertThrows(
                    InvalidSettingsException.class,
                    () -> FlowVariable.load(new RnnLearnerNodeParameters(), FlowVariable.list(path, choice)));
            assertTrue(refusal.getMessage().contains(path.substring(path.lastIndexOf('/') + 1)), refusal::getMessage);
        }
    }

    private static void load(final String path, final double number) throws InvalidSettingsException {
        final var variables = FlowVariable.list(path, isWhole(path) ? (Object) (int) number : (Object) number);
        if (FlowVariable.paths(new RnnLearnerNodeParameters()).contains(path + "_is_present")) {
            variables.add(new FlowVariable(path + "_is_present", true));
        }
        // A convolution is checked only if there is one.
        variables.add(new FlowVariable("network/convolution", true));
        FlowVariable.load(new RnnLearnerNodeParameters(), variables);
    }

    private static boolean isWhole(final String path) {
        return field(path).getGenericType().toString().matches("int|.*<java.lang.Integer>");
    }

    private static boolean isNumber(final Field field) {
        return isWholeOrNot(field.getGenericType().toString());
    }

    private static boolean isWholeOrNot(final String type) {
        return type.matches("int|long|double|.*<java.lang.(Integer|Double)>");
    }

    /** Returns the field of a setting, found by its keys. */
    private static Field field(final String path) {
        Class<?> group = RnnLearnerNodeParameters.class;
        Field field = null;
        for (final var key : path.split("/")) {
            try {
                field = group.getDeclaredField("m_" + key);
            } catch (final NoSuchFieldException e) {
                throw new AssertionError(path, e);
            }
            group = NodeParameters.class.isAssignableFrom(field.getType()) ? field.getType() : group;
        }
        return field;
    }
}
