package org.rnn4knime.standin.runner.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricTest {

    @Test
    void measuresRootMeanSquaredError() {
        assertEquals(5 / Math.sqrt(2), Metric.RMSE.of(List.of("1", "2.0"), List.of("4", "-2")), 1e-12);
        assertTrue(Double.isNaN(Metric.RMSE.of(List.of(), List.of())));
    }

    @Test
    void measuresAccuracy() {
        assertEquals(0.5, Metric.ACCURACY.of(List.of("a", "b"), List.of("a", "c")));
    }

    @Test
    void reachesABarFromItsGoodSide() {
        assertTrue(Metric.RMSE.reaches(29.9, 30));
        assertFalse(Metric.RMSE.reaches(30, 30));
        assertTrue(Metric.ACCURACY.reaches(0.9, 0.9));
        assertFalse(Metric.ACCURACY.reaches(0.89, 0.9));
        assertFalse(Metric.RMSE.reaches(Double.NaN, 30));
        assertFalse(Metric.ACCURACY.reaches(Double.NaN, 0.9));
    }

    @Test
    void tellsTheBarInWords() {
        assertEquals("below 30", Metric.RMSE.describe(30));
        assertEquals("at least 0.95", Metric.ACCURACY.describe(0.95));
    }
}
