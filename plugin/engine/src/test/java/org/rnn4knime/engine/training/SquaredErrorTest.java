package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.network.Loss;

class SquaredErrorTest {

    private static final int WINDOWS = 3;

    /** [value, window]: errors 2, -0.5, 0 and -3, unknown, 0.25. */
    private static final float[] OUTPUTS = {3, 1, 4, -1, 5, 0.5f};

    private static final float[] TARGETS = {1, 1.5f, 4, 2, Float.NaN, 0.25f};

    private final Loss loss = new SquaredError();

    @Test
    void squaredErrorIsTheSumOfSquares() {
        final var gradient = new float[6];
        final var sum = new SquaredError().add(OUTPUTS, TARGETS, WINDOWS, 1, gradient);

        assertEquals(4 + 0.25 + 0 + 9 + 0.0625, sum, 1e-12);
        assertArrayEquals(new float[] {4, -1, 0, -6, 0, 0.5f}, gradient);
    }

    @Test
    void theGradientIsTheSlopeOfTheSumTimesTheScale() {
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

    @Test
    void onlyKnownTargetsWeigh() {
        assertEquals(5, loss.weight(TARGETS, WINDOWS));
    }

    @Test
    void withoutAnyKnownTargetThereIsNoLossAndNoGradient() {
        final var unknown = new float[6];
        Arrays.fill(unknown, Float.NaN);
        final var gradient = new float[] {1, 2, 3, 4, 5, 6};

        assertEquals(0, loss.weight(unknown, WINDOWS));
        assertEquals(0, loss.add(OUTPUTS, unknown, WINDOWS, 1, gradient));
        assertArrayEquals(new float[6], gradient);
    }

    @Test
    void anOutputThatIsNoNumberIsNotHidden() {
        final var gradient = new float[1];

        assertEquals(Double.NaN, loss.add(new float[] {Float.NaN}, new float[] {1}, 1, 1, gradient));
        assertEquals(Float.NaN, gradient[0]);
    }

    @Test
    void eachOutputHasATargetOfItsOwn() {
        assertEquals(7, loss.targetValues(7));
    }
}
