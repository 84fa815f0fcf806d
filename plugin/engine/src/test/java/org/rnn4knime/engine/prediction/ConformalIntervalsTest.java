package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.model.ForecastErrors;

class ConformalIntervalsTest {

    private static final double[] NINE = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    private static ConformalIntervals of(final double[]... steps) {
        return new ConformalIntervals(new ForecastErrors(List.of(steps)), false);
    }

    @Test
    void reachAsFarAsTheErrorOfTheirRankAmongOneMore() {
        assertEquals(8, of(NINE).reaches(80, 1)[0]);
        assertEquals(9, of(NINE).reaches(80.1, 1)[0]);
        assertEquals(9, of(NINE).reaches(90, 1)[0]);
        assertEquals(1, of(NINE).reaches(10, 1)[0]);
        assertEquals(1, of(NINE).reaches(0.1, 1)[0]);
    }

    @Test
    void areNeverNarrowerThanAtTheStepBefore() {
        final var half = new double[] {.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5};

        assertArrayEquals(new double[] {4, 8, 8}, of(half, NINE, half).reaches(80, 3));
    }

    @Test
    void growWithTheSquareRootOfTheStepBeyondWhatWasMeasured() {
        final var zeros = new double[9];

        assertArrayEquals(
                new double[] {0, 8, 8 * Math.sqrt(1.5), 8 * Math.sqrt(2)},
                of(zeros, NINE).reaches(80, 4),
                1e-12);
    }

    @Test
    void growTooWhereTooFewErrorsAreLeftForTheLevel() {
        final var few = new double[] {1, 20};

        assertArrayEquals(new double[] {8, 20, 20}, of(NINE, few).reaches(80, 3));
        assertArrayEquals(
                new double[] {8, 8 * Math.sqrt(2), 8 * Math.sqrt(3)},
                of(NINE, new double[] {1}).reaches(80, 3),
                1e-12);
    }

    @Test
    void reachAsFarAsTheLargestErrorIfThereAreTooFew() {
        final var intervals = of(new double[] {1, 2, 3});

        assertArrayEquals(new double[] {3, 3 * Math.sqrt(2)}, intervals.reaches(80, 2), 1e-12);
        assertEquals(
                Optional.of(
                        "The validation part of the training was too small for intervals of 80 %: they reach as far as"
                                + " its largest errors. Hold back more in the RNN Learner."),
                intervals.warning(List.of(50.0, 80.0), 1));
        assertEquals(Optional.empty(), intervals.warning(List.of(50.0, 75.0), 1));
    }

    @Test
    void sayWhereTheyAreNoLongerMeasured() {
        assertEquals(
                Optional.of("The training measured the errors of forecasts up to 1 step ahead for intervals of 90 %:"
                        + " beyond, these grow with the square root of the step. To measure more, train with a larger"
                        + " horizon or hold back more."),
                of(NINE, new double[] {1, 2, 3, 4}).warning(List.of(80.0, 90.0), 2));
        assertEquals(Optional.empty(), of(NINE, NINE).warning(List.of(90.0), 2));
        assertEquals(Optional.empty(), of(NINE).warning(List.of(), 2));
    }

    @Test
    void lieAroundTheForecast() {
        final var interval = of(NINE).around(new double[] {10, Double.NaN, -1e308}, 80, new double[] {8, 8, 1.7e308});

        assertEquals(80, interval.level());
        assertArrayEquals(new double[] {2, Double.NaN, Double.NEGATIVE_INFINITY}, interval.lower());
        assertArrayEquals(new double[] {18, Double.NaN, 7e307}, interval.upper(), 1e300);
    }

    @Test
    void areFactorsWhereLogarithmsWereLearned() {
        final var intervals = new ConformalIntervals(new ForecastErrors(List.of(NINE)), true);
        final var interval = intervals.around(new double[] {10, 0, 5}, 80, new double[] {Math.log(2), 1, 0});

        assertArrayEquals(new double[] {5, 0, 5}, interval.lower(), 1e-12);
        assertArrayEquals(new double[] {20, 0, 5}, interval.upper(), 1e-12);
        assertTrue(interval.lower()[2] <= 5 && 5 <= interval.upper()[2]);
    }
}
