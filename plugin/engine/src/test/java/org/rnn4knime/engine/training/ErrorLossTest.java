package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4knime.engine.network.Loss;

class ErrorLossTest {

    private static final int WINDOWS = 3;

    /** [value, window]: errors 2, -0.5, 0 and -3, unknown, 0.25. */
    private static final float[] OUTPUTS = {3, 1, 4, -1, 5, 0.5f};

    private static final float[] TARGETS = {1, 1.5f, 4, 2, Float.NaN, 0.25f};

    static Stream<Loss> losses() {
        return Stream.of(new SquaredError(), new AbsoluteError(), new HuberLoss());
    }

    @Test
    void squaredErrorIsTheSumOfSquares() {
        final var gradient = new float[6];
        final var sum = new SquaredError().add(OUTPUTS, TARGETS, WINDOWS, 1, gradient);

        assertEquals(4 + 0.25 + 0 + 9 + 0.0625, sum, 1e-12);
        assertArrayEquals(new float[] {4, -1, 0, -6, 0, 0.5f}, gradient);
    }

    @Test
    void absoluteErrorIsTheSumOfSizes() {
        final var gradient = new float[6];
        final var sum = new AbsoluteError().add(OUTPUTS, TARGETS, WINDOWS, 1, gradient);

        assertEquals(2 + 0.5 + 0 + 3 + 0.25, sum, 1e-12);
        assertArrayEquals(new float[] {1, -1, 0, -1, 0, 1}, gradient);
    }

    @Test
    void hubersLossIsSquaredNearZeroAndStraightBeyondOne() {
        final var gradient = new float[6];
        final var sum = new HuberLoss().add(OUTPUTS, TARGETS, WINDOWS, 1, gradient);

        assertEquals(1.5 + 0.125 + 0 + 2.5 + 0.03125, sum, 1e-12);
        assertArrayEquals(new float[] {1, -0.5f, 0, -1, 0, 0.25f}, gradient);
    }

    @Test
    void hubersLossHasNoStepAtOne() {
        assertEquals(0.5, new HuberLoss().loss(1));
        assertEquals(0.5, new HuberLoss().loss(Math.nextUp(1.0)), 1e-12);
        assertEquals(0.5, new HuberLoss().loss(-1));
        assertEquals(1, new HuberLoss().slope(1));
        assertEquals(-1, new HuberLoss().slope(-1));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theGradientIsTheSlopeOfTheSumTimesTheScale(final Loss loss) {
        final var scale = 0.25f;
        final var step = 1f / 1024;
        final var gradient = new float[6];
        loss.add(OUTPUTS, TARGETS, WINDOWS, scale, gradient);

        for (int j = 0; j < OUTPUTS.length; j++) {
            final var up = OUTPUTS.clone();
            final var down = OUTPUTS.clone();
            up[j] += step;
            down[j] -= step;
            final var slope = (loss.add(up, TARGETS, WINDOWS, scale, new float[6])
                            - loss.add(down, TARGETS, WINDOWS, scale, new float[6]))
                    / (2 * step);
            assertEquals(scale * slope, gradient[j], 1e-6, "output " + j);
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void onlyKnownTargetsWeigh(final Loss loss) {
        assertEquals(5, loss.weight(TARGETS, WINDOWS));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void withoutAnyKnownTargetThereIsNoLossAndNoGradient(final Loss loss) {
        final var unknown = new float[6];
        Arrays.fill(unknown, Float.NaN);
        final var gradient = new float[] {1, 2, 3, 4, 5, 6};

        assertEquals(0, loss.weight(unknown, WINDOWS));
        assertEquals(0, loss.add(OUTPUTS, unknown, WINDOWS, 1, gradient));
        assertArrayEquals(new float[6], gradient);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void anOutputThatIsNoNumberIsNotHidden(final Loss loss) {
        final var gradient = new float[1];

        assertEquals(Double.NaN, loss.add(new float[] {Float.NaN}, new float[] {1}, 1, 1, gradient));
        assertEquals(Float.NaN, gradient[0]);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void eachOutputHasATargetOfItsOwn(final Loss loss) {
        assertEquals(7, loss.targetValues(7));
    }
}
