package org.knime.base.node.mine.scorer.accuracy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.NodeSettings;
import org.rnn4knime.standin.nodes.NodeHarness;

class ScorerNodeTest {

    private static final Path NO_FILES = Path.of("unused");

    private final NodeHarness node = new NodeHarness(new AccuracyScorer2NodeFactory());

    private final NodeSettings model = new NodeSettings("model");

    @BeforeEach
    void asKnimeSavesANewNode() {
        model.addInt("sortingStrategy", 0);
        model.addBoolean("sortingReversed", false);
        model.addBoolean("ignore.missing.values", true);
        model.addString("first", "truth");
        model.addString("second", "guess");
    }

    private static DataCell[] row(final String truth, final DataCell guess) {
        return new DataCell[] {new StringCell(truth), guess};
    }

    @Test
    void givesStatisticsOfEachClassAndOfAll() throws Exception {
        final var table = NodeHarness.table(
                new String[] {"truth", "guess"},
                row("a", new StringCell("a")),
                row("a", new StringCell("b")),
                row("b", new StringCell("b")),
                row("b", DataType.getMissingCell()));
        assertTrue(node.run(model, NO_FILES, table), node.message());
        assertArrayEquals(new String[] {"1", "0"}, NodeHarness.column(node.table(1), "a"));
        assertArrayEquals(new String[] {"0.5", "1.0", "?"}, NodeHarness.column(node.table(2), "Recall"));
        assertArrayEquals(
                new String[] {"?", "?", String.valueOf(2.0 / 3)}, NodeHarness.column(node.table(2), "Accuracy"));
        assertTrue(node.message().startsWith("1 rows were skipped"), node.message());
    }

    @Test
    void namesTheColumnThatIsNotThere() throws Exception {
        model.addString("second", "nope");
        final var table = NodeHarness.table(new String[] {"truth", "guess"}, row("a", new StringCell("a")));
        assertFalse(node.run(model, NO_FILES, table));
        assertTrue(node.message().startsWith("There is no column 'nope'"), node.message());
    }
}
