package org.rnn4knime.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.reference.ReferenceNetwork;

/** What a network begins with. */
class ParametersTest {

    private static final int UNITS = 6;

    private static NetworkPlan plan(final CellType cell) {
        return new NetworkPlan(
                new Inputs(3, List.of(new Embedding(50, 40))),
                new NetworkSettings(
                        cell,
                        UNITS,
                        2,
                        true,
                        Activation.TANH,
                        Optional.of(new Convolution(4, 3, 1)),
                        Summary.ATTENTION,
                        0.1),
                new Outputs(2, Type.CLASSES, Scope.SEQUENCE));
    }

    private static double[] block(final NetworkPlan plan, final String name) {
        final var all = Problem.doubles(Parameters.initial(plan, 3));
        return ReferenceNetwork.blocks(plan).stream()
                .filter(block -> block.name().equals(name))
                .findFirst()
                .orElseThrow()
                .of(all);
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatTheNetworkHas(final CellType cell) {
        assertEquals(ReferenceNetwork.count(plan(cell)), Parameters.count(plan(cell)));
        final var boundaries = Parameters.layerBoundaries(plan(cell));
        assertEquals(0, boundaries[0]);
        assertEquals(Parameters.count(plan(cell)), boundaries[boundaries.length - 1]);
        // Embedding, convolution, two recurrent layers, attention and, but for Jordan, the output.
        assertEquals(cell == CellType.JORDAN ? 6 : 7, boundaries.length);
    }

    @Test
    void refusesMoreThanAnArrayCanHold() {
        final var settings =
                new NetworkSettings(CellType.LSTM, 4096, 16, true, Activation.TANH, Optional.empty(), Summary.LAST, 0);
        final var huge = new NetworkPlan(Inputs.numbers(1), settings, new Outputs(1, Type.NUMBERS, Scope.STEP));
        final var message = assertThrows(IllegalArgumentException.class, () -> Parameters.count(huge))
                .getMessage();
        assertTrue(message.contains("Lower the hidden units"), message);
    }

    @Test
    void theSameSeedGivesTheSameAndAnotherSeedOthers() {
        final var plan = plan(CellType.GRU);
        assertArrayEquals(Parameters.initial(plan, 5), Parameters.initial(plan, 5));
        assertFalse(Arrays.equals(Parameters.initial(plan, 5), Parameters.initial(plan, 6)));
    }

    @Test
    void recurrentWeightsAreOrthogonalGateByGate() {
        final var weights = block(plan(CellType.LSTM), "forward Uf of layer 2");
        for (int one = 0; one < UNITS; one++) {
            for (int other = 0; other < UNITS; other++) {
                double product = 0;
                for (int row = 0; row < UNITS; row++) {
                    product += weights[one * UNITS + row] * weights[other * UNITS + row];
                }
                assertEquals(one == other ? 1 : 0, product, 1e-6);
            }
        }
    }

    @Test
    void jordansFeedbackIsOrthogonalAsFarAsItsShapeAllows() {
        final var plan = plan(CellType.JORDAN);
        final var weights = block(plan, "forward U of layer 2");
        for (int row = 0; row < 2; row++) {
            double square = 0;
            for (int unit = 0; unit < UNITS; unit++) {
                square += Math.pow(weights[unit * 2 + row], 2);
            }
            assertEquals(1, square, 1e-6);
        }
    }

    @Test
    void inputWeightsAreWithinGlorotsBoundAndFillIt() {
        final var weights = block(plan(CellType.LSTM), "forward Wo of layer 2");
        final var bound = Math.sqrt(6.0 / (2 * UNITS + UNITS));
        assertTrue(Arrays.stream(weights).allMatch(weight -> Math.abs(weight) <= bound));
        assertTrue(Arrays.stream(weights).map(Math::abs).max().orElseThrow() > 0.9 * bound);
    }

    @Test
    void biasesAreZeroButForTheForgetGate() {
        final var plan = plan(CellType.LSTM);
        assertArrayEquals(new double[UNITS], block(plan, "backward bi of layer 1"));
        final var ones = new double[UNITS];
        Arrays.fill(ones, 1);
        assertArrayEquals(ones, block(plan, "forward bf of layer 1"));
        assertArrayEquals(ones, block(plan, "backward bf of layer 2"));
        assertArrayEquals(new double[2], block(plan, "output b"));
    }

    @Test
    void embeddingsHaveTheVarianceOne() {
        final var vectors = block(plan(CellType.GRU), "embedding 1");
        assertEquals(
                1, Arrays.stream(vectors).map(value -> value * value).average().orElseThrow(), 0.1);
    }
}
