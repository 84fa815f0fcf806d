package org.rnn4knime.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4knime.engine.Examples.lists;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.target;
import static org.rnn4knime.engine.Examples.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.sequence.Sequences.Truth;

class WindowsTest {

    private static final DataSettings FUTURE = target("value");

    private static final DataSettings STEPS =
            Data.of(SequenceLayout.LISTS, Scope.STEP).features("x").settings();

    private static final DataSettings WHOLE =
            Data.of(SequenceLayout.LISTS, Scope.SEQUENCE).features("x").settings();

    private static SequenceSettings maximum(final int length, final BeyondMaximum beyond) {
        return new SequenceSettings(4, Optional.of(1), Optional.of(length), beyond, ForecastMode.RECURSIVE, 1);
    }

    private static Windowing windowing(final DataSettings data, final SequenceSettings sequences) {
        return new Windowing(
                data,
                sequences,
                0,
                sequences.sequenceLength(),
                sequences.stride().orElse(1));
    }

    /** Each window with what it reads and, behind an arrow, the first and the last of its targets. */
    private static List<String> places(final Windows windows, final DataSettings data) {
        return IntStream.range(0, windows.size())
                .mapToObj(window -> windows.from(window) + "-" + (windows.to(window) - 1)
                        + (data.predict() == Scope.STEP
                                ? ">" + windows.targetFrom(window) + "-" + (windows.targetTo(window) - 1)
                                : ""))
                .toList();
    }

    private static List<String> places(final int length, final DataSettings data, final SequenceSettings sequences) {
        final var steps = WindowCase.steps(List.of(length));
        return places(Windows.of(steps, windowing(data, sequences), Split.all(steps)), data);
    }

    private static List<String> predicted(final int length, final DataSettings data, final SequenceSettings sequences) {
        final var steps = WindowCase.steps(List.of(length));
        return places(Windows.predicting(steps, windowing(data, sequences), Split.all(steps)), data);
    }

    @Test
    void aForecastReadsTheStepsBeforeIt() {
        assertEquals(List.of("0-2", "1-3"), places(5, FUTURE, new SequenceSettings(3)));
        assertEquals(List.of(), places(3, FUTURE, new SequenceSettings(3)));
    }

    @Test
    void theLastStepOfASlidingWindowHasItsTarget() {
        final var data =
                Data.of(SequenceLayout.ROWS, Scope.SEQUENCE).features("x").settings();
        assertEquals(List.of("0-2", "1-3", "2-4"), places(5, data, new SequenceSettings(3)));
        assertEquals(List.of("0-2"), places(3, data, new SequenceSettings(3)));
        assertEquals(List.of(), places(2, data, new SequenceSettings(3)));
    }

    @Test
    void theStrideCountsFromTheEndAndPredictionsHaveNone() {
        final var sequences = new SequenceSettings(
                2, Optional.of(3), Optional.empty(), BeyondMaximum.SPLIT, ForecastMode.RECURSIVE, 1);
        assertEquals(List.of("2-3", "5-6"), places(8, FUTURE, sequences));
        assertEquals(6, predicted(8, FUTURE, sequences).size());
    }

    @Test
    void aDirectForecastNeedsAllOfItsHorizonToLearnAndOneStepToPredict() {
        final var sequences =
                new SequenceSettings(2, Optional.of(1), Optional.empty(), BeyondMaximum.SPLIT, ForecastMode.DIRECT, 3);
        assertEquals(List.of("0-1", "1-2"), places(6, FUTURE, sequences));
        assertEquals(List.of("0-1", "1-2", "2-3", "3-4"), predicted(6, FUTURE, sequences));
    }

    @Test
    void symbolsArePredictedFromAsManyAsThereAre() {
        final var steps = WindowCase.steps(List.of(5));
        final var windowing = new Windowing(FUTURE, new SequenceSettings(3), 0, 1, 1);
        assertEquals(
                List.of("0-0", "0-1", "0-2", "1-3"), places(Windows.of(steps, windowing, Split.all(steps)), FUTURE));
    }

    @Test
    void differencesBeginLater() {
        final var steps = WindowCase.steps(List.of(6));
        final var windowing = new Windowing(FUTURE, new SequenceSettings(3), 2, 3, 1);
        assertEquals(List.of("2-4"), places(Windows.of(steps, windowing, Split.all(steps)), FUTURE));
    }

    @Test
    void nothingIsCutSilentlyWithoutAMaximum() {
        assertEquals(List.of("0-99999"), places(100_000, WHOLE, new SequenceSettings(4)));
        assertEquals(List.of("0-99999>0-99999"), places(100_000, STEPS, new SequenceSettings(4)));
    }

    @Test
    void theMaximumLengthKeepsTheEndOrTheStartOrSplits() {
        assertEquals(List.of("6-9"), places(10, WHOLE, maximum(4, BeyondMaximum.KEEP_END)));
        assertEquals(List.of("0-3"), places(10, WHOLE, maximum(4, BeyondMaximum.KEEP_START)));
        assertEquals(List.of("0-3", "4-7", "8-9"), places(10, WHOLE, maximum(4, BeyondMaximum.SPLIT)));
        for (final var beyond : BeyondMaximum.values()) {
            assertEquals(List.of("0-3"), places(4, WHOLE, maximum(4, beyond)));
        }
    }

    @Test
    void theMaximumLengthOfStepsKeepsTheirTargets() {
        assertEquals(List.of("6-9>6-9"), places(10, STEPS, maximum(4, BeyondMaximum.KEEP_END)));
        assertEquals(List.of("0-3>0-3"), places(10, STEPS, maximum(4, BeyondMaximum.KEEP_START)));
        assertEquals(List.of("0-3>0-3", "4-7>4-7", "8-9>8-9"), places(10, STEPS, maximum(4, BeyondMaximum.SPLIT)));
    }

    @Test
    void piecesToPredictOverlapSoThatAllButTheFirstStepsHaveAPast() {
        assertEquals(
                List.of("0-3>0-3", "2-5>4-5", "4-7>6-7", "6-9>8-9"),
                predicted(10, STEPS, maximum(4, BeyondMaximum.SPLIT)));
        assertEquals(List.of("0-2>0-2", "2-4>3-4", "4-5>5-5"), predicted(6, STEPS, maximum(3, BeyondMaximum.SPLIT)));
        assertEquals(List.of("0-0>0-0", "1-1>1-1"), predicted(2, STEPS, maximum(1, BeyondMaximum.SPLIT)));
        assertEquals(List.of("0-3", "4-7", "8-9"), predicted(10, WHOLE, maximum(4, BeyondMaximum.SPLIT)));
    }

    @Test
    void aSeriesIsTrainedInPiecesOfTheSequenceLengthWhateverTheMaximum() {
        final var data = Data.of(SequenceLayout.ROWS, Scope.STEP).features("x").settings();
        assertEquals(List.of("0-3>0-3", "4-7>4-7", "8-8>8-8"), places(9, data, maximum(2, BeyondMaximum.KEEP_START)));
    }

    @Test
    void aValidationPieceReadsTrainingStepsAsHistoryButHasNoneOfTheirTargets() {
        final var steps = WindowCase.steps(List.of(10));
        final var split = new Split(steps, new int[] {6});
        final var windowing = windowing(STEPS, maximum(4, BeyondMaximum.SPLIT));
        assertEquals(List.of("0-3>0-3", "4-5>4-5"), places(Windows.of(steps, windowing, split.training()), STEPS));
        assertEquals(List.of("4-7>6-7", "8-9>8-9"), places(Windows.of(steps, windowing, split.validation()), STEPS));
    }

    @Test
    void aValidationWindowReadsTrainingStepsAsHistory() {
        final var steps = WindowCase.steps(List.of(10));
        final var split = new Split(steps, new int[] {8});
        final var windowing = windowing(FUTURE, new SequenceSettings(5));

        assertEquals(List.of("0-4", "1-5", "2-6"), places(Windows.of(steps, windowing, split.training()), FUTURE));
        assertEquals(List.of("3-7", "4-8"), places(Windows.of(steps, windowing, split.validation()), FUTURE));
    }

    @Test
    void countsSequencesThatAreTooShortInOneSentence() {
        final var sequences = Sequences.of(
                table(lists("value", new double[5], new double[4], new double[0])),
                Data.of(SequenceLayout.LISTS, Scope.FUTURE).target("value").settings(),
                Truth.COMPLETE);
        assertEquals(
                Optional.of("2 of 3 sequences have fewer than 5 time steps and are left out."),
                TooFewRows.warning(sequences, 5));
        assertEquals(
                Optional.of("1 of 3 sequences have no time step and are left out."), TooFewRows.warning(sequences, 1));
        assertEquals(Optional.empty(), TooFewRows.warning(sequences, 0));
    }

    @Test
    void countsWithoutTheStepsThatAreLeftOut() {
        final var data = Data.of(SequenceLayout.LISTS, Scope.FUTURE).missing(MissingValues.SKIP);
        final var sequences = Sequences.of(
                table(lists("y", new double[] {1, Double.NaN, 3}, new double[] {1, 2, 3})),
                data.settings(),
                Truth.COMPLETE);
        assertEquals(
                Optional.of("1 of 2 sequences have fewer than 3 time steps without missing values and are left out."),
                TooFewRows.warning(sequences, 3));
    }

    @Test
    void countsUpToTheFirstStepWithoutATarget() {
        final var sequences = Sequences.of(
                table(text("id", "a", "a", "a", "b"), numbers("value", 1, Double.NaN, Double.NaN, 2)),
                new DataSettings("value", List.of("id"), Optional.empty()),
                Truth.MAY_END_EARLY);

        assertEquals(2, sequences.readableLength(0));
        assertEquals(1, sequences.readableLength(1));
        assertEquals(
                Optional.of(
                        "2 of 2 sequences have fewer than 3 rows up to the first without a target and are left out."),
                TooFewRows.warning(sequences, 3));
    }
}
