package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;
import static org.rnn4knime.engine.prediction.LinearRule.number;
import static org.rnn4knime.engine.prediction.LinearRule.steps;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.encoding.Encoders;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.ListColumn;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.Tokenizer;
import org.rnn4knime.engine.sequence.Tokens;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.engine.sequence.UnusableDataException;

/** Forecasts where a row is a whole sequence. */
class ForecastLayoutsTest {

    private static DataSettings data(
            final SequenceLayout layout, final String target, final int featuresPerStep, final String... features) {
        return new DataSettings(
                layout,
                Scope.FUTURE,
                target,
                List.of(features),
                List.of(),
                List.of("day"),
                Optional.empty(),
                featuresPerStep,
                new Tokenizer(Tokens.CHARACTERS, false),
                MissingValues.FAIL,
                UnknownValues.NO_PREDICTION);
    }

    private static final DataSettings COLUMNS = data(SequenceLayout.COLUMNS, "", 1, "h1", "h2", "h3");

    private static final DataSettings LISTS = data(SequenceLayout.LISTS, "load", 1);

    private static final DataSettings ROWS = data(SequenceLayout.ROWS, "load", 1);

    private static final Table DAYS =
            table(text("day", "mon", "tue"), numbers("h1", 1, 4), numbers("h2", 2, 9), numbers("h3", 4, 16));

    private static final Table LISTS_OF_DAYS =
            table(text("day", "mon", "tue"), lists("load", numbers("load", 1, 2, 4, 4, 9, 16), 0, 3, 6));

    private static ListColumn lists(final String name, final Column elements, final int... offsets) {
        return new ListColumn(name, offsets, new BitSet(), elements);
    }

    /** As much more again as at the last step, and one. */
    private static RnnModel growing(final DataSettings data, final SequenceSettings sequences) {
        return LinearRule.of(data, sequences, LinearRule.numbers(data, new TargetTransform(false, true)), 1, 1);
    }

    private static Forecast forecast(final RnnModel model, final Table history, final int horizon) {
        return Forecaster.forecast(model, history, Optional.empty(), new ForecastRequest(horizon));
    }

    private static double[] values(final Forecast forecast, final int sequence) {
        return ((NumberColumn) forecast.sequences().get(sequence).values()).values();
    }

    @Test
    void areTheSameInAllLayouts() {
        final var rows =
                table(text("day", "mon", "mon", "mon", "tue", "tue", "tue"), numbers("load", 1, 2, 4, 4, 9, 16));
        final var ofRows = forecast(growing(ROWS, steps(2)), rows, 3);
        final var ofColumns = forecast(growing(COLUMNS, steps(2)), DAYS, 3);
        final var ofLists = forecast(growing(LISTS, steps(2)), LISTS_OF_DAYS, 3);

        assertArrayEquals(new double[] {7, 11, 16}, values(ofRows, 0), 1e-4);
        assertArrayEquals(new double[] {24, 33, 43}, values(ofRows, 1), 1e-4);
        for (int sequence = 0; sequence < 2; sequence++) {
            assertArrayEquals(values(ofRows, sequence), values(ofColumns, sequence), 1e-6);
            assertArrayEquals(values(ofRows, sequence), values(ofLists, sequence), 1e-6);
        }
    }

    @Test
    void tellTheRowAndTheIdOfEachSequence() {
        for (final var forecast : List.of(
                forecast(growing(COLUMNS, steps(2)), DAYS, 1), forecast(growing(LISTS, steps(2)), LISTS_OF_DAYS, 1))) {
            assertEquals(
                    List.of(List.of("mon"), List.of("tue")),
                    forecast.sequences().stream().map(ForecastSequence::id).toList());
            assertEquals(
                    List.of(0, 1),
                    forecast.sequences().stream().map(ForecastSequence::row).toList());
            assertEquals(Optional.empty(), forecast.sequences().get(0).order());
        }
        assertEquals(
                "h",
                forecast(growing(COLUMNS, steps(2)), DAYS, 1)
                        .sequences()
                        .get(0)
                        .values()
                        .name());
    }

    @Test
    void listsMayHaveAnyLengthAndAnEnd() {
        final var history = table(
                text("day", "a", "b", "c", "d"),
                lists("load", numbers("load", 1, 1, 2, 4, 5, 7, Double.NaN, 9), 0, 1, 4, 7, 8));
        final var forecast = forecast(growing(LISTS, steps(1)), history, 2);

        assertEquals(
                List.of(1, 2),
                forecast.sequences().stream().map(ForecastSequence::row).toList());
        assertArrayEquals(new double[] {7, 11}, values(forecast, 0), 1e-4);
        assertArrayEquals(new double[] {10, 14}, values(forecast, 1), 1e-4);
        assertEquals(
                List.of(
                        "1 time step at the end of a sequence has no value in the target column: the forecast begins"
                                + " there.",
                        "2 of 4 sequences have fewer than 2 time steps and are left out."),
                forecast.warnings());
    }

    @Test
    void listsOfTextGiveClasses() {
        final var data = data(SequenceLayout.LISTS, "state", 1);
        final var model = LinearRule.of(
                data, steps(1), LinearRule.classes(data, "dry", "wet"), new double[] {-9, 0, 0}, new double[][] {
                    {0, 0}, {0, 9}, {9, 0}
                });
        final var forecast = forecast(
                model, table(text("day", "a", "b"), lists("state", text("state", "wet", "dry", "wet"), 0, 2, 3)), 2);

        assertEquals(
                List.of("wet", "dry", "dry", "wet"),
                forecast.sequences().stream()
                        .flatMap(sequence -> IntStream.range(0, 2)
                                .mapToObj(step -> sequence.values().text(step).orElseThrow()))
                        .toList());
    }

    @Test
    void readOtherFeaturesOfTheLastStepOnlyForTheNextStepOrDirectly() {
        final var lists = data(SequenceLayout.LISTS, "load", 1, "heat");
        final var columns = data(SequenceLayout.COLUMNS, "", 2, "load1", "heat1", "load2", "heat2");
        final var ofLists = table(
                text("day", "a"),
                lists("load", numbers("load", 1, 2), 0, 2),
                lists("heat", numbers("heat", 5, 6), 0, 2));
        final var ofColumns = table(
                text("day", "a"), numbers("load1", 1), numbers("heat1", 5), numbers("load2", 2), numbers("heat2", 6));

        assertArrayEquals(new double[] {8}, values(forecast(adding(lists, steps(1), "heat"), ofLists, 1), 0), 1e-4);
        assertArrayEquals(
                new double[] {8}, values(forecast(adding(columns, steps(1), "heat1"), ofColumns, 1), 0), 1e-4);
        final var direct = steps(1, ForecastMode.DIRECT, 3);
        assertArrayEquals(new double[] {8, 8, 8}, values(forecast(adding(lists, direct, "heat"), ofLists, 3), 0), 1e-4);
        assertArrayEquals(
                new double[] {8, 8, 8}, values(forecast(adding(columns, direct, "heat1"), ofColumns, 3), 0), 1e-4);
        assertThrows(IllegalArgumentException.class, () -> forecast(adding(lists, steps(1), "heat"), ofLists, 2));
    }

    private static RnnModel adding(final DataSettings data, final SequenceSettings sequences, final String feature) {
        final Encoders encoders = LinearRule.numbers(data, TargetTransform.NONE, number(data, feature));
        return LinearRule.of(data, sequences, encoders, 0, 1, 1);
    }

    @Test
    void needACompleteListUnlessTheModelFillsIt() {
        final var message = assertThrows(
                        UnusableDataException.class,
                        () -> forecast(
                                growing(LISTS, steps(1)),
                                table(text("day", "a"), lists("load", numbers("load", 1, Double.NaN, 4), 0, 3)),
                                1))
                .getMessage();

        assertEquals(
                "The target column \"load\" has no value in row \"Row0\" at position 2. Remove such rows or fill them"
                        + " before, or choose in the RNN Learner what becomes of missing values.",
                message);
    }

    @Test
    void areMeasuredToo() {
        final var model = LinearRule.heldBack(growing(COLUMNS, steps(1, ForecastMode.RECURSIVE, 2)), 0.3);
        final var errors = Backtest.measured(model, DAYS, Optional.empty(), () -> {})
                .forecastErrors()
                .orElseThrow();

        // From 2 and one before, 4 follows and not 2 + 1 + 1; from 9, 16 and not 15.
        assertArrayEquals(new double[] {0, 1}, errors.steps().get(0), 1e-4);
        assertEquals(1, errors.steps().size());
    }
}
