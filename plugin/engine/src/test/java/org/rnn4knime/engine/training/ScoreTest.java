package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.model.MetricType;

class ScoreTest {

    private static double of(final MetricType metric, final double... pairs) {
        final var score = Score.of(metric);
        for (int index = 0; index < pairs.length; index += 2) {
            score.add(pairs[index], pairs[index + 1]);
        }
        return score.value().orElseThrow();
    }

    @Test
    void withoutAPredictionThereIsNone() {
        for (final var metric : MetricType.values()) {
            assertEquals(OptionalDouble.empty(), Score.of(metric).value());
        }
    }

    @Test
    void theAccuracyIsTheShareOfRightOnes() {
        assertEquals(0.5, of(MetricType.ACCURACY, 1, 1, 2, 1, 0, 0, 1, Double.NaN));
        assertEquals(0, of(MetricType.ACCURACY, -1, 0));
    }

    @Test
    void theErrorIsTheRootOfTheMeanSquare() {
        // Errors of 3, 4, 0, -5, 1, -1: the sum of the squares is 52.
        assertEquals(Math.sqrt(52.0 / 6), of(MetricType.RMSE, 1, 4, 1, 5, 2, 2, 5, 0, 1, 2, 2, 1), 1e-15);
        assertEquals(0, of(MetricType.RMSE, 1, 1, 2, 2));
        assertEquals(Math.sqrt(0.5), of(MetricType.RMSE, 1, 1, 2, 3), 1e-15);
    }

    @Test
    void hugeAndTinyErrorsAreMeasuredToo() {
        assertEquals(1e200 * Math.sqrt(12.5), of(MetricType.RMSE, 0, 3e200, 4e200, 0), 1e186);
        assertEquals(1e-200 * Math.sqrt(12.5), of(MetricType.RMSE, 0, 3e-200, 4e-200, 0), 1e-214);
    }

    @Test
    void whatIsNotFiniteIsTold() {
        final var infinite = Double.POSITIVE_INFINITY;
        assertEquals(infinite, of(MetricType.RMSE, 1, infinite, 1, -infinite, 1, 2));
        assertEquals(infinite, of(MetricType.RMSE, 1, 3, 1, infinite));
        assertEquals(Double.NaN, of(MetricType.RMSE, 1, Double.NaN));
        assertEquals(Double.NaN, of(MetricType.RMSE, 1, 2, 1, Double.NaN, 1, infinite, 1, 5));
        assertEquals(Double.NaN, of(MetricType.RMSE, 1, infinite, 1, Double.NaN));
    }
}
