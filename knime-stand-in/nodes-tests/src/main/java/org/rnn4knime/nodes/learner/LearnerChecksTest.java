package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;

/** What the node says before it runs of settings that do not go together with each other or with the kinds of the columns. */
class LearnerChecksTest {

    private static final DataTableSpec ROWS = TestTable.column("shop", StringCell.TYPE)
            .and("sales", DoubleCell.TYPE)
            .and("price", DoubleCell.TYPE)
            .and("holiday", BooleanCell.TYPE)
            .and("weather", StringCell.TYPE)
            .spec();

    private static final DataTableSpec LISTS = TestTable.column("heat", ListCell.getCollectionType(DoubleCell.TYPE))
            .and("state", ListCell.getCollectionType(StringCell.TYPE))
            .spec();

    private static final DataTableSpec COLUMNS = TestTable.column("a1", DoubleCell.TYPE)
            .and("a2", DoubleCell.TYPE)
            .and("a3", DoubleCell.TYPE)
            .and("a4", DoubleCell.TYPE)
            .spec();

    private TestNode m_node = new TestNode(new RnnLearnerNodeFactory());

    @ParameterizedTest
    @CsvSource({"log, true", "difference, true"})
    void refusesTransformsOfClasses(final String key, final boolean value) throws InvalidSettingsException {
        choose(ROWS, "ROWS", "FUTURE", "weather");
        m_node.change("sequences/targetTransform", transform -> transform.addBoolean(key, value));

        assertEquals(
                "The target \"weather\" holds no numbers, so there is no logarithm, no difference and no level of it."
                        + " Switch the target's transforms off, or choose another target.",
                refusal(ROWS));
    }

    @Test
    void refusesSeasonsAndLevelsOfClasses() throws InvalidSettingsException {
        choose(LISTS, "LISTS", "FUTURE", "state");
        m_node.change("sequences/targetTransform", transform -> transform.addString("windowLevel", "MEAN"));
        assertTrue(refusal(LISTS).startsWith("The target \"state\" holds no numbers, so "));

        m_node.change("sequences/targetTransform", transform -> {
            transform.addString("windowLevel", "NONE");
            transform.addInt("season", 7);
            transform.addBoolean("season_is_present", true);
        });
        assertTrue(refusal(LISTS).startsWith("The target \"state\" holds no numbers, so "));
    }

    @Test
    void takesBooleansForClasses() throws InvalidSettingsException {
        choose(ROWS, "ROWS", "STEP", "holiday");
        m_node.change("sequences/targetTransform", transform -> transform.addBoolean("log", true));

        assertTrue(refusal(ROWS).startsWith("The target \"holiday\" holds no numbers, so "));
    }

    @Test
    void ignoresTransformsThatAreHidden() throws InvalidSettingsException {
        choose(ROWS, "ROWS", "STEP", "weather");
        m_node.change("sequences/targetTransform", transform -> transform.addBoolean("difference", true));

        assertTrue(m_node.configure(ROWS), m_node::message);
    }

    @Test
    void refusesDirectForecastsOfClasses() throws InvalidSettingsException {
        choose(ROWS, "ROWS", "FUTURE", "weather");
        m_node.change("sequences", sequences -> sequences.addString("forecastMode", "DIRECT"));

        assertEquals(
                "The target \"weather\" holds no numbers, and such values are forecast one after the other."
                        + " Choose to forecast recursively.",
                refusal(ROWS));
    }

    @Test
    void refusesDirectForecastsOfStepColumnsWithClasses() throws InvalidSettingsException {
        final var table = TestTable.column("s1", StringCell.TYPE)
                .and("s2", StringCell.TYPE)
                .spec();
        choose(table, "COLUMNS", "FUTURE", "");
        m_node.change("sequences", sequences -> {
            sequences.addString("forecastMode", "DIRECT");
            sequences.addInt("sequenceLength", 1);
            sequences.addInt("horizon", 2);
        });

        assertTrue(refusal(table).startsWith("The target \"s\" holds no numbers, and "), m_node::message);
    }

    @Test
    void refusesTheLargestProbabilitiesOfJordansNetwork() throws InvalidSettingsException {
        choose(ROWS, "ROWS", "SEQUENCE", "weather");
        m_node.change("network", network -> {
            network.addString("cellType", "JORDAN");
            network.addString("summary", "MAX");
        });

        assertTrue(refusal(ROWS).contains("Choose another summary of the sequence"), m_node::message);

        m_node.change("data", data -> data.addString("targetColumn", "sales"));
        assertTrue(m_node.configure(ROWS), m_node::message);
    }

    @Test
    void refusesToPoolStepsThatAreToBePredicted() throws InvalidSettingsException {
        choose(ROWS, "ROWS", "STEP", "weather");
        m_node.change("network", network -> network.addBoolean("convolution", true));

        assertTrue(refusal(ROWS).endsWith("Set the pooling size to 1."), m_node::message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales", "price"})
    void refusesToStratifyNumbers(final String target) throws InvalidSettingsException {
        choose(ROWS, "ROWS", "SEQUENCE", target);
        m_node.change("data/sequenceIdColumns/manualFilter", ids -> ids.addStringArray("manuallySelected", "shop"));
        m_node.change("validation", validation -> validation.addString("validationSplit", "STRATIFIED"));

        assertEquals(
                "The target \"" + target + "\" holds numbers, so there are no classes to stratify by."
                        + " Choose another validation split.",
                refusal(ROWS));
    }

    @ParameterizedTest
    @CsvSource({"STRATIFIED, Only sequences that have one class each", "BY_SEQUENCE, Without sequence ID columns"})
    void refusesAValidationSplitThatDoesNotFit(final String split, final String message)
            throws InvalidSettingsException {
        choose(ROWS, "ROWS", "STEP", "weather");
        m_node.change("validation", validation -> validation.addString("validationSplit", split));

        assertTrue(refusal(ROWS).startsWith(message), m_node::message);
    }

    @Test
    void ignoresAValidationSplitThatIsHidden() throws InvalidSettingsException {
        m_node = new TestNode(new RnnLearnerNodeFactory(), "Validation data");
        m_node.configure(ROWS, ROWS);
        m_node.change("validation", validation -> validation.addString("validationSplit", "STRATIFIED"));

        assertTrue(m_node.configure(ROWS, ROWS), m_node::message);
    }

    @Test
    void refusesMoreClassesThanCanBeToldApart() throws InvalidSettingsException {
        final var column = new DataColumnSpecCreator("word", StringCell.TYPE);
        column.setDomain(new DataColumnDomainCreator(IntStream.rangeClosed(0, 1 << 16)
                        .mapToObj(Integer::toString)
                        .map(StringCell::new)
                        .toArray(DataCell[]::new))
                .createDomain());
        final var table = new DataTableSpec(column.createSpec());
        choose(table, "ROWS", "FUTURE", "word");

        assertEquals(
                "Target column \"word\" has 65537 different values, but at most 65536 classes can be told apart."
                        + " Choose another column, or group its values before.",
                refusal(table));
    }

    @Test
    void refusesMoreStepsToReadThanThereAreColumns() throws InvalidSettingsException {
        choose(COLUMNS, "COLUMNS", "FUTURE", "");
        m_node.change("sequences", sequences -> sequences.addInt("sequenceLength", 4));

        assertEquals(
                "The feature columns are 4 time steps, but 5 are needed for a sequence length of 4: as many as are read"
                        + " and those that are predicted. Lower the sequence length, or choose more feature columns.",
                refusal(COLUMNS));

        m_node.change("sequences", sequences -> sequences.addInt("sequenceLength", 3));
        assertTrue(m_node.configure(COLUMNS), m_node::message);
    }

    @Test
    void countsDifferencesAndTheHorizonToTheStepsThatAreNeeded() throws InvalidSettingsException {
        choose(COLUMNS, "COLUMNS", "FUTURE", "");
        m_node.change("sequences", sequences -> {
            sequences.addInt("sequenceLength", 1);
            sequences.addString("forecastMode", "DIRECT");
            sequences.addInt("horizon", 3);
        });
        assertTrue(m_node.configure(COLUMNS), m_node::message);

        m_node.change("sequences/targetTransform", transform -> transform.addBoolean("difference", true));
        assertTrue(refusal(COLUMNS).startsWith("The feature columns are 4 time steps, but 5 are needed"));
    }

    @Test
    void warnsOfFeaturesOfWhichNobodyKnowsTheFuture() throws InvalidSettingsException {
        choose(ROWS, "ROWS", "FUTURE", "sales");
        features("featureColumns", "price", "weather");
        features("knownFutureColumns", "price");

        assertTrue(m_node.configure(ROWS));
        assertEquals(
                "The feature column \"weather\" is not known in the future, so that the RNN Forecaster can forecast one"
                        + " step only. Choose to forecast by direct output, or include it in \"Known in the future\".",
                m_node.message());

        features("knownFutureColumns", "price", "weather");
        assertTrue(m_node.configure(ROWS));
        assertEquals("", m_node.message());
    }

    @Test
    void doesNotWarnOfDirectForecasts() throws InvalidSettingsException {
        choose(ROWS, "ROWS", "FUTURE", "sales");
        features("featureColumns", "price", "weather");
        m_node.change("sequences", sequences -> sequences.addString("forecastMode", "DIRECT"));

        assertTrue(m_node.configure(ROWS));
        assertEquals("", m_node.message());
    }

    @Test
    void warnsOfFeaturesBesideListsAndStepsThatForecastThemselves() throws InvalidSettingsException {
        choose(LISTS, "LISTS", "FUTURE", "heat");
        features("featureColumns", "state");
        assertTrue(m_node.configure(LISTS));
        assertTrue(m_node.message().endsWith("Choose to forecast by direct output."), m_node::message);

        choose(COLUMNS, "COLUMNS", "FUTURE", "");
        features("featureColumns", "a1", "a2", "a3", "a4");
        m_node.change("data", data -> data.addInt("featuresPerStep", 2));
        m_node.change("sequences", sequences -> sequences.addInt("sequenceLength", 1));
        assertTrue(m_node.configure(COLUMNS));
        assertTrue(m_node.message().startsWith("The feature column \"a2\" is not known"), m_node::message);
    }

    @Test
    void refusesValidationDataWithoutAColumnThatIsLearnedFrom() throws InvalidSettingsException {
        m_node = new TestNode(new RnnLearnerNodeFactory(), "Validation data");
        choose(ROWS, "ROWS", "STEP", "weather", ROWS);
        final var table = TestTable.column("sales", DoubleCell.TYPE)
                .and("weather", StringCell.TYPE)
                .spec();

        assertFalse(m_node.configure(ROWS, table));
        assertEquals(
                "The table \"Validation data\" has no column \"shop\", which is learned from."
                        + " Add or rename a column, or remove the port \"Validation data\".",
                m_node.message());
    }

    @Test
    void refusesValidationDataWithAColumnOfAnotherKind() throws InvalidSettingsException {
        m_node = new TestNode(new RnnLearnerNodeFactory(), "Validation data");
        choose(LISTS, "LISTS", "FUTURE", "heat", LISTS);
        final var table = TestTable.column("heat", ListCell.getCollectionType(StringCell.TYPE))
                .spec();

        assertFalse(m_node.configure(LISTS, table));
        assertEquals(
                "Column \"heat\" of the table \"Validation data\" holds lists of text, but that of the training data"
                        + " holds lists of numbers. Convert one of the two.",
                m_node.message());
    }

    @Test
    void takesBooleansForNumbersInValidationDataUnlessTheyAreToBePredicted() throws InvalidSettingsException {
        final var training =
                TestTable.column("a", IntCell.TYPE).and("b", IntCell.TYPE).spec();
        m_node = new TestNode(new RnnLearnerNodeFactory(), "Validation data");
        choose(training, "ROWS", "STEP", "b", training);

        assertTrue(
                m_node.configure(
                        training,
                        TestTable.column("a", BooleanCell.TYPE)
                                .and("b", IntCell.TYPE)
                                .spec()),
                m_node::message);
        assertFalse(m_node.configure(
                training,
                TestTable.column("a", IntCell.TYPE).and("b", BooleanCell.TYPE).spec()));
        assertTrue(m_node.message().startsWith("Column \"b\" of the table \"Validation data\" holds Booleans, but "));
    }

    @Test
    void takesSequenceIdsOfAnyKindInValidationData() throws InvalidSettingsException {
        final var training = TestTable.column("id", IntCell.TYPE)
                .and("a", DoubleCell.TYPE)
                .and("b", DoubleCell.TYPE)
                .spec();
        m_node = new TestNode(new RnnLearnerNodeFactory(), "Validation data");
        choose(training, "ROWS", "STEP", "b", training);
        features("sequenceIdColumns", "id");

        assertTrue(
                m_node.configure(
                        training,
                        TestTable.column("id", StringCell.TYPE)
                                .and("a", DoubleCell.TYPE)
                                .and("b", DoubleCell.TYPE)
                                .spec()),
                m_node::message);
    }

    @Test
    void takesValidationDataWithMoreColumnsInAnotherOrder() throws InvalidSettingsException {
        m_node = new TestNode(new RnnLearnerNodeFactory(), "Validation data");
        final var training =
                TestTable.column("a", IntCell.TYPE).and("b", StringCell.TYPE).spec();
        choose(training, "ROWS", "STEP", "b", training);
        final var table = TestTable.column("b", StringCell.TYPE)
                .and("note", StringCell.TYPE)
                .and("a", DoubleCell.TYPE)
                .spec();

        assertTrue(m_node.configure(training, table), m_node::message);
    }

    private void choose(
            final DataTableSpec table,
            final String layout,
            final String predict,
            final String target,
            final DataTableSpec... validation)
            throws InvalidSettingsException {
        if (validation.length > 0) {
            m_node.configure(table, validation[0]);
        } else {
            m_node.configure(table);
        }
        features("featureColumns");
        m_node.change("data", data -> {
            data.addString("layout", layout);
            data.addString("predict", predict);
            data.addString("targetColumn", target);
        });
    }

    private void features(final String key, final String... columns) throws InvalidSettingsException {
        m_node.change("data/" + key + "/manualFilter", filter -> filter.addStringArray("manuallySelected", columns));
    }

    private String refusal(final DataTableSpec table) {
        assertFalse(m_node.configure(table));
        return m_node.message();
    }
}
