package org.rnn4knime.standin.runner.report;

import java.util.List;
import java.util.stream.IntStream;

/** How good predictions are, as one number. */
public enum Metric {
    /** Root mean squared error, in the unit of the truth; small is good. */
    RMSE(false) {
        @Override
        double of(final List<String> truth, final List<String> predictions) {
            return Math.sqrt(IntStream.range(0, truth.size())
                    .mapToDouble(row -> number(predictions.get(row)) - number(truth.get(row)))
                    .map(error -> error * error)
                    .average()
                    .orElse(Double.NaN));
        }
    },
    /** Fraction of the rows predicted right; large is good. */
    ACCURACY(true) {
        @Override
        double of(final List<String> truth, final List<String> predictions) {
            return IntStream.range(0, truth.size())
                    .mapToDouble(row -> truth.get(row).equals(predictions.get(row)) ? 1 : 0)
                    .average()
                    .orElse(Double.NaN);
        }
    };

    private final boolean largeIsGood;

    Metric(final boolean largeIsGood) {
        this.largeIsGood = largeIsGood;
    }

    /** Whether a larger value is a better one, so that a bar is "at least" and not "below". */
    public boolean largeIsGood() {
        return largeIsGood;
    }

    /** Whether a value reaches a bar. NaN reaches none. */
    public boolean reaches(final double value, final double bar) {
        return largeIsGood ? value >= bar : value < bar;
    }

    /** The bar in words. */
    public String describe(final double bar) {
        return (largeIsGood ? "at least " : "below ") + Numbers.plain(bar);
    }

    /**
     * Compares row by row; NaN without rows.
     *
     * @param truth the cells' text, none missing
     * @param predictions as many; a missing one is an empty text
     */
    abstract double of(List<String> truth, List<String> predictions);

    private static double number(final String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}
