package org.rnn4knime.engine.prediction;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Draws symbols by their probabilities.
 *
 * @param temperature as in {@link GeneratorSettings}
 * @param topK as in {@link GeneratorSettings}; of symbols as probable, the first ones count
 * @param first the first place that can come up: the probabilities of those before it are shared out among the others
 */
record SymbolSampler(double temperature, Optional<Integer> topK, int first) {

    /**
     * The place that comes up.
     *
     * @param probabilities one a place, numbers from 0 to 1, at least one of them from the first place on
     * @param random gives one number, unless there is nothing to choose
     */
    int draw(final float[] probabilities, final RandomGenerator random) {
        final int best = best(probabilities);
        // Where nothing that can come up has any probability, the first does.
        if (temperature == 0 || probabilities[best] == 0) {
            return best;
        }
        final var weights = weights(probabilities, probabilities[best]);
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        int drawn = best;
        for (int place = first; place < weights.length && left >= 0; place++) {
            if (weights[place] > 0) {
                left -= weights[place];
                drawn = place;
            }
        }
        return drawn;
    }

    private int best(final float[] probabilities) {
        int best = first;
        for (int place = first; place < probabilities.length; place++) {
            if (probabilities[place] > probabilities[best]) {
                best = place;
            }
        }
        return best;
    }

    /** Relative to that of the most probable place, so that no power is too small for a number. */
    private double[] weights(final float[] probabilities, final double largest) {
        final var isKept = kept(probabilities);
        final var weights = new double[probabilities.length];
        for (int place = first; place < weights.length; place++) {
            if (isKept[place]) {
                weights[place] = Math.exp((Math.log(probabilities[place]) - Math.log(largest)) / temperature);
            }
        }
        return weights;
    }

    private boolean[] kept(final float[] probabilities) {
        final var isKept = new boolean[probabilities.length];
        final var sorted = Arrays.copyOfRange(probabilities, first, probabilities.length);
        if (topK.isEmpty() || topK.get() >= sorted.length) {
            Arrays.fill(isKept, true);
            return isKept;
        }
        Arrays.sort(sorted);
        final var smallest = sorted[sorted.length - topK.get()];
        int room = topK.get();
        for (int place = first; place < isKept.length; place++) {
            isKept[place] = probabilities[place] > smallest;
            room -= isKept[place] ? 1 : 0;
        }
        for (int place = first; place < isKept.length && room > 0; place++) {
            if (probabilities[place] == smallest) {
                isKept[place] = true;
                room--;
            }
        }
        return isKept;
    }
}
