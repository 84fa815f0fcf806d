package org.rnn4knime.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.NumberTarget;
import org.rnn4knime.engine.encoding.Scaler;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.Vocabulary;
import org.rnn4knime.engine.model.Baseline.Kind;

class BaselineTest {

    private static Baseline of(final Kind kind, final Optional<Integer> season, final Optional<String> name) {
        return new Baseline(kind, season, name, 0.5);
    }

    @Test
    void itSaysWhatIsPredicted() {
        assertEquals("the last value", Baseline.of(Kind.LAST_VALUE, 1).description());
        assertEquals(
                "the mean of the training targets", Baseline.of(Kind.MEAN, 1).description());
        assertEquals(
                "the value 12 time steps before",
                of(Kind.SEASONAL_NAIVE, Optional.of(12), Optional.empty()).description());
        assertEquals(
                "the most frequent class \"a\"",
                of(Kind.MAJORITY_CLASS, Optional.empty(), Optional.of("a")).description());
    }

    @Test
    void whatDoesNotFitTheRuleIsRefused() {
        for (final var kind : Kind.values()) {
            for (final var season : List.of(Optional.<Integer>empty(), Optional.of(12))) {
                for (final var name : List.of(Optional.<String>empty(), Optional.of("a"))) {
                    final var isFitting = season.isPresent() == (kind == Kind.SEASONAL_NAIVE)
                            && name.isPresent() == (kind == Kind.MAJORITY_CLASS);
                    if (isFitting) {
                        assertEquals(kind, of(kind, season, name).kind());
                    } else {
                        assertThrows(IllegalArgumentException.class, () -> of(kind, season, name));
                    }
                }
            }
        }
        for (final var value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> Baseline.of(Kind.MEAN, value));
        }
    }

    @Test
    void aLargerAccuracyAndASmallerErrorAreBetterAndAnythingIsBetterThanNaN() {
        assertTrue(MetricType.ACCURACY.isBetter(0.6, 0.5));
        assertFalse(MetricType.ACCURACY.isBetter(0.5, 0.6));
        assertTrue(MetricType.RMSE.isBetter(0.5, 0.6));
        assertTrue(MetricType.RMSE.isBetter(0.5, Double.POSITIVE_INFINITY));
        assertFalse(MetricType.RMSE.isBetter(0.6, 0.5));
        for (final var metric : MetricType.values()) {
            assertFalse(metric.isBetter(0.5, 0.5));
            assertTrue(metric.isBetter(0.5, Double.NaN));
            assertFalse(metric.isBetter(Double.NaN, 0.5));
            assertFalse(metric.isBetter(Double.NaN, Double.NaN));
        }
        assertTrue(MetricType.RMSE.isBetter(Double.POSITIVE_INFINITY, Double.NaN));
    }

    @Test
    void classesAreMeasuredByTheirShareAndNumbersByTheirError() {
        assertEquals(MetricType.ACCURACY, MetricType.of(new ClassTarget("y", new Vocabulary(List.of("a")), false)));
        assertEquals(MetricType.RMSE, MetricType.of(new NumberTarget("y", TargetTransform.NONE, new Scaler(0, 1))));
    }
}
