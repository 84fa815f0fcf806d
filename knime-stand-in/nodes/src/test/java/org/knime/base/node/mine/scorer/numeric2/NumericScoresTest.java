package org.knime.base.node.mine.scorer.numeric2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumericScoresTest {

    private static final double EXACT = 1e-12;

    @Test
    void measuresErrorsOfAKnownExample() {
        final var scores = NumericScores.of(new double[] {1, 2, 4}, new double[] {2, 2, 2}, 1);
        assertEquals(1, scores.meanAbsoluteError(), EXACT);
        assertEquals(5.0 / 3, scores.meanSquaredError(), EXACT);
        assertEquals(-1.0 / 3, scores.meanSignedDifference(), EXACT);
        assertEquals(0.5, scores.meanAbsolutePercentageError(), EXACT);
        // The numbers vary by 14/3 around their mean 7/3.
        assertEquals(1 - 5 / (14.0 / 3), scores.rSquared(), EXACT);
        assertEquals(1 - (1 - scores.rSquared()) * 2 / 1, scores.adjustedRSquared(), EXACT);
    }

    @Test
    void givesAPerfectForecastNoError() {
        final var scores = NumericScores.of(new double[] {3, 5}, new double[] {3, 5}, 0);
        assertEquals(1, scores.rSquared(), EXACT);
        assertEquals(0, scores.meanSquaredError(), EXACT);
    }

    @Test
    void hasNoPercentageErrorOfZeroAndNoScoreOfNothing() {
        assertTrue(Double.isNaN(
                NumericScores.of(new double[] {0, 1}, new double[] {1, 1}, 0).meanAbsolutePercentageError()));
        assertTrue(
                Double.isNaN(NumericScores.of(new double[0], new double[0], 0).meanAbsoluteError()));
    }

    @Test
    void namesTheMeasuresAsKnimeDoes() {
        assertEquals(
                List.of(
                        "R^2",
                        "mean absolute error",
                        "mean squared error",
                        "root mean squared error",
                        "mean signed difference",
                        "mean absolute percentage error",
                        "adjusted R^2"),
                List.copyOf(NumericScores.of(new double[] {1}, new double[] {1}, 0)
                        .byName()
                        .keySet()));
    }
}
