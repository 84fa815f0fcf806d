package org.rnn4knime.nodes.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.LongValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.rnn4knime.engine.model.GradientReach;
import org.rnn4knime.engine.model.GradientVerdict;
import org.rnn4knime.engine.model.TrainedNetwork;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;
import org.rnn4knime.nodes.testing.TextModel;

/** The node, with a model of texts. */
class RnnModelInspectorTest {

    private static final int LAYERS = 0;

    private static final int ENCODERS = 1;

    private static final int RECORD = 2;

    private static final int REACH = 3;

    private static RnnModelPortObject model;

    private final TestNode m_node = new TestNode(new RnnModelInspectorNodeFactory());

    @BeforeAll
    static void train() {
        model = TextModel.of("a b", "b\na", "a\u00A0\r\n");
    }

    @Test
    void knowsItsColumnsBeforeItRuns() {
        assertTrue(m_node.configure(model.getSpec()), m_node::message);

        assertEquals(List.of("Layer", "Type", "Outputs", "Parameters", "Weights"), columns(LAYERS));
        assertEquals(
                List.of("Column", "Role", "Encoding", "Index", "Value", "Shift", "Scale", "For missing values"),
                columns(ENCODERS));
        assertEquals(List.of("Section", "Name", "Value"), columns(RECORD));
        assertEquals(
                List.of("Network", "Epoch", "Layer", "Time steps back", "Gradient norm", "Relative to the last step"),
                columns(REACH));
        assertEquals(IntCell.TYPE, spec(LAYERS).getColumnSpec("Outputs").getType());
        assertEquals(LongCell.TYPE, spec(LAYERS).getColumnSpec("Parameters").getType());
        assertEquals(DoubleCell.TYPE, spec(ENCODERS).getColumnSpec("Shift").getType());
    }

    @Test
    void showsEachLayerWithItsWeights() {
        execute();

        assertEquals("GRU", TestTable.texts(m_node.table(LAYERS), "Type").get(0));
        assertEquals("24", TestTable.texts(m_node.table(LAYERS), "Outputs").get(0));
        // Seven symbols are read, and an eighth, the unknown one, gets a probability too.
        assertEquals(
                List.of("W 7 x 72, RW 24 x 72, b 144", "W 24 x 8, b 8"),
                TestTable.texts(m_node.table(LAYERS), "Weights"));
    }

    @Test
    void countsEachParameterOnce() {
        execute();

        final var sum = TestTable.cells(m_node.table(LAYERS), "Parameters").stream()
                .mapToLong(cell -> ((LongValue) cell).getLongValue())
                .sum();
        assertEquals(model.model().networks().get(0).parameters().length, sum);
        assertEquals(Long.toString(sum), record().get("Result/Parameters"));
    }

    @Test
    void showsEachSymbolWithItsIndexAndTheInvisibleOnesByName() {
        execute();

        final var symbols = List.of(
                "(any other)",
                "(line feed)",
                "(carriage return, line feed)",
                "(space)",
                "a",
                "b",
                "(no-break space)",
                "(start or end of text)");
        final var twice = new ArrayList<>(symbols);
        twice.addAll(symbols);
        assertEquals(twice, TestTable.texts(m_node.table(ENCODERS), "Value"));
        assertEquals(
                IntStream.range(0, 16)
                        .mapToObj(row -> Integer.toString(row % 8))
                        .toList(),
                TestTable.texts(m_node.table(ENCODERS), "Index"));
        final var roles = TestTable.texts(m_node.table(ENCODERS), "Role");
        assertEquals("Target", roles.get(7));
        assertEquals("Past of the target", roles.get(8));
        final var encodings = TestTable.texts(m_node.table(ENCODERS), "Encoding");
        assertEquals("Class", encodings.get(7));
        assertEquals("One-hot", encodings.get(8));
        assertEquals("text", TestTable.texts(m_node.table(ENCODERS), "Column").get(15));
        assertEquals("?", TestTable.texts(m_node.table(ENCODERS), "Shift").get(0));
    }

    @Test
    void recordsSettingsResultsAndOrigin() {
        execute();

        final var record = record();
        assertEquals("One row a text", record.get("Input data/Data layout"));
        assertEquals("The next values", record.get("Input data/Predict"));
        assertEquals("text", record.get("Input data/Text column"));
        assertEquals("Characters", record.get("Input data/Split into"));
        assertEquals("off", record.get("Input data/Lower case"));
        assertFalse(record.containsKey("Input data/Target column"), record::toString);
        assertEquals("20", record.get("Sequences/Sequence length (time steps)"));
        assertFalse(record.containsKey("Sequences/Normalization"), record::toString);
        assertEquals("GRU", record.get("Network/Cell type"));
        assertFalse(record.containsKey("Network/Activation"), record::toString);
        assertEquals("0.02", record.get("Training/Learning rate"));
        assertEquals("Adam", record.get("Training/Optimizer"));
        assertEquals("3", record.get("Training data/Rows"));
        assertEquals("80", record.get("Result/Trained epochs"));
        final var last = model.model().networks().get(0).history().get(79);
        assertEquals(
                String.format(Locale.ROOT, "%.6g", last.trainingLoss()),
                record.get("Result/Training loss of the last epoch"));
        assertFalse(record.containsKey("Result/Validation loss of the last epoch"), record::toString);
        assertEquals(model.model().provenance().createdAt(), record.get("Origin/Created at"));
        assertEquals(System.getProperty("java.version"), record.get("Origin/Version of Java"));
    }

    @Test
    void showsHowFarTheGradientReachedAfterEachEpochThatWasMeasured() {
        final var network = model.model().networks().get(0);
        final var layer = new GradientReach.Layer(List.of(0, 1, 2), List.of(4.0, 2.0, 1.0));
        final var reach = List.of(new GradientReach(1, List.of(layer)), new GradientReach(80, List.of(layer)));
        final var measured = new RnnModelPortObject(
                model.model()
                        .withNetworks(List.of(new TrainedNetwork(
                                network.parameters(), network.history(), 80, reach, network.state()))),
                model.getSpec());

        assertTrue(m_node.execute(measured), m_node::message);

        final var table = m_node.table(REACH);
        assertEquals(List.of("1", "1", "1", "80", "80", "80"), TestTable.texts(table, "Epoch"));
        assertEquals(List.of("0", "1", "2", "0", "1", "2"), TestTable.texts(table, "Time steps back"));
        assertEquals(
                List.of("1.0", "0.5", "0.25", "1.0", "0.5", "0.25"),
                TestTable.texts(table, "Relative to the last step"));
        assertEquals(columns(REACH), List.of(table.getDataTableSpec().getColumnNames()));
    }

    @Test
    void saysFromWhereOnAGradientCountsAsVanishingOrExploding() {
        final var text = m_node.description().getIntro().orElseThrow().replaceAll("\\s+", " ");
        final var verdict = text.substring(text.indexOf("<b>Vanishing:</b>"), text.indexOf("Good to know"));

        Stream.of(
                        "(" + GradientVerdict.VANISHED + ")",
                        "(" + GradientVerdict.WITHIN + ")",
                        "("
                                + Double.toString(GradientVerdict.VANISHED_BEHIND_GATES)
                                        .replace(".0E", "e") + ")",
                        "after " + GradientVerdict.EPOCHS_FOR_GATES + " epochs",
                        "more than " + Math.round(GradientVerdict.EXPLODED) + " times",
                        "fewer than " + GradientVerdict.FEWEST_STEPS + " time steps")
                .forEach(words -> assertTrue(verdict.contains(words), words));
        assertTrue(text.contains("more than " + GradientReach.MOST_LAGS + " time steps"), text);
    }

    @Test
    void namesNothingTwice() {
        execute();

        assertEquals(m_node.table(RECORD).size(), record().size());
    }

    /** Returns the values by "section/name". */
    private Map<String, String> record() {
        final var sections = TestTable.texts(m_node.table(RECORD), "Section");
        final var names = TestTable.texts(m_node.table(RECORD), "Name");
        final var values = TestTable.texts(m_node.table(RECORD), "Value");
        final var record = new HashMap<String, String>();
        IntStream.range(0, names.size())
                .forEach(row -> record.put(sections.get(row) + "/" + names.get(row), values.get(row)));
        return record;
    }

    private void execute() {
        assertTrue(m_node.execute(model), m_node::message);
        assertEquals("", m_node.message());
    }

    private DataTableSpec spec(final int output) {
        return (DataTableSpec) m_node.spec(output);
    }

    private List<String> columns(final int output) {
        return List.of(spec(output).getColumnNames());
    }
}
