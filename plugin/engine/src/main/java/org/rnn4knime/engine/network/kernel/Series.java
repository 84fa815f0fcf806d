package org.rnn4knime.engine.network.kernel;

import java.nio.FloatBuffer;

/**
 * Values [window, feature, time] with the windows side by side, wherever features and steps lie.
 *
 * @param values of which only absolute positions count, so that many threads may use them
 * @param windows their number
 * @param features their number
 * @param steps their number
 * @param featureStride from one feature to the next
 * @param stepStride from one step to the next
 */
public record Series(FloatBuffer values, int windows, int features, int steps, int featureStride, int stepStride) {

    /** Copies some windows of a step to [feature, window]. */
    void read(final int step, final int first, final int width, final FloatBuffer to, final int offset) {
        final var from = step * stepStride + first;
        if (featureStride == width) {
            to.put(offset, values, from, features * width);
            return;
        }
        for (int feature = 0; feature < features; feature++) {
            to.put(offset + feature * width, values, from + feature * featureStride, width);
        }
    }

    /** Copies some windows of a step to [feature, window]. */
    void read(final int step, final int first, final int width, final float[] to) {
        final var from = step * stepStride + first;
        if (featureStride == width) {
            values.get(from, to, 0, features * width);
            return;
        }
        for (int feature = 0; feature < features; feature++) {
            values.get(from + feature * featureStride, to, feature * width, width);
        }
    }

    /** Copies [feature, window] to some windows of a step. */
    void write(final int step, final int first, final int width, final float[] from) {
        final var to = step * stepStride + first;
        if (featureStride == width) {
            values.put(to, from, 0, features * width);
            return;
        }
        for (int feature = 0; feature < features; feature++) {
            values.put(to + feature * featureStride, from, feature * width, width);
        }
    }

    /** Copies [feature, window] from the beginning of a buffer to some windows of a step. */
    void write(final int step, final int first, final int width, final FloatBuffer from) {
        final var to = step * stepStride + first;
        for (int feature = 0; feature < features; feature++) {
            values.put(to + feature * featureStride, from, feature * width, width);
        }
    }
}
