package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4knime.engine.model.ClippingType;

class GradientClippingTest {

    /** Three layers, one of them without parameters; norms 5, 0 and 12. */
    private static final int[] BOUNDARIES = {0, 2, 2, 5};

    private static final double NORM = 13;

    @Test
    void noneChangesNothing() {
        final var gradient = gradient();
        final var clipped = clipping(ClippingType.NONE, 0).clip(gradient);

        assertFalse(clipped.isClipped());
        assertEquals(NORM, clipped.norm(), 1e-12);
        assertArrayEquals(gradient(), gradient);
    }

    @Test
    void byValueEachValueIsHeldOnItsOwn() {
        final var gradient = gradient();
        final var clipped = clipping(ClippingType.VALUE, 3.5).clip(gradient);

        assertTrue(clipped.isClipped());
        assertEquals(NORM, clipped.norm(), 1e-12);
        assertArrayEquals(new float[] {3, -3.5f, 0, 3.5f, 0}, gradient);
    }

    @Test
    void eachLayerIsShortenedByItsOwnNorm() {
        final var gradient = gradient();
        final var clipped = clipping(ClippingType.LAYER_NORM, 6).clip(gradient);

        assertTrue(clipped.isClipped());
        assertEquals(NORM, clipped.norm(), 1e-12);
        assertArrayEquals(new float[] {3, -4, 0, 6, 0}, gradient, 1e-6f);
    }

    @Test
    void aShortLayerStaysAsItIsBesideALongOne() {
        final var gradient = new float[] {3, -4, 0.5f, 1, 0};
        final var clipped = clipping(ClippingType.LAYER_NORM, 2.5).clip(gradient);

        assertTrue(clipped.isClipped());
        assertArrayEquals(new float[] {1.5f, -2, 0.5f, 1, 0}, gradient, 1e-6f);
    }

    @Test
    void theWholeGradientIsShortenedAndKeepsItsDirection() {
        final var gradient = gradient();
        final var clipped = clipping(ClippingType.GLOBAL_NORM, 6.5).clip(gradient);

        assertTrue(clipped.isClipped());
        assertEquals(NORM, clipped.norm(), 1e-12);
        assertArrayEquals(new float[] {1.5f, -2, 0, 6, 0}, gradient, 1e-6f);
    }

    @ParameterizedTest
    @EnumSource
    void aGradientUpToTheThresholdStaysAsItIsToTheBit(final ClippingType type) {
        final var gradient = new float[] {0.1f, -0.3f, -0f, 1e-40f, 0.7f};
        final var before = gradient.clone();
        final var clipped = clipping(type, 1).clip(gradient);

        assertFalse(clipped.isClipped());
        for (int j = 0; j < gradient.length; j++) {
            assertEquals(Float.floatToRawIntBits(before[j]), Float.floatToRawIntBits(gradient[j]));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LAYER_NORM", "GLOBAL_NORM"})
    void aNormThatIsTheThresholdIsNotTooLarge(final ClippingType type) {
        final var clipped = clipping(type, NORM).clip(gradient());

        assertFalse(clipped.isClipped());
    }

    @ParameterizedTest
    @EnumSource
    void aGradientOfZerosStaysZeros(final ClippingType type) {
        final var gradient = new float[5];
        final var clipped = clipping(type, 1).clip(gradient);

        assertFalse(clipped.isClipped());
        assertEquals(0, clipped.norm());
        assertArrayEquals(new float[5], gradient);
    }

    @ParameterizedTest
    @EnumSource
    void aGradientThatIsNoNumberIsNotHidden(final ClippingType type) {
        final var gradient = new float[] {3, Float.NaN, 0, 12, 0};
        final var clipped = clipping(type, 1).clip(gradient);

        assertFalse(clipped.isClipped());
        assertTrue(Double.isNaN(clipped.norm()));
        assertArrayEquals(new float[] {3, Float.NaN, 0, 12, 0}, gradient);
    }

    @ParameterizedTest
    @EnumSource
    void anInfiniteGradientIsNotHidden(final ClippingType type) {
        final var gradient = new float[] {3, Float.NEGATIVE_INFINITY, 0, 12, 0};
        final var clipped = clipping(type, 1).clip(gradient);

        assertFalse(clipped.isClipped());
        assertEquals(Double.POSITIVE_INFINITY, clipped.norm());
        assertEquals(Float.NEGATIVE_INFINITY, gradient[1]);
    }

    @Test
    void theLargestFloatsHaveANorm() {
        final var gradient = new float[5];
        Arrays.fill(gradient, Float.MAX_VALUE);
        final var clipped = clipping(ClippingType.GLOBAL_NORM, 1).clip(gradient);

        assertEquals(Float.MAX_VALUE * Math.sqrt(5), clipped.norm(), 1e30);
        assertEquals(1 / Math.sqrt(5), gradient[4], 1e-5);
    }

    @Test
    void manySmallValuesAddUpInTheNorm() {
        final var gradient = new float[1 << 22];
        Arrays.fill(gradient, 0.1f);
        final var clipping = new GradientClipping(ClippingType.NONE, 0, new int[] {0, gradient.length});

        assertEquals(0.1f * 2048.0, clipping.clip(gradient).norm(), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refusesAThresholdThatIsNotAboveZero(final double threshold) {
        assertThrows(IllegalArgumentException.class, () -> clipping(ClippingType.VALUE, threshold));
    }

    @Test
    void refusesBoundariesThatAreNone() {
        for (final int[] wrong : new int[][] {{}, {1, 2}, {0, 3, 2}}) {
            assertThrows(IllegalArgumentException.class, () -> new GradientClipping(ClippingType.NONE, 0, wrong));
        }
    }

    @Test
    void refusesAGradientThatTheLayersDoNotCover() {
        final var clipping = clipping(ClippingType.GLOBAL_NORM, 1);
        assertThrows(IllegalArgumentException.class, () -> clipping.clip(new float[6]));
    }

    private static GradientClipping clipping(final ClippingType type, final double threshold) {
        return new GradientClipping(type, threshold, BOUNDARIES);
    }

    private static float[] gradient() {
        return new float[] {3, -4, 0, 12, 0};
    }
}
