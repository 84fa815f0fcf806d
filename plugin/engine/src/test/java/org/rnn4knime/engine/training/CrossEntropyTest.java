package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossEntropyTest {

    private static final int CLASSES = 3;

    private static final int WINDOWS = 4;

    /** [class, window] */
    private static final float[] OUTPUTS = {
        0.5f, 0.2f, 0.1f, 0.25f,
        0.3f, 0.2f, 0.8f, 0.25f,
        0.2f, 0.6f, 0.1f, 0.5f
    };

    /** [1, window] */
    private static final float[] TARGETS = {0, 2, Float.NaN, 2};

    private final CrossEntropy weighted = new CrossEntropy(2, 1, 0.5);

    @Test
    void isTheNegativeLogarithmOfTheProbabilityOfEachTarget() {
        final var loss = CrossEntropy.unweighted(CLASSES);
        final var sum = loss.add(OUTPUTS, TARGETS, WINDOWS, 1, new float[12]);

        assertEquals(-Math.log(0.5) - Math.log(0.6) - Math.log(0.5), sum, 1e-6);
        assertEquals(3, loss.weight(TARGETS, WINDOWS));
    }

    @Test
    void eachTargetCountsAsMuchAsItsClassWeighs() {
        final var sum = weighted.add(OUTPUTS, TARGETS, WINDOWS, 1, new float[12]);

        assertEquals(-2 * Math.log(0.5) - 0.5 * Math.log(0.6) - 0.5 * Math.log(0.5), sum, 1e-6);
        assertEquals(3, weighted.weight(TARGETS, WINDOWS), 1e-12);
        assertEquals(2.5, weighted.weight(new float[] {0, 2}, 2), 1e-12);
    }

    @Test
    void theGradientStandsAtTheTargetsAloneAndReplacesWhatWasThere() {
        final var gradient = new float[12];
        Arrays.fill(gradient, 7);
        weighted.add(OUTPUTS, TARGETS, WINDOWS, 0.5f, gradient);

        final var expected = new float[12];
        expected[0] = -2 / 0.5f * 0.5f;
        expected[2 * WINDOWS + 1] = -0.5f / 0.6f * 0.5f;
        expected[2 * WINDOWS + 3] = -0.5f / 0.5f * 0.5f;
        assertArrayEquals(expected, gradient, 1e-6f);
    }

    @Test
    void theGradientIsTheSlopeOfTheSumTimesTheScale() {
        final var scale = 0.25f;
        final var step = 1f / 1024;
        final var gradient = new float[12];
        weighted.add(OUTPUTS, TARGETS, WINDOWS, scale, gradient);

        for (int j = 0; j < OUTPUTS.length; j++) {
            final var up = OUTPUTS.clone();
            final var down = OUTPUTS.clone();
            up[j] += step;
            down[j] -= step;
            final var slope = (weighted.add(up, TARGETS, WINDOWS, scale, new float[12])
                            - weighted.add(down, TARGETS, WINDOWS, scale, new float[12]))
                    / (2 * step);
            assertEquals(scale * slope, gradient[j], 1e-5, "output " + j);
        }
    }

    @Test
    void withoutAnyKnownTargetThereIsNoLossAndNoGradient() {
        final var unknown = new float[] {Float.NaN, Float.NaN};
        final var gradient = new float[] {1, 2, 3, 4, 5, 6};

        assertEquals(0, weighted.weight(unknown, 2));
        assertEquals(0, weighted.add(new float[6], unknown, 2, 1, gradient));
        assertArrayEquals(new float[6], gradient);
    }

    @Test
    void theSmallestProbabilityHasAFiniteLossAndGradient() {
        final var gradient = new float[2];
        final var sum = CrossEntropy.unweighted(2).add(new float[] {1e-30f, 1}, new float[] {0}, 1, 1, gradient);

        assertEquals(30 * Math.log(10), sum, 1e-4);
        assertEquals(-1e30, gradient[0], 1e24);
    }

    @Test
    void aSingleClassIsAlwaysRight() {
        final var loss = CrossEntropy.unweighted(1);
        final var gradient = new float[2];

        assertEquals(1, loss.targetValues(1));
        assertEquals(0, loss.add(new float[] {1, 1}, new float[] {0, 0}, 2, 1, gradient));
        assertEquals(2, loss.weight(new float[] {0, 0}, 2));
        assertArrayEquals(new float[] {-1, -1}, gradient);
    }

    @Test
    void aClassThatWeighsNothingIsNotLearned() {
        final var loss = new CrossEntropy(0, 1);
        final var gradient = new float[2];

        assertEquals(0, loss.weight(new float[] {0}, 1));
        assertEquals(0, loss.add(new float[] {0.5f, 0.5f}, new float[] {0}, 1, 1, gradient), 1e-12);
        assertArrayEquals(new float[2], gradient, 1e-12f);
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, 3, 1.5f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0.5f})
    void refusesWhatIsNoIndexOfAClassAndNamesIt(final float wrong) {
        final var targets = new float[] {0, wrong, 1, 2};
        final var ofAdd = assertThrows(
                IllegalArgumentException.class, () -> weighted.add(OUTPUTS, targets, WINDOWS, 1, new float[12]));
        final var ofWeight = assertThrows(IllegalArgumentException.class, () -> weighted.weight(targets, WINDOWS));

        assertTrue(ofAdd.getMessage().endsWith("from 0 to 2, but is " + wrong + "."), ofAdd::getMessage);
        assertEquals(ofAdd.getMessage(), ofWeight.getMessage());
    }

    @Test
    void aTargetIsOneIndexHoweverManyClassesThereAre() {
        assertEquals(1, weighted.targetValues(CLASSES));
        assertThrows(IllegalArgumentException.class, () -> weighted.targetValues(2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWeightsThatAreNone(final double wrong) {
        assertThrows(IllegalArgumentException.class, () -> new CrossEntropy(1, wrong));
    }
}
