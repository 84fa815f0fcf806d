package org.rnn4knime.nodes.predictor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.rnn4knime.engine.prediction.Predictions;
import org.rnn4knime.engine.sequence.Windowing;

/** What to say of predictions: the engine's warnings, and how many predictions are missing for want of time steps. */
final class PredictionWarnings {

    private PredictionWarnings() {}

    /**
     * Returns sentences for the user; often none.
     *
     * @param windowing how the model cuts windows
     */
    static List<String> of(final Predictions predictions, final Windowing windowing) {
        final var warnings = new ArrayList<>(predictions.warnings());
        final var results = predictions.results();
        final var missing = IntStream.range(0, results.size())
                .filter(place -> !results.has(place))
                .count();
        if (missing > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%,d of %,d predictions %s missing: %s.",
                    missing,
                    results.size(),
                    missing == 1 ? "is" : "are",
                    reason(windowing)));
        }
        return warnings;
    }

    private static String reason(final Windowing windowing) {
        return switch (windowing.data().predict()) {
            case FUTURE -> "each needs the values of " + steps(windowing.firstStep() + windowing.minimum(), windowing)
                    + " before it in its sequence";
            case STEP -> "those of time steps that were not read";
            case SEQUENCE -> windowing.data().isSliding()
                    ? "each needs the values of its own row and of " + steps(windowing.minimum() - 1, windowing)
                            + " before it"
                    : "those of sequences that were not read";
        };
    }

    private static String steps(final int count, final Windowing windowing) {
        final var step =
                switch (windowing.data().layout()) {
                    case ROWS -> "row";
                    case COLUMNS, LISTS -> "time step";
                    case TEXT -> "symbol";
                };
        return String.format(Locale.ROOT, "%,d %s%s", count, step, count == 1 ? "" : "s");
    }
}
