package org.rnn4knime.engine.training;

/** The absolute error: |error|, whose best answer is the median. Its slope at 0 is taken as 0. */
public final class AbsoluteError extends ErrorLoss {

    @Override
    double loss(final double error) {
        return Math.abs(error);
    }

    @Override
    double slope(final double error) {
        return Math.signum(error);
    }
}
