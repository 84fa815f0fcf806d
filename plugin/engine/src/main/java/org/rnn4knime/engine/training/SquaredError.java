package org.rnn4knime.engine.training;

import org.rnn4knime.engine.network.Loss;

/**
 * The squared error of each number: error * error, whose best answer is the mean. Each known target weighs 1, so the loss of a batch is
 * the mean over all its known numbers.
 */
public final class SquaredError implements Loss {

    @Override
    public int targetValues(final int outputs) {
        return outputs;
    }

    @Override
    public double weight(final float[] targets, final int windows) {
        int known = 0;
        for (final float target : targets) {
            if (!Float.isNaN(target)) {
                known++;
            }
        }
        return known;
    }

    @Override
    public double add(
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
                sum += error * error;
                gradient[j] = (float) (2 * error * scale);
            }
        }
        return sum;
    }
}
