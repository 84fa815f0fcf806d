package org.rnn4knime.engine.prediction;

import java.util.List;
import java.util.Optional;
import org.rnn4knime.engine.model.ForecastErrors;
import org.rnn4knime.engine.sequence.NumberColumn;

/**
 * Prediction intervals from the errors of a backtest: split conformal prediction, each step ahead for itself. Of n errors of a step, the
 * ceil((n + 1) p)-th smallest is how far the interval of level p reaches to either side. If errors come in any order with the same
 * probability, it covers at least p of the truths (Papadopoulos et al. 2002, Inductive confidence machines for regression; Lei et al. 2018,
 * Distribution-free predictive inference for regression, JASA 113; of several steps ahead: Stankeviciute et al. 2021, Conformal time-series
 * forecasting, NeurIPS). Errors of neighbouring steps of a series resemble each other, so that this is true of long series only roughly.
 *
 * <p>An interval is never narrower than at the step before. From where on there are too few errors for a level, it grows with the square root
 * of the step, as that of a random walk does.
 */
final class ConformalIntervals {

    private static final double ALL = 100;

    private final ForecastErrors errors;

    private final boolean areLogarithms;

    /**
     * @param errors at least one of the first step
     * @param areLogarithms whether the errors are those of logarithms
     */
    ConformalIntervals(final ForecastErrors errors, final boolean areLogarithms) {
        this.errors = errors;
        this.areLogarithms = areLogarithms;
    }

    /** How far the interval of a level reaches to either side at each step. */
    double[] reaches(final double level, final int horizon) {
        final var measured = measured(level);
        final var reaches = new double[horizon];
        double reach = 0;
        for (int step = 0; step < horizon; step++) {
            final var some = step < errors.steps().size() ? errors.steps().get(step) : new double[0];
            if (step < measured) {
                reach = Math.max(reach, some[rank(some.length, level) - 1]);
            } else if (some.length > 0) {
                reach = Math.max(reach, some[some.length - 1]);
            }
            if (step >= Math.max(1, measured)) {
                final var last = Math.max(1, measured);
                reach = Math.max(reach, reaches[last - 1] * Math.sqrt((step + 1.0) / last));
            }
            reaches[step] = reach;
        }
        return reaches;
    }

    /** The place of the error that an interval reaches as far as, counted from 1; above the number of errors if that is too small. */
    private static int rank(final int count, final double level) {
        // Rounded first: 0.8 times 5 is a little more than 4.
        return (int) Math.ceil(Math.round((count + 1) * level / ALL * 1e9) / 1e9);
    }

    /** The number of steps, from the first on, that have enough errors for a level. */
    private int measured(final double level) {
        int steps = 0;
        while (steps < errors.steps().size()) {
            final var count = errors.steps().get(steps).length;
            if (rank(count, level) > count) {
                break;
            }
            steps++;
        }
        return steps;
    }

    /** The interval of a level around forecasts. */
    ForecastInterval around(final double[] values, final double level, final double[] reaches) {
        final var lower = new double[values.length];
        final var upper = new double[values.length];
        for (int step = 0; step < values.length; step++) {
            if (areLogarithms) {
                lower[step] = values[step] * Math.exp(-reaches[step]);
                upper[step] = values[step] * Math.exp(reaches[step]);
            } else {
                lower[step] = values[step] - reaches[step];
                upper[step] = values[step] + reaches[step];
            }
        }
        return new ForecastInterval(level, lower, upper);
    }

    /** One sentence about the level that the fewest steps were measured for, if there were too few for the horizon. */
    Optional<String> warning(final List<Double> levels, final int horizon) {
        return levels.stream()
                .filter(level -> measured(level) < horizon)
                .max(Double::compare)
                .map(level -> {
                    final var measured = measured(level);
                    final var per = NumberColumn.text(level) + " %";
                    return measured == 0
                            ? "The validation part of the training was too small for intervals of " + per
                                    + ": they reach as far as its largest errors. Hold back more in the RNN Learner."
                            : "The training measured the errors of forecasts up to " + measured
                                    + (measured == 1 ? " step" : " steps") + " ahead for intervals of " + per
                                    + ": beyond, these grow with the square root of the step. To measure more, train with"
                                    + " a larger horizon or hold back more.";
                });
    }
}
