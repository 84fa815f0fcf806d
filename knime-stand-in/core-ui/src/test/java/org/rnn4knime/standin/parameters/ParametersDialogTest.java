package org.rnn4knime.standin.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.EnumChoice;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

final class ParametersDialogTest {

    private static final DataTableSpec SPEC = new DataTableSpec(
            new DataColumnSpecCreator("Month", StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Passengers", DoubleCell.TYPE).createSpec());

    enum Kind {
        @Label("Long short-term memory")
        LSTM,
        GRU
    }

    static final class KindReference implements ParameterReference<Kind> {}

    static final class UnusedReference implements ParameterReference<String> {}

    static final class IsSeeded implements BooleanReference {}

    static final class Nested implements NodeParameters {
        @ValueReference(KindReference.class)
        Kind m_kind = Kind.GRU;
    }

    static final class Parameters implements NodeParameters {
        Nested m_nested = new Nested();

        @ValueReference(IsSeeded.class)
        boolean m_seeded = true;
    }

    static final class IsGruAndSeeded implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(KindReference.class).isOneOf(Kind.GRU).and(i.getPredicate(IsSeeded.class));
        }
    }

    static final class HasNoTable implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return not(i.getConstant(input -> input.getInTableSpec(0).isPresent()));
        }
    }

    static final class AsksForAnUnusedReference implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getString(UnusedReference.class).isEqualTo("");
        }
    }

    static final class NumberColumns extends DoubleColumnsProvider {}

    static final class Describe implements StateProvider<String> {

        private Supplier<Kind> m_kind;

        @Override
        public void init(final StateProviderInitializer initializer) {
            m_kind = initializer.computeFromValueSupplier(KindReference.class);
        }

        @Override
        public String computeState(final NodeParametersInput input) {
            return m_kind.get() + " on " + input.getInTableSpec(0).orElseThrow().getNumColumns() + " columns";
        }
    }

    static final class Warn implements TextMessage.SimpleTextMessageProvider {
        @Override
        public boolean showMessage(final NodeParametersInput input) {
            return input.getInTableSpec(0).isEmpty();
        }

        @Override
        public String title() {
            return "No table";
        }

        @Override
        public String description() {
            return "Connect a table.";
        }

        @Override
        public MessageType type() {
            return MessageType.WARNING;
        }
    }

    private static ParametersDialog dialog(final Parameters parameters, final DataTableSpec spec) {
        return new ParametersDialog(
                parameters, new ParametersInput(new PortType[0], new PortType[0], new PortObjectSpec[] {spec}));
    }

    @Test
    void decidesPredicatesByTheValuesOfTheFields() {
        final var parameters = new Parameters();
        assertTrue(dialog(parameters, SPEC).holds(IsGruAndSeeded.class));
        parameters.m_seeded = false;
        assertFalse(dialog(parameters, SPEC).holds(IsGruAndSeeded.class));
        parameters.m_seeded = true;
        parameters.m_nested.m_kind = Kind.LSTM;
        assertFalse(dialog(parameters, SPEC).holds(IsGruAndSeeded.class));
    }

    @Test
    void decidesPredicatesByTheInput() {
        assertFalse(dialog(new Parameters(), SPEC).holds(HasNoTable.class));
        assertTrue(dialog(new Parameters(), null).holds(HasNoTable.class));
    }

    @Test
    void refusesAReferenceThatNoFieldHas() {
        assertThrows(IllegalArgumentException.class, () -> dialog(new Parameters(), SPEC)
                .holds(AsksForAnUnusedReference.class));
    }

    @Test
    void offersTheColumnsThatFit() throws Exception {
        final var choices = new NumberColumns()
                .computeState(new ParametersInput(new PortType[0], new PortType[0], new PortObjectSpec[] {SPEC}));
        assertEquals(
                List.of("Passengers"),
                choices.stream().map(choice -> choice.id()).toList());
    }

    @Test
    void offersNoColumnsOfAnUnknownTable() {
        final var input = new ParametersInput(new PortType[0], new PortType[0], new PortObjectSpec[] {null});
        assertEquals(List.of(), new NumberColumns().computeState(input));
    }

    @Test
    void computesAStateFromValuesAndInput() throws Exception {
        assertEquals("GRU on 2 columns", dialog(new Parameters(), SPEC).state(Describe.class));
    }

    @Test
    void showsAMessageOnlyWhereItIsDue() throws Exception {
        assertEquals(Optional.empty(), dialog(new Parameters(), SPEC).state(Warn.class));
        assertEquals(
                Optional.of(new Message("No table", "Connect a table.", MessageType.WARNING)),
                dialog(new Parameters(), null).state(Warn.class));
    }

    @Test
    void showsConstantsUnderTheirLabels() {
        assertEquals(
                "Long short-term memory", EnumChoice.fromEnumConst(Kind.LSTM).text());
        assertEquals("GRU", EnumChoice.fromEnumConst(Kind.GRU).text());
    }

    static final class BelowOne extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }

        @Override
        public boolean isExclusive() {
            return true;
        }
    }

    @Test
    void boundsOfNumbersAreReal() {
        assertEquals(1, new IsPositiveIntegerValidation().getMin());
        assertFalse(new IsPositiveIntegerValidation().isExclusive());
        assertEquals(0, new IsPositiveDoubleValidation().getMin());
        assertTrue(new IsPositiveDoubleValidation().isExclusive());
        assertEquals("The value must be greater than 0.", new IsPositiveDoubleValidation().getErrorMessage());
        assertEquals("The value must be less than 1.", new BelowOne().getErrorMessage());
    }
}
