package org.knime.base.node.preproc.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.rnn4knime.standin.nodes.NodeHarness;

class PartitionNodeTest {

    private static final Path NO_FILES = Path.of("unused");

    private final NodeHarness node = new NodeHarness(new PartitionNodeFactory());

    private final NodeSettings model = new NodeSettings("model");

    @BeforeEach
    void asKnimeSavesANewNode() {
        model.addString("partitioningMode", "ABSOLUTE");
        model.addDouble("percentage", 70);
        model.addLong("rowCount", 3);
        model.addString("mode", "FIRST_ROWS");
        model.addString("class_column", "");
        model.addLong("seed", 7);
        model.addBoolean("seed_is_present", true);
        model.addString("actionEmpty", "FAIL");
    }

    private static BufferedDataTable rows(final int count) {
        final var rows = new DataCell[count][];
        for (var row = 0; row < count; row++) {
            rows[row] = new DataCell[] {new IntCell(row)};
        }
        return NodeHarness.table(new String[] {"x"}, rows);
    }

    @Test
    void putsTheFirstRowsInTheFirstTable() throws Exception {
        assertTrue(node.run(model, NO_FILES, rows(5)), node.message());
        assertArrayEquals(new String[] {"0", "1", "2"}, NodeHarness.column(node.table(1), "x"));
        assertArrayEquals(new String[] {"3", "4"}, NodeHarness.column(node.table(2), "x"));
    }

    @Test
    void putsAllRowsInTheFirstTableIfThereAreFewer() throws Exception {
        assertTrue(node.run(model, NO_FILES, rows(2)), node.message());
        assertEquals(2, node.table(1).size());
        assertEquals(0, node.table(2).size());
    }

    @Test
    void takesAShareOfTheRows() throws Exception {
        model.addString("partitioningMode", "RELATIVE");
        model.addDouble("percentage", 29);
        assertTrue(node.run(model, NO_FILES, rows(100)), node.message());
        assertEquals(29, node.table(1).size());
    }

    @Test
    void splitsTheSameWayEachTime() throws Exception {
        model.addString("mode", "RANDOM");
        assertTrue(node.run(model, NO_FILES, rows(50)), node.message());
        final var first = NodeHarness.column(node.table(1), "x");
        assertTrue(node.run(model, NO_FILES, rows(50)), node.message());
        assertArrayEquals(first, NodeHarness.column(node.table(1), "x"));
    }

    @Test
    void namesTheGroupColumnThatIsNotThere() throws Exception {
        model.addString("mode", "STRATIFIED");
        model.addString("class_column", "nope");
        assertFalse(node.run(model, NO_FILES, rows(5)));
        assertEquals("There is no column 'nope' to be the group column. The table has: x.", node.message());
    }

    @Test
    void refusesUnknownWordsAndSizesOutOfRange() {
        model.addString("mode", "SOMEHOW");
        assertThrows(InvalidSettingsException.class, () -> node.run(model, NO_FILES, rows(5)));
        model.addString("mode", "RANDOM");
        model.addDouble("percentage", 101);
        assertThrows(InvalidSettingsException.class, () -> node.run(model, NO_FILES, rows(5)));
    }
}
