package org.rnn4knime.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.model.GradientReach.Layer;

class GradientReachTest {

    private static Layer layer(final double... norms) {
        return GradientReach.of(1, List.of(norms)).layers().get(0);
    }

    private static double[] falling(final int lags) {
        return IntStream.range(0, lags).mapToDouble(lag -> Math.pow(0.9, lag)).toArray();
    }

    @Test
    void keepsFiveDigitsOfEachNorm() {
        final var layer = layer(2.0 / 3, 123_456.7, 1.23456789e-30, 0);
        assertEquals(List.of(0, 1, 2, 3), layer.lags());
        assertEquals(List.of(0.66667, 123460.0, 1.2346e-30, 0.0), layer.norms());
        assertTrue(layer.finite());
    }

    @Test
    void whatIsNotFiniteIsTheLargestNumber() {
        for (final double norm : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.MAX_VALUE}) {
            final var layer = layer(1, norm);
            assertEquals(List.of(1.0, Double.MAX_VALUE), layer.norms());
            assertFalse(layer.finite());
        }
    }

    @Test
    void keepsEveryLagOfShortWindows() {
        for (final int lags : new int[] {0, 1, 199, 200}) {
            final var layer = layer(falling(lags));
            assertEquals(IntStream.range(0, lags).boxed().toList(), layer.lags());
            assertEquals(lags, layer.steps());
        }
    }

    @Test
    void keepsFewerAndFewerLagsOfLongWindows() {
        for (final int lags : new int[] {201, 202, 250, 1000, 100_000}) {
            final var kept = layer(falling(lags));
            assertEquals(GradientReach.MOST_LAGS, kept.lags().size());
            assertEquals(lags, kept.steps());
            assertEquals(IntStream.range(0, 100).boxed().toList(), kept.lags().subList(0, 100));
            for (int index = 1; index < kept.lags().size(); index++) {
                final var distance = kept.lags().get(index) - kept.lags().get(index - 1);
                assertTrue(distance >= 1 && distance <= 1 + kept.lags().get(index) / 10, distance + " of " + lags);
                assertEquals(
                        Math.pow(0.9, kept.lags().get(index)),
                        kept.norms().get(index),
                        1e-4 * kept.norms().get(index));
            }
        }
    }

    @Test
    void findsWhereItFallsAndWhereItGrows() {
        final var layer = layer(2, 3, 1, 0.1, 300, 0.01);
        assertEquals(OptionalInt.of(2), layer.firstBelow(1));
        assertEquals(OptionalInt.of(3), layer.firstBelow(0.1));
        assertEquals(OptionalInt.empty(), layer.firstBelow(1e-6));
        assertEquals(OptionalInt.of(1), layer.firstAbove(1));
        assertEquals(OptionalInt.of(4), layer.firstAbove(100));
        assertEquals(OptionalInt.empty(), layer.firstAbove(1000));
        assertTrue(layer.begins());
        assertFalse(layer(0, 0).begins());
        assertFalse(layer().begins());
        assertEquals(OptionalInt.empty(), layer().firstBelow(1));
    }

    @Test
    void isAValueThatNobodyChanges() {
        final var layers = new ArrayList<>(List.of(layer(1, 0.5)));
        final var reach = new GradientReach(3, layers);
        layers.clear();
        assertEquals(new GradientReach(3, List.of(layer(1, 0.5))), reach);
    }

    @Test
    void isReadFromJsonAsItWasWritten() throws IOException {
        final var mapper = new ObjectMapper();
        final var reach = GradientReach.of(7, List.of(falling(300), new double[] {1, Double.NaN}, new double[0]));
        assertEquals(reach, mapper.readValue(mapper.writeValueAsString(reach), GradientReach.class));
        assertTrue(mapper.writeValueAsString(GradientReach.of(7, List.of(falling(100_000))))
                        .length()
                < 4000);
        assertEquals(
                "{\"epoch\":2,\"layers\":[{\"lags\":[0,1],\"norms\":[1.0,0.5]}]}",
                mapper.writeValueAsString(GradientReach.of(2, List.of(new double[] {1, 0.5}))));
    }

    @Test
    void refusesListsThatDoNotBelongTogether() {
        assertThrows(IllegalArgumentException.class, () -> new Layer(List.of(0, 1), List.of(1.0)));
        assertThrows(IllegalArgumentException.class, () -> new Layer(List.of(1), List.of(1.0)));
    }
}
