package org.rnn4knime.standin.runner.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private static Baseline naive(final int season) {
        return new Baseline("Naive", Baseline.Kind.SEASONAL_NAIVE, new Baseline.History(1, 1, "x"), season);
    }

    @Test
    void repeatsTheLastSeason() {
        assertEquals(List.of("2", "3", "4", "2", "3"), naive(3).predict(List.of("1", "2", "3", "4"), 5));
        assertEquals(List.of("4", "4"), naive(1).predict(List.of("1", "4"), 2));
    }

    @Test
    void saysNothingFromLessThanASeason() {
        assertEquals(List.of(), naive(3).predict(List.of("1", "2"), 5));
    }

    @Test
    void refusesASeasonOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> naive(0));
    }
}
