package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.RawSequences;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.model.Baseline;
import org.rnn4knime.engine.model.Baseline.Kind;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.ValidationSplit;

class BaselinesTest {

    private static final double NONE = Double.NaN;

    private static final Setup FUTURE = Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE));

    private static Setup passengers(final double fraction) {
        return Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE).target("passengers"))
                .length(6)
                .validation(ValidationSplit.IN_TIME, fraction);
    }

    private static double[] airline() {
        return ((NumberColumn) Examples.airline(0, 144).column("passengers")).values();
    }

    private static double[] values(final int count, final IntUnaryOperator value) {
        return IntStream.range(0, count).map(value).asDoubleStream().toArray();
    }

    private static void assertBaseline(
            final Kind kind, final Optional<Integer> season, final double value, final Optional<Baseline> actual) {
        final var found = actual.orElseThrow();
        assertEquals(kind, found.kind());
        assertEquals(season, found.season());
        assertEquals(value, found.value(), 1e-9 * Math.max(1, value));
    }

    /** The error of the value so many months before each of the last months. */
    private static double naive(final int months, final int lag) {
        final var truth = airline();
        return Math.sqrt(IntStream.range(144 - months, 144)
                .mapToDouble(month -> truth[month] - truth[month - lag])
                .map(error -> error * error)
                .average()
                .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theNextMonthOfAirlinePassengersIsAsTheSameMonthAYearBefore(final boolean isTransformed) {
        final var transform = isTransformed
                ? new TargetTransform(true, true, Optional.of(4), WindowLevel.MEAN)
                : TargetTransform.NONE;
        assertTrue(naive(24, 12) < naive(24, 1));
        assertBaseline(
                Kind.SEASONAL_NAIVE,
                Optional.of(12),
                naive(24, 12),
                MeasuredPart.of(passengers(1.0 / 6).transform(transform), Examples.airline(0, 144))
                        .baseline());
    }

    @Test
    void beyondASeasonAheadTheLastSeasonIsRepeated() {
        final var truth = airline();
        final var horizon = 30;
        double squares = 0;
        int count = 0;
        for (int first = 100; first + horizon <= 144; first++) {
            for (int ahead = 0; ahead < horizon; ahead++) {
                // Of the twelve months before the first one, the same of the year.
                int same = first + ahead;
                while (same >= first) {
                    same -= 12;
                }
                squares += Math.pow(truth[first + ahead] - truth[same], 2);
                count++;
            }
        }

        assertBaseline(
                Kind.SEASONAL_NAIVE,
                Optional.of(12),
                Math.sqrt(squares / count),
                MeasuredPart.of(passengers(44.0 / 144).direct(horizon), Examples.airline(0, 144))
                        .baseline());
    }

    @Test
    void whereASequenceDoesNotReachBackASeasonTheLastValueTakesItsPlace() {
        final var learned = numbers("y", values(60, step -> step % 12 == 4 ? 1 : 0));
        final var y = values(49, step -> step % 12 == 4 ? 1 : 0);
        // From the fourth on; at 4 the season is not reached, nor at 5, where 1 was read last; at 16, 28 and 40 it is.
        assertBaseline(
                Kind.SEASONAL_NAIVE,
                Optional.of(12),
                Math.sqrt(2.0 / 46),
                MeasuredPart.of(FUTURE, table(learned), table(numbers("y", y))).baseline());
    }

    @Test
    void aRandomWalkIsBestPredictedByItsLastValueAndNoiseByItsMean() {
        final var random = new Random(1);
        final var noise = random.doubles(200).toArray();
        final var walk = noise.clone();
        Arrays.parallelPrefix(walk, (sum, value) -> sum + value - 0.5);
        final var setup = FUTURE.validation(ValidationSplit.IN_TIME, 0.25);
        final var mean = Arrays.stream(noise).limit(150).average().orElseThrow();

        assertBaseline(
                Kind.LAST_VALUE,
                Optional.empty(),
                Math.sqrt(IntStream.range(150, 200)
                        .mapToDouble(step -> Math.pow(walk[step] - walk[step - 1], 2))
                        .average()
                        .orElseThrow()),
                MeasuredPart.of(setup, table(numbers("y", walk))).baseline());
        assertBaseline(
                Kind.MEAN,
                Optional.empty(),
                Math.sqrt(IntStream.range(150, 200)
                        .mapToDouble(step -> Math.pow(noise[step] - mean, 2))
                        .average()
                        .orElseThrow()),
                MeasuredPart.of(setup, table(numbers("y", noise))).baseline());
    }

    @Test
    void theLastValueIsTheOneAtTheLastStepReadHoweverFarAhead() {
        final var walk = values(40, step -> step);
        // Errors of 1, 2 and 3; the mean is farther, and there is no season.
        assertBaseline(
                Kind.LAST_VALUE,
                Optional.empty(),
                Math.sqrt(14.0 / 3),
                MeasuredPart.of(FUTURE.direct(3).validation(ValidationSplit.IN_TIME, 0.25), table(numbers("y", walk)))
                        .baseline());
    }

    @Test
    void ofEquallyGoodRulesTheSimplestCounts() {
        final var setup = FUTURE.validation(ValidationSplit.IN_TIME, 0.25);
        assertBaseline(
                Kind.LAST_VALUE,
                Optional.empty(),
                0,
                MeasuredPart.of(setup, table(numbers("y", values(20, step -> 7))))
                        .baseline());
        final var classes = new String[20];
        Arrays.fill(classes, "a");
        assertBaseline(
                Kind.LAST_VALUE,
                Optional.empty(),
                1,
                MeasuredPart.of(setup, table(text("y", classes))).baseline());
    }

    @ParameterizedTest
    @CsvSource({"LAST, 3", "MEAN, 2"})
    void aMissingValueIsWhatTheNetworkReadsInItsPlace(final MissingValues policy, final double read) {
        final var setup = Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE).missing(policy))
                .length(1);
        // Predicted are 3 by 2, nothing by 3, and 2.9 by what takes the place of the missing one; the mean of the
        // training part is 2.
        assertBaseline(
                Kind.LAST_VALUE,
                Optional.empty(),
                Math.sqrt((1 + Math.pow(2.9 - read, 2)) / 2),
                MeasuredPart.of(setup, table(numbers("y", 1, 3, 1, 3)), table(numbers("y", 2, 3, NONE, 2.9)))
                        .baseline());
    }

    @Test
    void sequencesOfStepColumnsShareTheirSeason() {
        final var raw = RawSequences.of(IntStream.generate(() -> 40).limit(10).toArray())
                .numbers("y", (sequence, step) -> 10.0 * sequence + (step + sequence) * (step + sequence) % 5);
        final var setup = Setup.of(
                        Data.of(SequenceLayout.COLUMNS, Scope.FUTURE).target("").features(raw.columnNames("y")))
                .validation(ValidationSplit.IN_TIME, 0.25);
        assertBaseline(
                Kind.SEASONAL_NAIVE,
                Optional.of(5),
                0,
                MeasuredPart.of(setup, raw.columns()).baseline());
    }

    @Test
    void nothingMeasuredGivesNoBaseline() {
        assertEquals(
                Optional.empty(),
                MeasuredPart.of(FUTURE, table(numbers("y", 1, 2, 3, 4, 5))).baseline());
        final var steps = Setup.of(Data.of(SequenceLayout.ROWS, Scope.STEP).features("x"));
        assertEquals(
                Optional.empty(),
                MeasuredPart.of(
                                steps,
                                table(numbers("x", 1), numbers("y", 1)),
                                table(numbers("x", 1), numbers("y", NONE)))
                        .baseline());
    }

    @Test
    void oneRowIsEnough() {
        final var steps = Setup.of(Data.of(SequenceLayout.ROWS, Scope.STEP).features("x"));
        assertEquals(
                Optional.of(Baseline.of(Kind.MEAN, 3)),
                MeasuredPart.of(steps, table(numbers("x", 1), numbers("y", 1)), table(numbers("x", 1), numbers("y", 4)))
                        .baseline());
    }

    @Test
    void hugeNumbersAreComparedToo() {
        final var y = new double[] {1e300, -1e300, 1e300, -1e300, 1e300, -1e300, 1e300, -1e300};
        final var found = MeasuredPart.of(FUTURE.validation(ValidationSplit.IN_TIME, 0.25), table(numbers("y", y)))
                .baseline()
                .orElseThrow();
        assertEquals(Kind.MEAN, found.kind());
        assertEquals(1e300, found.value(), 1e288);
    }
}
