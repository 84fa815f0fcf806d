package org.knime.base.node.mine.scorer.numeric2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.NodeSettings;
import org.rnn4knime.standin.nodes.NodeHarness;

class NumericScorerNodeTest {

    private static final Path NO_FILES = Path.of("unused");

    private final NodeHarness node = new NodeHarness(new NumericScorer2NodeFactory());

    private final NodeSettings model = new NodeSettings("model");

    @BeforeEach
    void asKnimeSavesANewNode() {
        model.addNodeSettings("reference").addString("columnName", "truth");
        model.addNodeSettings("predicted").addString("columnName", "forecast");
        model.addBoolean("override default output name", false);
        model.addString("output column", "");
        model.addBoolean("generate flow variables", false);
        model.addInt("number_of_predictors", 0);
    }

    @Test
    void scoresIntoAColumnNamedAfterThePrediction() throws Exception {
        final var table = NodeHarness.table(
                new String[] {"truth", "forecast"},
                new DataCell[] {new IntCell(1), new DoubleCell(2)},
                new DataCell[] {new IntCell(5), new DoubleCell(2)});
        assertTrue(node.run(model, NO_FILES, table), node.message());
        assertArrayEquals(
                new String[] {"forecast"}, node.table(1).getDataTableSpec().getColumnNames());
        assertEquals("2.0", NodeHarness.column(node.table(1), "forecast")[1]);
        assertEquals("", node.message());
    }

    @Test
    void skipsRowsWithoutTruthAndSaysSo() throws Exception {
        final var table = NodeHarness.table(
                new String[] {"truth", "forecast"},
                new DataCell[] {new IntCell(1), new DoubleCell(2)},
                new DataCell[] {DataType.getMissingCell(), new DoubleCell(9)});
        assertTrue(node.run(model, NO_FILES, table), node.message());
        assertEquals("1.0", NodeHarness.column(node.table(1), "forecast")[1]);
        assertTrue(node.message().startsWith("1 rows were skipped"), node.message());
    }

    @Test
    void refusesAMissingPredictionAndATextColumn() throws Exception {
        final var missing = NodeHarness.table(
                new String[] {"truth", "forecast"},
                new DataCell[] {new IntCell(1), new DoubleCell(2)},
                new DataCell[] {new IntCell(1), DataType.getMissingCell()});
        assertFalse(node.run(model, NO_FILES, missing));
        assertTrue(node.message().startsWith("The prediction is missing in row 'Row1'"), node.message());
        final var text = NodeHarness.table(
                new String[] {"truth", "forecast"}, new DataCell[] {new StringCell("1"), new DoubleCell(2)});
        assertFalse(node.run(model, NO_FILES, text));
        assertTrue(node.message().startsWith("The column 'truth' cannot be the reference column"), node.message());
    }
}
