package org.rnn4knime.engine.training;

import org.rnn4knime.engine.network.Loss;

/**
 * A loss of each number's own error, the output minus the target. Each known target weighs 1, so the loss of a batch is
 * the mean over all its known numbers.
 */
abstract class ErrorLoss implements Loss {

    /** The loss of an error. */
    abstract double loss(double error);

    /** Its slope by the error. */
    abstract double slope(double error);

    @Override
    public final int targetValues(final int outputs) {
        return outputs;
    }

    @Override
    public final double weight(final float[] targets, final int windows) {
        int known = 0;
        for (final float target : targets) {
            if (!Float.isNaN(target)) {
                known++;
            }
        }
        return known;
    }

    @Override
    public final double add(
            final float[] outputs,
            final float[] targets,
            final int windows,
            final float scale,
            final float[] gradient) {
        double sum = 0;
        for (int j = 0; j < targets.length; j++) {
            if (Float.isNaN(targets[j])) {
                gradient[j] = 0;
            } else {
                final var error = (double) outputs[j] - targets[j];
                sum += loss(error);
                gradient[j] = (float) (slope(error) * scale);
            }
        }
        return sum;
    }
}
