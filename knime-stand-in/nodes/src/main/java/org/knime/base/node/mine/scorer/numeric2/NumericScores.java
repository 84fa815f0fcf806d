package org.knime.base.node.mine.scorer.numeric2;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Measures of how far predictions are from numbers. Of no rows, each is NaN.
 *
 * @param rSquared 1 - (sum of squared errors) / (sum of squared distances of the numbers from their mean)
 * @param meanAbsoluteError in the unit of the numbers
 * @param meanSquaredError in the squared unit of the numbers
 * @param meanSignedDifference mean of prediction - number
 * @param meanAbsolutePercentageError a fraction, not percent; NaN if a number is 0
 * @param adjustedRSquared R² that pays for the number of predictors
 */
record NumericScores(
        double rSquared,
        double meanAbsoluteError,
        double meanSquaredError,
        double meanSignedDifference,
        double meanAbsolutePercentageError,
        double adjustedRSquared) {

    /**
     * Compares number by number.
     *
     * @param truth the numbers, none missing
     * @param predictions as many predictions
     * @param predictors the number of predictors that the adjusted R² counts
     */
    static NumericScores of(final double[] truth, final double[] predictions, final int predictors) {
        final var rows = truth.length;
        var absolute = 0.0;
        var squared = 0.0;
        var signed = 0.0;
        var relative = 0.0;
        for (var row = 0; row < rows; row++) {
            final var error = predictions[row] - truth[row];
            absolute += Math.abs(error);
            squared += error * error;
            signed += error;
            relative += truth[row] == 0 ? Double.NaN : Math.abs(error / truth[row]);
        }
        final var mean = IntStream.range(0, rows)
                .mapToDouble(row -> truth[row])
                .average()
                .orElse(Double.NaN);
        final var variation = IntStream.range(0, rows)
                .mapToDouble(row -> (truth[row] - mean) * (truth[row] - mean))
                .sum();
        final var rSquared = 1 - squared / variation;
        return new NumericScores(
                rSquared,
                absolute / rows,
                squared / rows,
                signed / rows,
                relative / rows,
                1 - (1 - rSquared) * (rows - 1) / (rows - predictors - 1));
    }

    /** The measures under KNIME's names, in the order of KNIME's table. */
    Map<String, Double> byName() {
        final var scores = new LinkedHashMap<String, Double>();
        scores.put("R^2", rSquared);
        scores.put("mean absolute error", meanAbsoluteError);
        scores.put("mean squared error", meanSquaredError);
        scores.put("root mean squared error", Math.sqrt(meanSquaredError));
        scores.put("mean signed difference", meanSignedDifference);
        scores.put("mean absolute percentage error", meanAbsolutePercentageError);
        scores.put("adjusted R^2", adjustedRSquared);
        return scores;
    }
}
