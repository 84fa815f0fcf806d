package org.rnn4knime.engine.training;

/**
 * Huber's loss (Huber 1964) with delta 1: error^2 / 2 up to an error of 1, |error| - 1/2 beyond; outliers pull no
 * harder than 1.
 */
public final class HuberLoss extends ErrorLoss {

    @Override
    double loss(final double error) {
        final var size = Math.abs(error);
        return size <= 1 ? error * error / 2 : size - 0.5;
    }

    @Override
    double slope(final double error) {
        return Math.max(-1, Math.min(1, error));
    }
}
