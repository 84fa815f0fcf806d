package org.rnn4knime.engine.prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.TargetEncoder;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.Sequences;

/**
 * Measures of predictions against the truth.
 *
 * @param metrics none if there is no place where both are known
 * @param warnings sentences for the user; often none
 */
record Evaluation(List<Metric> metrics, List<String> warnings) {

    private static final int NOT_COMPARED = -1;

    private static final Evaluation NOTHING = new Evaluation(List.of(), List.of());

    /** Measures predictions of a table by its target column, if it has one. */
    static Evaluation of(
            final TargetEncoder target, final Sequences sequences, final Slots slots, final Results results) {
        if (sequences.target().isEmpty()) {
            return NOTHING;
        }
        final var truth = sequences.target().get();
        final var places = places(truth, sequences, slots, results);
        final var compared = IntStream.range(0, places.length)
                .filter(index -> places[index] != NOT_COMPARED)
                .toArray();
        if (compared.length == 0) {
            return NOTHING;
        }
        return results instanceof ClassResults classes
                ? ofClasses((ClassTarget) target, sequences.settings().predict(), truth, classes, places, compared)
                : new Evaluation(ofNumbers(truth, (NumberResults) results, places, compared), List.of());
    }

    /** The place of each value of the truth where both are known. */
    private static int[] places(
            final Column truth, final Sequences sequences, final Slots slots, final Results results) {
        final var places = new int[truth.size()];
        for (int sequence = 0; sequence < sequences.size(); sequence++) {
            if (slots.kind() == Slots.Kind.SEQUENCES) {
                places[sequence] = sequence;
                continue;
            }
            for (int step = sequences.steps().from(sequence);
                    step < sequences.steps().to(sequence);
                    step++) {
                places[step] = slots.of(sequences, sequence, step);
            }
        }
        for (int index = 0; index < places.length; index++) {
            if (places[index] >= 0 && (truth.isMissing(index) || !results.has(places[index]))) {
                places[index] = NOT_COMPARED;
            }
        }
        return places;
    }

    private static List<Metric> ofNumbers(
            final Column truth, final NumberResults results, final int[] places, final int[] compared) {
        if (!(truth instanceof NumberColumn numbers)) {
            return List.of();
        }
        final var errors = Arrays.stream(compared)
                .mapToDouble(index -> results.values()[places[index]] - numbers.values()[index])
                .toArray();
        final var absolute = Arrays.stream(errors).map(Math::abs).average().orElseThrow();
        final var squared =
                Arrays.stream(errors).map(error -> error * error).average().orElseThrow();
        return List.of(
                new Metric("MAE", absolute, errors.length), new Metric("RMSE", Math.sqrt(squared), errors.length));
    }

    /** A class that was not in the training part is predicted wrongly; it has no probability, so the log loss leaves it out. */
    private static Evaluation ofClasses(
            final ClassTarget target,
            final Scope scope,
            final Column truth,
            final ClassResults results,
            final int[] places,
            final int[] compared) {
        final var encoded = target.encode(truth);
        int right = 0;
        int counted = 0;
        double logLoss = 0;
        for (final var index : compared) {
            if (!Float.isNaN(encoded[index])) {
                final var known = (int) encoded[index];
                right += results.best(places[index]) + results.first() == known ? 1 : 0;
                logLoss -= Math.log(Math.max(results.encodedProbability(places[index], known), Float.MIN_NORMAL));
                counted++;
            }
        }
        final var metrics = new ArrayList<Metric>();
        metrics.add(new Metric("Accuracy", (double) right / compared.length, compared.length));
        if (counted > 0) {
            metrics.add(new Metric("Log loss", logLoss / counted, counted));
            if (scope == Scope.FUTURE) {
                metrics.add(new Metric("Bits a symbol", logLoss / counted / Math.log(2), counted));
            }
        }
        final var unseen = compared.length - counted;
        return new Evaluation(
                metrics,
                unseen == 0
                        ? List.of()
                        : List.of("The target column \"" + target.column() + "\" has a class that was not learned in "
                                + unseen + (unseen == 1 ? " place" : " places")
                                + ": these count as errors and are left out of the log loss."));
    }
}
