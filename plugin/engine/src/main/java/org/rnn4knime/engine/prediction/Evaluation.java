package org.rnn4knime.engine.prediction;

import java.util.List;
import java.util.stream.IntStream;

/** Measures of predictions against the truth, in the target's units. */
public final class Evaluation {

    private Evaluation() {}

    /**
     * Mean absolute error and root mean squared error of the places where both are known; none if there is no such place.
     *
     * @param truth NaN where it is unknown
     * @param predictions as long as the truth, NaN where there is none
     */
    public static List<Metric> of(final double[] truth, final double[] predictions) {
        final var errors = IntStream.range(0, truth.length)
                .mapToDouble(index -> predictions[index] - truth[index])
                .filter(error -> !Double.isNaN(error))
                .toArray();
        if (errors.length == 0) {
            return List.of();
        }
        final var absolute = IntStream.range(0, errors.length)
                .mapToDouble(index -> Math.abs(errors[index]))
                .average()
                .orElseThrow();
        final var squared = IntStream.range(0, errors.length)
                .mapToDouble(index -> errors[index] * errors[index])
                .average()
                .orElseThrow();
        return List.of(
                new Metric("MAE", absolute, errors.length), new Metric("RMSE", Math.sqrt(squared), errors.length));
    }
}
