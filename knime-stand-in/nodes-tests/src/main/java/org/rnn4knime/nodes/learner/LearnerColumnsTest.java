package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.time.localdate.LocalDateCellFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Tokenizer;
import org.rnn4knime.engine.sequence.Tokens;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.nodes.testing.TestTable;

class LearnerColumnsTest {

    private static final DataTableSpec ROWS = TestTable.column("shop", StringCell.TYPE)
            .and("day", LocalDateCellFactory.create(LocalDate.EPOCH).getType())
            .and("price", DoubleCell.TYPE)
            .and("sales", IntCell.TYPE)
            .and("holiday", BooleanCell.TYPE)
            .and("weather", StringCell.TYPE)
            .spec();

    private static final DataTableSpec COLUMNS = TestTable.column("x1", DoubleCell.TYPE)
            .and("y1", StringCell.TYPE)
            .and("x2", DoubleCell.TYPE)
            .and("y2", StringCell.TYPE)
            .and("kind", StringCell.TYPE)
            .spec();

    private static final DataTableSpec LISTS = TestTable.column("name", StringCell.TYPE)
            .and("heat", ListCell.getCollectionType(DoubleCell.TYPE))
            .and("state", ListCell.getCollectionType(StringCell.TYPE))
            .and("days left", IntCell.TYPE)
            .spec();

    private static final DataTableSpec TEXTS = TestTable.column("message", StringCell.TYPE)
            .and("topic", StringCell.TYPE)
            .and("size", IntCell.TYPE)
            .spec();

    private final InputDataParameters m_data = new InputDataParameters();

    @BeforeEach
    void chooses() {
        m_data.m_targetColumn = "sales";
        m_data.m_orderColumn = Optional.of("day");
        m_data.m_sequenceIdColumns = filter("shop");
    }

    @Test
    void givesEachSettingToTheEngine() throws InvalidSettingsException {
        m_data.m_featureColumns = filter("weather", "price");
        m_data.m_knownFutureColumns = filter("holiday", "price");
        m_data.m_tokens = TokensChoice.WORDS;
        m_data.m_lowerCase = true;
        m_data.m_missingValues = MissingValuesChoice.LAST;
        m_data.m_unknownValues = UnknownValuesChoice.READ_AS_UNKNOWN;

        assertEquals(
                new DataSettings(
                        SequenceLayout.ROWS,
                        Scope.FUTURE,
                        "sales",
                        List.of("price", "holiday", "weather"),
                        List.of("price", "holiday"),
                        List.of("shop"),
                        Optional.of("day"),
                        1,
                        new Tokenizer(Tokens.WORDS, true),
                        MissingValues.LAST,
                        UnknownValues.READ_AS_UNKNOWN),
                settings(ROWS));
    }

    @Test
    void readsTheTargetsOwnPastAloneWhereNoFeatureIsChosen() throws InvalidSettingsException {
        assertEquals(List.of(), settings(ROWS).featureColumns());
    }

    @ParameterizedTest
    @CsvSource({"SEQUENCE", "STEP"})
    void readsAllThatFitsWhereNoFeatureIsChosen(final PredictChoice predict) throws InvalidSettingsException {
        m_data.m_predict = predict;

        assertEquals(List.of("price", "holiday", "weather"), settings(ROWS).featureColumns());
    }

    @Test
    void neverReadsTheTargetTheSequenceIdOrTheOrderAsFeatures() throws InvalidSettingsException {
        m_data.m_featureColumns = filter("shop", "day", "price", "sales");
        m_data.m_knownFutureColumns = filter("shop", "day", "sales", "weather");

        final var settings = settings(ROWS);

        assertEquals(List.of("price", "weather"), settings.featureColumns());
        assertEquals(List.of("weather"), settings.knownFutureColumns());
    }

    @Test
    void knowsTheFutureOnlyOfForecasts() throws InvalidSettingsException {
        m_data.m_knownFutureColumns = filter("holiday");
        m_data.m_predict = PredictChoice.STEP;

        final var settings = settings(ROWS);

        assertEquals(List.of("price", "holiday", "weather"), settings.featureColumns());
        assertEquals(List.of(), settings.knownFutureColumns());
    }

    @Test
    void takesTheStepColumnsInTheOrderOfTheTable() throws InvalidSettingsException {
        chooseColumns("kind", "y2", "x2", "y1", "x1");
        m_data.m_featuresPerStep = 2;

        final var settings = settings(COLUMNS);

        assertEquals(List.of("x1", "y1", "x2", "y2"), settings.featureColumns());
        assertEquals(2, settings.featuresPerStep());
        assertEquals(Optional.empty(), settings.orderColumn());
    }

    @Test
    void takesAllThatFitsForStepsWhereNoneIsChosen() throws InvalidSettingsException {
        chooseColumns("kind");
        m_data.m_predict = PredictChoice.FUTURE;

        assertEquals(
                List.of("x1", "x2"),
                settings(TestTable.column("x1", DoubleCell.TYPE)
                                .and("x2", DoubleCell.TYPE)
                                .spec())
                        .featureColumns());
    }

    @Test
    void letsStepColumnsForecastThemselvesWhateverTargetIsHidden() throws InvalidSettingsException {
        chooseColumns("no such column", "x1", "x2");
        m_data.m_predict = PredictChoice.FUTURE;

        final var settings = settings(COLUMNS);

        assertEquals("", settings.targetColumn());
        assertEquals(List.of("x1", "x2"), settings.featureColumns());
    }

    @ParameterizedTest
    @CsvSource({"SEQUENCE, days left, 'heat, state'", "STEP, state, heat", "FUTURE, heat, state"})
    void readsLists(final PredictChoice predict, final String target, final String features)
            throws InvalidSettingsException {
        m_data.m_layout = LayoutChoice.LISTS;
        m_data.m_predict = predict;
        m_data.m_sequenceIdColumns = filter("name");
        m_data.m_targetColumn = target;
        m_data.m_featureColumns = filter("heat", "state");

        final var settings = settings(LISTS);

        assertEquals(target, settings.targetColumn());
        assertEquals(features, String.join(", ", settings.featureColumns()));
    }

    @Test
    void readsATextToPredictItsLabel() throws InvalidSettingsException {
        chooseText("message");
        m_data.m_predict = PredictChoice.SEQUENCE;
        m_data.m_targetColumn = "topic";
        m_data.m_featureColumns = filter("size");

        final var settings = settings(TEXTS);

        assertEquals("topic", settings.targetColumn());
        assertEquals(List.of("message"), settings.featureColumns());
        assertEquals(Optional.empty(), settings.orderColumn());
    }

    @Test
    void continuesATextWhateverTargetIsHidden() throws InvalidSettingsException {
        chooseText("message");
        m_data.m_predict = PredictChoice.FUTURE;

        final var settings = settings(TEXTS);

        assertEquals("message", settings.targetColumn());
        assertEquals(List.of(), settings.featureColumns());
    }

    @ParameterizedTest
    @CsvSource({"COLUMNS, Use one row a time step or list cells", "TEXT, Split it into one row a symbol"})
    void refusesOneValuePerTimeStepWhereThereIsNoPlaceForIt(final LayoutChoice layout, final String wayOut) {
        m_data.m_layout = layout;
        m_data.m_predict = PredictChoice.STEP;
        m_data.m_targetColumn = "";

        assertTrue(refusal(ROWS).contains(wayOut), () -> refusal(ROWS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | No target column is chosen. Choose one of the columns with numbers, Booleans or text:"
                        + " \"shop\", \"price\", \"sales\", \"holiday\", \"weather\".",
                "day | Target column \"day\" holds dates, but numbers, Booleans or text can be predicted. Choose one of the"
                        + " columns with numbers, Booleans or text: \"shop\", \"price\", \"sales\", \"holiday\","
                        + " \"weather\".",
                "x | Target column \"x\" is not in the table. Choose one of the columns with numbers, Booleans or text:"
                        + " \"shop\", \"price\", \"sales\", \"holiday\", \"weather\"."
            })
    void refusesATargetThatCannotBePredicted(final String target, final String message) {
        m_data.m_targetColumn = target;

        assertEquals(message, refusal(ROWS));
    }

    @Test
    void refusesATargetThatIsNoListWhereItMustBeOne() {
        m_data.m_layout = LayoutChoice.LISTS;
        m_data.m_predict = PredictChoice.STEP;
        m_data.m_sequenceIdColumns = filter();
        m_data.m_targetColumn = "days left";

        assertEquals(
                "Target column \"days left\" holds numbers, but the values of all time steps are a list of numbers,"
                        + " Booleans or text. Choose one of the columns with lists: \"heat\", \"state\".",
                refusal(LISTS));
    }

    @Test
    void refusesATargetThatIsAListWhereItMustBeNone() {
        m_data.m_layout = LayoutChoice.LISTS;
        m_data.m_predict = PredictChoice.SEQUENCE;
        m_data.m_sequenceIdColumns = filter();
        m_data.m_targetColumn = "state";

        assertTrue(refusal(LISTS).startsWith("Target column \"state\" holds lists of text, but "), refusal(LISTS));
    }

    @Test
    void refusesFeaturesThatAreNotThereOrCannotBeRead() {
        m_data.m_orderColumn = Optional.empty();
        m_data.m_featureColumns = filter("price", "x");
        assertEquals(
                "The feature column \"x\" is not in the table. Remove it from the feature columns.", refusal(ROWS));

        m_data.m_featureColumns = filter("day");
        assertEquals(
                "The feature column \"day\" holds dates, but numbers, Booleans or text can be read. Extract numbers from"
                        + " it before, such as the month or the hour, or remove it from the feature columns.",
                refusal(ROWS));

        m_data.m_featureColumns = filter();
        m_data.m_knownFutureColumns = filter("x");
        assertEquals(
                "The known future column \"x\" is not in the table. Remove it from the known future columns.",
                refusal(ROWS));
    }

    @Test
    void refusesFeaturesOfAnotherLayout() {
        m_data.m_sequenceIdColumns = filter();
        m_data.m_orderColumn = Optional.empty();
        m_data.m_targetColumn = "days left";
        m_data.m_featureColumns = filter("heat");
        assertEquals(
                "The feature column \"heat\" holds lists of numbers, but numbers, Booleans or text can be read. Choose"
                        + " the data layout that fits the table, or remove it from the feature columns.",
                refusal(LISTS));

        m_data.m_layout = LayoutChoice.LISTS;
        m_data.m_targetColumn = "heat";
        m_data.m_featureColumns = filter("name");
        assertEquals(
                "The feature column \"name\" holds text, but with list cells the values of a feature are a list of"
                        + " numbers, Booleans or text. Choose the data layout that fits the table, or remove it from the"
                        + " feature columns.",
                refusal(LISTS));
    }

    @ParameterizedTest
    @CsvSource({"ROWS, 'numbers, Booleans or text'", "COLUMNS, 'numbers, Booleans or text'", "LISTS, lists"})
    void refusesATableWithNothingToRead(final LayoutChoice layout, final String values) {
        m_data.m_layout = layout;
        m_data.m_predict = PredictChoice.SEQUENCE;
        m_data.m_sequenceIdColumns = filter();
        m_data.m_orderColumn = Optional.empty();

        final var message = refusal(TestTable.column("sales", IntCell.TYPE).spec());

        assertTrue(message.startsWith("There is nothing to read: "), message);
        assertTrue(message.contains(" no column with " + values + ". Add "), message);
    }

    @Test
    void refusesSequenceIdsThatTellNothingApart() {
        m_data.m_sequenceIdColumns = filter("shop", "price");

        assertEquals(
                "Sequence ID column \"price\" holds numbers, but sequences are told apart by text, whole numbers, dates or"
                        + " Booleans. Remove it from the sequence ID columns.",
                refusal(ROWS));
    }

    @Test
    void refusesATextColumnThatIsNone() {
        chooseText("");
        assertEquals(
                "No text column is chosen. Choose one of the columns with text: \"message\", \"topic\".",
                refusal(TEXTS));

        chooseText("x");
        assertEquals(
                "Text column \"x\" is not in the table. Choose one of the columns with text: \"message\", \"topic\".",
                refusal(TEXTS));

        chooseText("size");
        assertEquals(
                "Text column \"size\" holds numbers, which cannot be split into symbols. Choose one of the columns with"
                        + " text: \"message\", \"topic\".",
                refusal(TEXTS));
    }

    @Test
    void refusesOneColumnInTwoRoles() {
        chooseText("topic");
        m_data.m_predict = PredictChoice.SEQUENCE;
        m_data.m_targetColumn = "topic";

        assertTrue(refusal(TEXTS).contains("\"topic\" cannot be both the target column and a feature column"));
    }

    @Test
    void refusesStepColumnsThatMakeNoWholeTimeSteps() {
        chooseColumns("kind", "x1", "y1", "x2");
        m_data.m_featuresPerStep = 2;

        assertTrue(refusal(COLUMNS).startsWith("3 columns cannot be grouped into time steps of 2."));
    }

    @Test
    void refusesStepColumnsOfDifferentKinds() {
        chooseColumns("kind", "x1", "y1", "x2");

        assertEquals(
                "The columns \"x1\" and \"y1\" are the same feature at two time steps, but one holds numbers and the"
                        + " other text. Choose other feature columns, or convert one of them before.",
                refusal(COLUMNS));
    }

    private void chooseColumns(final String target, final String... features) {
        m_data.m_layout = LayoutChoice.COLUMNS;
        m_data.m_predict = PredictChoice.SEQUENCE;
        m_data.m_sequenceIdColumns = filter();
        m_data.m_targetColumn = target;
        m_data.m_featureColumns = filter(features);
    }

    private void chooseText(final String text) {
        m_data.m_layout = LayoutChoice.TEXT;
        m_data.m_sequenceIdColumns = filter();
        m_data.m_textColumn = text;
    }

    private DataSettings settings(final DataTableSpec table) throws InvalidSettingsException {
        return LearnerColumns.settings(m_data, table);
    }

    private String refusal(final DataTableSpec table) {
        return assertThrows(InvalidSettingsException.class, () -> settings(table))
                .getMessage();
    }

    private static ColumnFilter filter(final String... columns) {
        return new ColumnFilter(columns).withExcludeUnknownColumns();
    }
}
