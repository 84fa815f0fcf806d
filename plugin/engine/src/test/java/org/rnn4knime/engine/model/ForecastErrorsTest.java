package org.rnn4knime.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastErrorsTest {

    private static double[] kept(final double... errors) {
        return ForecastErrors.of(List.of(errors)).steps().get(0);
    }

    @Test
    void putsErrorsInOrder() {
        assertArrayEquals(new double[] {0, 1, 2.5}, kept(2.5, 0, 1));
        assertArrayEquals(new double[0], kept());
    }

    @Test
    void roundsUpToAFewDigits() {
        assertArrayEquals(new double[] {0.33334, 123460}, kept(1.0 / 3, 123_456.7));
    }

    @Test
    void whatIsNoNumberIsLargerThanAllElse() {
        assertArrayEquals(
                new double[] {1, Double.MAX_VALUE, Double.MAX_VALUE}, kept(Double.NaN, 1, Double.POSITIVE_INFINITY));
    }

    @Test
    void ofVeryManyErrorsKeepsQuantilesThatAreNeverTooSmall() {
        final var kept =
                kept(IntStream.rangeClosed(1, 10_000).mapToDouble(i -> i).toArray());

        assertEquals(ForecastErrors.MOST, kept.length);
        for (final int percent : new int[] {1, 50, 80, 95, 99}) {
            final var ofAll = Math.ceil(10_001 * percent / 100.0);
            final var ofKept = kept[(int) Math.ceil((kept.length + 1) * percent / 100.0) - 1];
            assertTrue(ofKept >= ofAll && ofKept <= ofAll * 1.005 + 2, percent + " %: " + ofKept);
        }
    }
}
