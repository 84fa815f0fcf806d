package org.rnn4knime.engine.network;

/**
 * How wrong outputs are. The loss of a batch is the sum over all targets of weight times loss, divided by the sum of the weights. A
 * target that is NaN does not count. Used by many threads at once.
 */
public interface Loss {

    /** The values of a target: as many as there are outputs, or one, the index of a class. */
    int targetValues(int outputs);

    /** The sum of the weights of the targets of a step, [value, window]. */
    double weight(float[] targets, int windows);

    /**
     * The sum of weight times loss of one step.
     *
     * @param outputs [value, window]
     * @param targets [value, window]
     * @param windows their number
     * @param scale of the gradient
     * @param gradient [value, window], takes that of the sum by the outputs, times scale
     */
    double add(float[] outputs, float[] targets, int windows, float scale, float[] gradient);
}
