package org.rnn4knime.engine.training;

/** The squared error, not halved: error^2, whose best answer is the mean. */
public final class SquaredError extends ErrorLoss {

    @Override
    double loss(final double error) {
        return error * error;
    }

    @Override
    double slope(final double error) {
        return 2 * error;
    }
}
