package org.rnn4knime.nodes.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.rnn4knime.nodes.generator.BeginningParameters.TextColumns;
import org.rnn4knime.nodes.generator.BeginningParameters.WithTable;
import org.rnn4knime.nodes.generator.BeginningParameters.WithoutTable;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.testing.TestTable;
import org.rnn4knime.nodes.testing.TextModel;
import org.rnn4knime.standin.parameters.ParametersDialog;
import org.rnn4knime.standin.parameters.ParametersInput;

class BeginningParametersTest {

    private static PortObjectSpec model;

    @BeforeAll
    static void train() {
        model = TextModel.of("ab").getSpec();
    }

    @Test
    void showsTheColumnOnlyWithATableAndTheNumberOfTextsOnlyWithoutOne() {
        final var with = new ParametersDialog(new BeginningParameters(), withTable(null));
        final var without = new ParametersDialog(new BeginningParameters(), withoutTable());

        assertTrue(with.holds(WithTable.class));
        assertFalse(with.holds(WithoutTable.class));
        assertFalse(without.holds(WithTable.class));
        assertTrue(without.holds(WithoutTable.class));
    }

    @Test
    void offersTheColumnsOfText() {
        final var table = TestTable.column("number", IntCell.TYPE)
                .and("b", StringCell.TYPE)
                .and("a", StringCell.TYPE)
                .spec();

        assertEquals(List.of("b", "a"), names(withTable(table)));
        assertEquals(List.of(), names(withTable(null)));
        assertEquals(List.of(), names(withoutTable()));
    }

    @Test
    void choosesTheModelsTextColumnOnceItKnowsTheTable() {
        final var table = TestTable.column("b", StringCell.TYPE).and("text", StringCell.TYPE);

        assertEquals("text", new BeginningParameters(withTable(table.spec())).m_textColumn);
        assertEquals("", new BeginningParameters(withTable(null)).m_textColumn);
        assertEquals("", new BeginningParameters(withoutTable()).m_textColumn);
        assertEquals(
                "",
                new BeginningParameters(new ParametersInput(
                                new PortType[] {RnnModelPortObject.TYPE}, new PortType[0], new PortObjectSpec[] {null}))
                        .m_textColumn);
    }

    @Test
    void refusesNull() {
        final var beginnings = new BeginningParameters();
        beginnings.m_textColumn = null;
        final var topK = new OutputParameters();
        topK.m_topK = null;
        final var stop = new OutputParameters();
        stop.m_stopSymbol = null;

        assertTrue(refusal(beginnings::validate).contains("\"Column with the beginnings\" is null"));
        assertTrue(refusal(topK::validate).contains("\"Top k\" is null"));
        assertTrue(refusal(stop::validate).contains("\"Stop symbol\" is null"));
    }

    private static String refusal(final Executable validation) {
        return assertThrows(InvalidSettingsException.class, validation).getMessage();
    }

    private static List<String> names(final ParametersInput input) {
        return new TextColumns()
                .columnChoices(input).stream().map(DataColumnSpec::getName).toList();
    }

    /** The table's columns are null where nothing is connected, as KNIME has it. */
    private static ParametersInput withTable(final PortObjectSpec table) {
        return new ParametersInput(
                new PortType[] {RnnModelPortObject.TYPE, BufferedDataTable.TYPE},
                new PortType[] {BufferedDataTable.TYPE},
                new PortObjectSpec[] {model, table});
    }

    private static ParametersInput withoutTable() {
        return new ParametersInput(
                new PortType[] {RnnModelPortObject.TYPE},
                new PortType[] {BufferedDataTable.TYPE},
                new PortObjectSpec[] {model});
    }
}
