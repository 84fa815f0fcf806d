package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.time.localtime.LocalTimeCellFactory;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;
import org.rnn4knime.nodes.table.ColumnKind;
import org.rnn4knime.nodes.table.HistoryTable;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;

class RnnLearnerConfigureTest {

    private final TestNode m_node = new TestNode(new RnnLearnerNodeFactory());

    private final DataTableSpec m_airline = TestTable.airlineSpec();

    @Test
    void knowsModelAndHistoryBeforeItRuns() {
        assertTrue(m_node.configure(m_airline), m_node::message);

        final var model = (RnnModelPortObjectSpec) m_node.spec(0);
        assertEquals("passengers", model.data().targetColumn());
        assertEquals(Optional.of("month"), model.data().orderColumn());
        assertEquals(Optional.of(ColumnKind.TEXT), model.orderKind());
        assertEquals("LSTM", model.cellType());
        assertEquals(24, model.sequences().sequenceLength());
        assertEquals(
                List.of(HistoryTable.spec(model.history(false)).getColumnNames()),
                List.of(((DataTableSpec) m_node.spec(1)).getColumnNames()));
    }

    @Test
    void namesATargetColumnThatIsNotThere() throws InvalidSettingsException {
        m_node.configure(m_airline);
        m_node.change("data", data -> data.addString("targetColumn", "sales"));

        assertFalse(m_node.configure(m_airline));
        assertEquals(
                "Target column \"sales\" is not in the table. "
                        + "Choose one of the columns with numbers, Booleans or text: \"month\", \"passengers\".",
                m_node.message());
    }

    @Test
    void asksForATargetWhereThereIsNone() {
        final var times = LocalTimeCellFactory.create(LocalTime.NOON).getType();

        assertFalse(m_node.configure(TestTable.column("a", times).spec()));
        assertEquals(
                "No target column is chosen. "
                        + "Choose one of the columns with numbers, Booleans or text: the table has none.",
                m_node.message());
    }

    @Test
    void asksForAnotherLayoutWhereThereAreNoLists() throws InvalidSettingsException {
        m_node.configure(m_airline);
        m_node.change("data", data -> data.addString("layout", "LISTS"));

        assertFalse(m_node.configure(m_airline));
        assertEquals(
                "Target column \"passengers\" holds numbers, but the values of all time steps are a list of numbers,"
                        + " Booleans or text. The table has no column with lists. Choose another data layout.",
                m_node.message());
    }

    @Test
    void namesAnOrderColumnThatIsNotThere() throws InvalidSettingsException {
        m_node.configure(m_airline);
        m_node.change("data", data -> data.addString("orderColumn", "day"));

        assertFalse(m_node.configure(m_airline));
        assertEquals(
                "Order column \"day\" is not in the table. Choose one of these columns, or switch it off: "
                        + "\"month\", \"passengers\".",
                m_node.message());
    }

    @Test
    void refusesAnOrderColumnWithoutOrder() throws InvalidSettingsException {
        m_node.configure(m_airline);
        m_node.change("data", data -> data.addString("orderColumn", "readings"));

        assertFalse(m_node.configure(TestTable.column("readings", ListCell.getCollectionType(IntCell.TYPE))
                .and("passengers", IntCell.TYPE)
                .spec()));
        assertEquals(
                "Order column \"readings\" holds lists of numbers, which have no order in time. "
                        + "Choose a column of numbers, dates, times or ISO dates as text, or switch it off.",
                m_node.message());
    }

    @Test
    void refusesOneColumnAsTargetAndOrder() throws InvalidSettingsException {
        m_node.configure(m_airline);
        m_node.change("data", data -> data.addString("orderColumn", "passengers"));

        assertFalse(m_node.configure(m_airline));
        assertTrue(m_node.message().contains("\"passengers\""), m_node::message);
    }

    @Test
    void namesASequenceIdColumnThatIsNotThere() throws InvalidSettingsException {
        m_node.configure(m_airline);
        m_node.change(
                "data/sequenceIdColumns/manualFilter", filter -> filter.addStringArray("manuallySelected", "shop"));

        assertFalse(m_node.configure(m_airline));
        assertEquals(
                "Sequence ID column \"shop\" is not in the table. Remove it from the sequence ID columns.",
                m_node.message());
    }

    @Test
    void offersOnlyTheFirstNamesOfAWideTable() throws InvalidSettingsException {
        m_node.configure(m_airline);
        m_node.change("data", data -> data.addString("targetColumn", "sales"));
        final var wide = TestTable.column("month", StringCell.TYPE);
        List.of("a", "b", "c", "d", "e", "f").forEach(name -> wide.and(name, DoubleCell.TYPE));

        assertFalse(m_node.configure(wide.spec()));
        assertTrue(m_node.message().endsWith("\"month\", \"a\", \"b\", \"c\", \"d\" …."), m_node::message);
    }

    @Test
    void refusesANumberOutOfRangeWhoeverSetsIt() {
        m_node.configure(m_airline);

        final var refusal = assertThrows(
                InvalidSettingsException.class,
                () -> m_node.change("training", training -> training.addInt("epochs", 0)));

        assertEquals("Epochs must be from 1 to 1000000, but is 0.", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "sequences, sequenceLength, 0, Sequence length (time steps)",
        "network, hiddenUnits, 5000, Hidden units",
        "network, numLayers, 0, Recurrent layers",
        "network, numLayers, 17, Recurrent layers",
        "training, batchSize, -1, Batch size",
        "data, featuresPerStep, 0, Features per time step",
        "sequences, stride, 0, Stride",
        "sequences, horizon, 1001, Horizon",
        "sequences, minimumCount, 0, Minimum count of a symbol",
        "sequences/targetTransform, season, 1, Season (time steps)",
        "network, embeddingSize, 0, Embedding size",
        "network, embedAbove, -1, Embed nominal columns with more values than"
    })
    void checksTheWholeNumbersOfEverySection(
            final String section, final String key, final int value, final String title) {
        m_node.configure(m_airline);

        final var refusal = assertThrows(
                InvalidSettingsException.class,
                () -> m_node.change(section, group -> {
                    group.addInt(key, value);
                    group.addBoolean(key + "_is_present", true);
                }));

        assertTrue(refusal.getMessage().startsWith(title + " "), refusal::getMessage);
        assertTrue(refusal.getMessage().endsWith(", but is " + value + "."), refusal::getMessage);
    }

    @ParameterizedTest
    @CsvSource({
        "filters, 4097, Filters",
        "filters, 0, Filters",
        "kernelSize, 1001, Kernel size",
        "kernelSize, -1, Kernel size",
        "poolingSize, 0, Pooling size"
    })
    void checksTheConvolutionIfThereIsOne(final String key, final int value, final String title)
            throws InvalidSettingsException {
        m_node.configure(m_airline);
        m_node.change("network", network -> network.addInt(key, value));

        final var refusal = assertThrows(
                InvalidSettingsException.class,
                () -> m_node.change("network", network -> network.addBoolean("convolution", true)));

        assertTrue(refusal.getMessage().startsWith(title + " must be from 1 to "), refusal::getMessage);
        assertTrue(refusal.getMessage().endsWith(" is " + value + "."), refusal::getMessage);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 1, -0.1})
    void checksTheDropout(final double value) {
        m_node.configure(m_airline);

        final var refusal = assertThrows(
                InvalidSettingsException.class,
                () -> m_node.change("network", network -> network.addDouble("dropout", value)));

        assertTrue(refusal.getMessage().startsWith("Dropout must be from 0 to 0.99, "), refusal::getMessage);
    }

    @ParameterizedTest
    @CsvSource({
        "training, learningRate, NaN",
        "training, learningRate, 0",
        "validation, validationFraction, 0.91",
        "validation, validationFraction, -0.1"
    })
    void checksTheFractionsToo(final String section, final String key, final double value) {
        m_node.configure(m_airline);

        assertThrows(
                InvalidSettingsException.class, () -> m_node.change(section, group -> group.addDouble(key, value)));
    }

    @ParameterizedTest
    @CsvSource({
        "data, layout",
        "data, predict",
        "data, tokens",
        "data, missingValues",
        "data, unknownValues",
        "sequences, normalization",
        "sequences, beyondMaximum",
        "sequences, forecastMode",
        "sequences/targetTransform, windowLevel",
        "training, continueWith",
        "training, optimizer",
        "training/learningRateSchedule, schedule",
        "training, classWeights",
        "gradients, clipping",
        "validation, validationSplit",
        "network, cellType",
        "network, activation",
        "network, summary"
    })
    void refusesAChoiceThatIsNull(final String section, final String key) {
        m_node.configure(m_airline);

        final var refusal = assertThrows(
                InvalidSettingsException.class, () -> m_node.change(section, group -> group.addString(key, null)));

        assertTrue(refusal.getMessage().contains(key), refusal::getMessage);
    }

    @ParameterizedTest
    @CsvSource({
        "data, targetColumn, Target column",
        "data, textColumn, Text column",
        "training, classWeightColumn, Class weight column"
    })
    void refusesATextThatIsNull(final String section, final String key, final String title) {
        m_node.configure(m_airline);

        final var refusal = assertThrows(
                InvalidSettingsException.class, () -> m_node.change(section, group -> group.addString(key, null)));

        assertEquals("Nothing is chosen: the setting \"" + title + "\" is null.", refusal.getMessage());
    }

    @Test
    void takesAnOrderColumnThatIsNullForSwitchedOff() throws InvalidSettingsException {
        m_node.configure(m_airline);
        m_node.change("data", data -> data.addString("orderColumn", null));

        assertTrue(m_node.configure(m_airline), m_node::message);
        assertEquals(
                Optional.empty(),
                ((RnnModelPortObjectSpec) m_node.spec(0)).data().orderColumn());
    }

    @Test
    void staysQuietWithoutATable() {
        assertFalse(m_node.configure((DataTableSpec) null));
        assertEquals("", m_node.message());
    }
}
