package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.time.localdate.LocalDateCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;
import org.knime.node.parameters.widget.choices.TypedStringChoice;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Tokenizer;
import org.rnn4knime.engine.sequence.Tokens;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.nodes.testing.TestTable;
import org.rnn4knime.standin.parameters.ParametersDialog;
import org.rnn4knime.standin.parameters.ParametersInput;

class InputDataParametersTest {

    private static final DataTableSpec ALL_KINDS = TestTable.column("text", StringCell.TYPE)
            .and("whole", IntCell.TYPE)
            .and("number", DoubleCell.TYPE)
            .and("flag", BooleanCell.TYPE)
            .and("date", LocalDateCellFactory.create(LocalDate.EPOCH).getType())
            .and("numbers", ListCell.getCollectionType(DoubleCell.TYPE))
            .and("words", ListCell.getCollectionType(StringCell.TYPE))
            .and(
                    "dates",
                    ListCell.getCollectionType(
                            LocalDateCellFactory.create(LocalDate.EPOCH).getType()))
            .spec();

    private final RnnLearnerNodeParameters m_parameters = new RnnLearnerNodeParameters();

    @Test
    void forecastsTheAirlinePassengersByDefault() {
        final var data = new InputDataParameters(input(TestTable.airlineSpec()));

        assertEquals(LayoutChoice.ROWS, data.m_layout);
        assertEquals(PredictChoice.FUTURE, data.m_predict);
        assertEquals("passengers", data.m_targetColumn);
        assertEquals("month", data.m_orderColumn.orElseThrow());
        assertArrayEquals(new String[0], data.m_featureColumns.filterFromFullSpec(TestTable.airlineSpec()));
        assertArrayEquals(new String[0], data.m_knownFutureColumns.filterFromFullSpec(TestTable.airlineSpec()));
        assertArrayEquals(new String[0], data.m_sequenceIdColumns.filterFromFullSpec(TestTable.airlineSpec()));
        assertEquals("", data.m_textColumn);
    }

    @Test
    void readsAllThatFitsWhereOneValuePerSequenceIsTheDefault() {
        final var table = TestTable.column("heat", ListCell.getCollectionType(DoubleCell.TYPE))
                .and("state", ListCell.getCollectionType(StringCell.TYPE))
                .and("days left", IntCell.TYPE)
                .spec();

        final var data = new InputDataParameters(input(table));

        assertEquals(LayoutChoice.LISTS, data.m_layout);
        assertEquals(PredictChoice.SEQUENCE, data.m_predict);
        assertEquals("days left", data.m_targetColumn);
        assertArrayEquals(new String[] {"heat", "state"}, data.m_featureColumns.filterFromFullSpec(table));
    }

    @Test
    void leavesOutColumnsThatComeLater() {
        final var table = TestTable.column("numbers", ListCell.getCollectionType(DoubleCell.TYPE))
                .and("days left", IntCell.TYPE);

        final var data = new InputDataParameters(input(table.spec()));

        final var wider = table.and("more numbers", ListCell.getCollectionType(DoubleCell.TYPE));
        assertArrayEquals(new String[] {"numbers"}, data.m_featureColumns.filterFromFullSpec(wider.spec()));
    }

    @Test
    void sortsTextsByTheirLabelsByDefault() {
        final var table = TestTable.column("message", StringCell.TYPE).and("label", StringCell.TYPE);

        final var data = new InputDataParameters(input(table.spec()));

        assertEquals(LayoutChoice.TEXT, data.m_layout);
        assertEquals(PredictChoice.SEQUENCE, data.m_predict);
        assertEquals("label", data.m_targetColumn);
        assertEquals("message", data.m_textColumn);
    }

    @Test
    void hasDefaultsWithoutATableToo() {
        final var data = new InputDataParameters(input(null));

        assertEquals(LayoutChoice.ROWS, data.m_layout);
        assertEquals(PredictChoice.FUTURE, data.m_predict);
        assertEquals("", data.m_targetColumn);
        assertTrue(data.m_orderColumn.isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void offersEveryLayoutOfTheEngine(final SequenceLayout layout) {
        assertEquals(layout, LayoutChoice.valueOf(layout.name()).layout());
    }

    @ParameterizedTest
    @EnumSource
    void offersAllThatTheEngineCanPredict(final Scope scope) {
        assertEquals(scope, PredictChoice.valueOf(scope.name()).scope());
    }

    @ParameterizedTest
    @EnumSource
    void offersAllThatTheEngineCanDoWithMissingValues(final MissingValues missing) {
        assertEquals(missing, MissingValuesChoice.valueOf(missing.name()).missingValues());
    }

    @ParameterizedTest
    @EnumSource
    void offersAllThatTheEngineCanDoWithUnknownValues(final UnknownValues unknown) {
        assertEquals(unknown, UnknownValuesChoice.valueOf(unknown.name()).unknownValues());
    }

    @ParameterizedTest
    @EnumSource
    void splitsTextsInEveryWayOfTheEngine(final Tokens tokens) {
        m_parameters.m_data.m_tokens = TokensChoice.valueOf(tokens.name());
        m_parameters.m_data.m_lowerCase = true;

        assertEquals(new Tokenizer(tokens, true), m_parameters.m_data.tokenizer());
    }

    @ParameterizedTest
    @CsvSource({
        "ROWS, 'SEQUENCE, STEP, FUTURE'",
        "COLUMNS, 'SEQUENCE, FUTURE'",
        "LISTS, 'SEQUENCE, STEP, FUTURE'",
        "TEXT, 'SEQUENCE, FUTURE'"
    })
    void offersToPredictOnlyWhatTheLayoutHasAPlaceFor(final LayoutChoice layout, final String expected)
            throws Exception {
        m_parameters.m_data.m_layout = layout;

        final var choices = dialog(ALL_KINDS).state(LearnerChoices.Predictable.class);

        assertEquals(
                List.of(expected.split(", ")),
                choices.stream().map(choice -> choice.id().name()).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "ROWS, SEQUENCE, 'text, whole, number, flag'",
        "ROWS, STEP, 'text, whole, number, flag'",
        "ROWS, FUTURE, 'text, whole, number, flag'",
        "COLUMNS, SEQUENCE, 'text, whole, number, flag'",
        "LISTS, SEQUENCE, 'text, whole, number, flag'",
        "LISTS, STEP, 'numbers, words'",
        "LISTS, FUTURE, 'numbers, words'",
        "TEXT, SEQUENCE, 'text, whole, number, flag'"
    })
    void offersAsTargetWhatCanBePredicted(final LayoutChoice layout, final PredictChoice predict, final String expected)
            throws Exception {
        assertEquals(expected, offered(LearnerChoices.TargetColumns.class, layout, predict));
    }

    @ParameterizedTest
    @CsvSource({"ROWS, 'text, whole, number, flag'", "COLUMNS, 'text, whole, number, flag'", "LISTS, 'numbers, words'"})
    void offersAsFeaturesWhatCanBeRead(final LayoutChoice layout, final String expected) throws Exception {
        assertEquals(expected, offered(LearnerChoices.FeatureColumns.class, layout, PredictChoice.SEQUENCE));
    }

    @Test
    void offersOtherColumnsThatFitTheirRoles() throws Exception {
        final var rows = LayoutChoice.ROWS;
        final var future = PredictChoice.FUTURE;

        assertEquals("text", offered(LearnerChoices.TextColumns.class, rows, future));
        assertEquals("text, whole, flag, date", offered(LearnerChoices.SequenceIdColumns.class, rows, future));
        assertEquals("text, whole, number, date", offered(LearnerChoices.OrderColumns.class, rows, future));
    }

    @Test
    void offersNothingWithoutATable() throws Exception {
        final var dialog = dialog(null);

        assertEquals(List.of(), dialog.state(LearnerChoices.TargetColumns.class));
        assertEquals(List.of(), dialog.state(LearnerChoices.FeatureColumns.class));
        assertEquals("", dialog.state(LearnerChoices.DefaultOrderColumn.class));
    }

    @Test
    void offersTheGuessedOrderColumnWhereTheUserSwitchesItOn() throws Exception {
        assertEquals("month", dialog(TestTable.airlineSpec()).state(LearnerChoices.DefaultOrderColumn.class));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, SequenceSettings.LONGEST + 1})
    void namesANumberOfFeaturesPerTimeStepThatIsOutOfRange(final int features) {
        m_parameters.m_data.m_featuresPerStep = features;

        final var refusal = assertThrows(InvalidSettingsException.class, m_parameters::validate);

        assertEquals("Features per time step must be from 1 to 10000, but is " + features + ".", refusal.getMessage());
    }

    @Test
    void allowsAsManyFeaturesPerTimeStepAsTheEngine() throws InvalidSettingsException {
        m_parameters.m_data.m_featuresPerStep = (int) new InputDataParameters.MostFeatures().getMax();

        m_parameters.validate();
    }

    private String offered(
            final Class<? extends ColumnChoicesProvider> provider,
            final LayoutChoice layout,
            final PredictChoice predict)
            throws Exception {
        m_parameters.m_data.m_layout = layout;
        m_parameters.m_data.m_predict = predict;
        return String.join(
                ", ",
                dialog(ALL_KINDS).state(provider).stream()
                        .map(TypedStringChoice::id)
                        .toList());
    }

    private ParametersDialog dialog(final DataTableSpec table) {
        return new ParametersDialog(m_parameters, input(table));
    }

    private static NodeParametersInput input(final DataTableSpec table) {
        return new ParametersInput(
                new PortType[] {BufferedDataTable.TYPE},
                new PortType[0],
                Stream.of(table).toArray(PortObjectSpec[]::new));
    }
}
