package org.rnn4knime.engine.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How far back the gradient of the loss at the end of a window reached after so many epochs.
 *
 * @param epoch the epochs so far; 0 before the training
 * @param layers the recurrent layers, from the lowest to the highest
 */
public record GradientReach(int epoch, List<Layer> layers) {

    /** The most lags of a layer that are kept, so that a model file stays small. */
    public static final int MOST_LAGS = 200;

    /** Of longer windows all lags below this one are kept, and then ever fewer up to the last one. */
    private static final int ALL_LAGS_BELOW = 100;

    /** Each digit more is a byte more in the file. */
    private static final MathContext DIGITS = new MathContext(5);

    /** Copies the list. */
    public GradientReach {
        layers = List.copyOf(layers);
    }

    /**
     * What is worth to be kept of norms: five digits, at most {@link #MOST_LAGS} lags. Of more lags, these are kept: 0 to 99, and 100
     * that lie at distances which grow by the same factor, so that a curve over the logarithm of the lag stays what it is; the last lag
     * is always one of them.
     *
     * @param norms of each layer, by lag; one that is not finite is kept as the largest number there is
     */
    public static GradientReach of(final int epoch, final List<double[]> norms) {
        return new GradientReach(epoch, norms.stream().map(GradientReach::layer).toList());
    }

    private static Layer layer(final double[] norms) {
        final var lags = lags(norms.length);
        return new Layer(lags, lags.stream().map(lag -> kept(norms[lag])).toList());
    }

    private static List<Integer> lags(final int count) {
        if (count <= MOST_LAGS) {
            return IntStream.range(0, count).boxed().toList();
        }
        final var lags =
                new ArrayList<>(IntStream.range(0, ALL_LAGS_BELOW).boxed().toList());
        final var before = ALL_LAGS_BELOW - 1;
        final var factor = (count - 1.0) / before;
        final var more = MOST_LAGS - ALL_LAGS_BELOW;
        for (int index = 1; index <= more; index++) {
            final var lag = Math.round(before * Math.pow(factor, (double) index / more));
            lags.add(Math.max(lags.get(lags.size() - 1) + 1, Math.toIntExact(lag)));
        }
        return lags;
    }

    private static double kept(final double norm) {
        return norm <= Double.MAX_VALUE
                ? Math.min(new BigDecimal(norm).round(DIGITS).doubleValue(), Double.MAX_VALUE)
                : Double.MAX_VALUE;
    }

    /**
     * The norms of one layer.
     *
     * @param lags how many steps the layer reads after the step that a norm belongs to, in ascending order from 0 on
     * @param norms of dL/dh at each lag, the mean over the windows that are long enough: h is what the layer writes, L the loss at the end
     *     of a window
     */
    public record Layer(List<Integer> lags, List<Double> norms) {

        /** Copies the lists; refuses lists that do not belong together with an IllegalArgumentException. */
        public Layer {
            lags = List.copyOf(lags);
            norms = List.copyOf(norms);
            if (lags.size() != norms.size() || !lags.isEmpty() && lags.get(0) != 0) {
                throw new IllegalArgumentException(norms.size() + " norms at the lags " + lags);
            }
        }

        /** The steps of the longest window, as the layer reads them. */
        public int steps() {
            return lags.isEmpty() ? 0 : lags.get(lags.size() - 1) + 1;
        }

        /** Whether there is a gradient at all where the layer ends. */
        public boolean begins() {
            return !norms.isEmpty() && norms.get(0) > 0;
        }

        /** Whether all norms are finite. */
        public boolean finite() {
            return norms.stream().allMatch(norm -> norm < Double.MAX_VALUE);
        }

        /** The first lag, of those that are kept, at which the norm is below so many times that at lag 0; empty if there is none. */
        public OptionalInt firstBelow(final double factor) {
            return first(index -> norms.get(index) < factor * norms.get(0));
        }

        /** The first lag, of those that are kept, at which the norm is above so many times that at lag 0; empty if there is none. */
        public OptionalInt firstAbove(final double factor) {
            return first(index -> norms.get(index) > factor * norms.get(0));
        }

        private OptionalInt first(final IntPredicate condition) {
            return IntStream.range(0, norms.size())
                    .filter(condition)
                    .map(lags::get)
                    .findFirst();
        }
    }
}
