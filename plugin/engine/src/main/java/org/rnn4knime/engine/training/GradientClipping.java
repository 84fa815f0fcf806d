package org.rnn4knime.engine.training;

import java.util.Arrays;
import java.util.Objects;
import org.rnn4knime.engine.model.ClippingSettings;
import org.rnn4knime.engine.model.ClippingType;

/**
 * Makes a gradient smaller that is too large (Pascanu et al. 2013). To shorten it to the threshold is to multiply it by
 * threshold / norm where its norm, the root of the sum of its squares, is above the threshold. A gradient that is not
 * finite is left as it is, so that nobody takes a training that ran away for a good one.
 */
final class GradientClipping {

    private final ClippingType type;

    private final float threshold;

    private final int[] boundaries;

    /** A way to clip, as the settings say. */
    GradientClipping(final ClippingSettings settings, final int[] boundaries) {
        this(settings.type(), settings.threshold(), boundaries);
    }

    /**
     * A way to clip.
     *
     * @param threshold above 0; not read for NONE
     * @param boundaries where the layers lie: layer l from boundaries[l] to before boundaries[l + 1]; from 0 to all
     *     parameters
     * @throws IllegalArgumentException if the threshold is not above 0, or the boundaries do not ascend from 0
     */
    GradientClipping(final ClippingType type, final double threshold, final int[] boundaries) {
        this.type = Objects.requireNonNull(type);
        this.threshold = (float) threshold;
        this.boundaries = boundaries.clone();
        if (type != ClippingType.NONE && !(this.threshold > 0)) {
            throw new IllegalArgumentException(
                    "The threshold of a gradient must be above 0, but is " + threshold + ".");
        }
        requireAscending(boundaries);
    }

    /**
     * What was done to a gradient.
     *
     * @param norm the norm of the whole gradient before
     * @param clippedNorm the same after
     * @param isClipped whether any of its values was changed
     * @param layerNorms the norm of the gradient of each layer before
     */
    record Clipped(double norm, double clippedNorm, boolean isClipped, double[] layerNorms) {}

    /** The number of layers. */
    int layers() {
        return boundaries.length - 1;
    }

    /** Changes the gradient in place. */
    Clipped clip(final float[] gradient) {
        final var all = boundaries[boundaries.length - 1];
        if (gradient.length != all) {
            throw new IllegalArgumentException(
                    "The layers have " + all + " parameters, but the gradient " + gradient.length + " values.");
        }
        final var norms = new double[boundaries.length - 1];
        double squares = 0;
        for (int layer = 0; layer < norms.length; layer++) {
            final var sum = squares(gradient, boundaries[layer], boundaries[layer + 1]);
            norms[layer] = Math.sqrt(sum);
            squares += sum;
        }
        final var norm = Math.sqrt(squares);
        final var isClipped = Double.isFinite(norm) && clip(gradient, norm, norms);
        return new Clipped(norm, isClipped ? clippedNorm(gradient, norm) : norm, isClipped, norms);
    }

    private double clippedNorm(final float[] gradient, final double norm) {
        return type == ClippingType.GLOBAL_NORM
                ? Math.min(norm, threshold)
                : Math.sqrt(squares(gradient, 0, gradient.length));
    }

    private boolean clip(final float[] gradient, final double norm, final double[] norms) {
        return switch (type) {
            case NONE -> false;
            case VALUE -> hold(gradient);
            case LAYER_NORM -> shortenLayers(gradient, norms);
            case GLOBAL_NORM -> shorten(gradient, 0, gradient.length, norm);
        };
    }

    private boolean hold(final float[] gradient) {
        final var most = threshold;
        boolean changed = false;
        for (int j = 0; j < gradient.length; j++) {
            if (Math.abs(gradient[j]) > most) {
                gradient[j] = Math.copySign(most, gradient[j]);
                changed = true;
            }
        }
        return changed;
    }

    private boolean shortenLayers(final float[] gradient, final double[] norms) {
        boolean changed = false;
        for (int layer = 0; layer < norms.length; layer++) {
            changed |= shorten(gradient, boundaries[layer], boundaries[layer + 1], norms[layer]);
        }
        return changed;
    }

    private boolean shorten(final float[] gradient, final int from, final int to, final double norm) {
        if (norm <= threshold) {
            return false;
        }
        final var factor = (float) (threshold / norm);
        for (int j = from; j < to; j++) {
            gradient[j] *= factor;
        }
        return true;
    }

    /** The sum of squares, in four sums at a time: each addition waits for the one before it in its own sum only. */
    private static double squares(final float[] gradient, final int from, final int to) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int j = from;
        for (; j < to - 3; j += 4) {
            first += (double) gradient[j] * gradient[j];
            second += (double) gradient[j + 1] * gradient[j + 1];
            third += (double) gradient[j + 2] * gradient[j + 2];
            fourth += (double) gradient[j + 3] * gradient[j + 3];
        }
        for (; j < to; j++) {
            first += (double) gradient[j] * gradient[j];
        }
        return first + second + (third + fourth);
    }

    private static void requireAscending(final int[] boundaries) {
        boolean ascending = boundaries.length > 0 && boundaries[0] == 0;
        for (int layer = 1; layer < boundaries.length; layer++) {
            ascending &= boundaries[layer] >= boundaries[layer - 1];
        }
        if (!ascending) {
            throw new IllegalArgumentException(
                    "The boundaries of layers must ascend from 0, but are " + Arrays.toString(boundaries) + ".");
        }
    }
}
