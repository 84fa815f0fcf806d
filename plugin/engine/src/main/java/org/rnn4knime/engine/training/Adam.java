package org.rnn4knime.engine.training;

/**
 * Adam (Kingma and Ba 2015, algorithm 1): steps along the mean of the past gradients, divided by the root of the mean of their
 * squares. Both means are corrected through the learning rate, as the last paragraph of the paper's section 2 has it; so epsilon
 * stands beside the root of the uncorrected mean.
 */
final class Adam {

    private static final double FIRST_DECAY = 0.9;

    private static final double SECOND_DECAY = 0.999;

    private static final double EPSILON = 1e-8;

    private final double learningRate;

    private final float[] first;

    private final float[] second;

    private int steps;

    Adam(final int parameters, final double learningRate) {
        this.learningRate = learningRate;
        this.first = new float[parameters];
        this.second = new float[parameters];
    }

    /** Changes the parameters by one step against their gradient. */
    void step(final float[] parameters, final float[] gradient) {
        steps++;
        final var rate = learningRate
                * Math.sqrt(1 - StrictMath.pow(SECOND_DECAY, steps))
                / (1 - StrictMath.pow(FIRST_DECAY, steps));
        for (int index = 0; index < parameters.length; index++) {
            final double value = gradient[index];
            first[index] = (float) (FIRST_DECAY * first[index] + (1 - FIRST_DECAY) * value);
            second[index] = (float) (SECOND_DECAY * second[index] + (1 - SECOND_DECAY) * value * value);
            parameters[index] -= (float) (rate * first[index] / (Math.sqrt(second[index]) + EPSILON));
        }
    }
}
