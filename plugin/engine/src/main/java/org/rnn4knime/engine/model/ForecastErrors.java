package org.rnn4knime.engine.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/**
 * How far forecasts of the part that was held back were from the truth.
 *
 * @param steps of each step ahead, from the first on, the absolute errors in ascending order, of the logarithms if the target is
 *     learned by its logarithm; not copied
 */
public record ForecastErrors(List<double[]> steps) {

    /** The most errors of a step that are kept, so that a model file stays small. */
    public static final int MOST = 399;

    /** Each digit more is a byte more in the file. */
    private static final MathContext DIGITS = new MathContext(5, RoundingMode.UP);

    /** Copies the list. */
    public ForecastErrors {
        steps = List.copyOf(steps);
    }

    /**
     * What is worth to be kept of errors: at most {@link #MOST} of a step, rounded up. Of more, so many quantiles stand for all; they
     * are chosen so that the k-th smallest of n is never below the one of all that has the same rank among one more.
     *
     * @param errors of each step ahead, in any order; one that is not finite counts as larger than all others
     */
    public static ForecastErrors of(final List<double[]> errors) {
        return new ForecastErrors(errors.stream().map(ForecastErrors::kept).toList());
    }

    private static double[] kept(final double[] errors) {
        final var sorted = Arrays.stream(errors)
                .map(error -> error <= Double.MAX_VALUE ? error : Double.MAX_VALUE)
                .sorted()
                .toArray();
        final var kept = new double[Math.min(sorted.length, MOST)];
        for (int index = 0; index < kept.length; index++) {
            final var rank = Math.ceil((index + 1.0) * (sorted.length + 1) / (kept.length + 1));
            kept[index] = roundedUp(sorted[Math.min(sorted.length, (int) rank) - 1]);
        }
        return kept;
    }

    private static double roundedUp(final double error) {
        final var rounded = new BigDecimal(error).round(DIGITS).doubleValue();
        return Double.isInfinite(rounded) ? error : rounded;
    }
}
