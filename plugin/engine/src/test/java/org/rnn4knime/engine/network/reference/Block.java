package org.rnn4knime.engine.network.reference;

import java.util.Arrays;

/**
 * Parameters that belong together and follow each other in the flat vector.
 *
 * @param name such as "forward Wf of layer 1", or "output b"
 * @param from the first
 * @param to behind the last
 */
public record Block(String name, int from, int to) {

    /** Its part of all parameters, or of their gradient. */
    public double[] of(final double[] all) {
        return Arrays.copyOfRange(all, from, to);
    }

    /**
     * How far two vectors of all parameters, or gradients, are apart in this block: the length of the difference as a
     * fraction of that of the longer one; 0 if both are nothing but zeros, NaN if there is a NaN.
     */
    public double difference(final double[] one, final double[] other) {
        return relativeDifference(of(one), of(other));
    }

    /** How far two vectors are apart, as a fraction of the longer one. */
    static double relativeDifference(final double[] one, final double[] other) {
        final var difference = one.clone();
        Arrays.setAll(difference, index -> one[index] - other[index]);
        final var longer = Math.max(length(one), length(other));
        return longer == 0 ? 0 : length(difference) / longer;
    }

    /** The length of a vector. */
    static double length(final double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(value -> value * value).sum());
    }

    @Override
    public String toString() {
        return name;
    }
}
