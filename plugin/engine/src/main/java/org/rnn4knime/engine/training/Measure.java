package org.rnn4knime.engine.training;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.rnn4knime.engine.encoding.BatchReader;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.NumberTarget;
import org.rnn4knime.engine.encoding.TargetEncoder;
import org.rnn4knime.engine.model.MetricType;
import org.rnn4knime.engine.sequence.Boundary;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Tensor;
import org.rnn4knime.engine.sequence.Windows.StepReceiver;

/**
 * Measures predictions for windows against the truth, in the user's units: of each window the values behind it, where the next values are
 * predicted; the one of the whole window; or the values of its steps. It counts what a prediction of the same rows counts: all that is
 * known, also where a difference to it is not learned because the value before is missing, and a class that was not learned as an error;
 * but not the end of a text, which has no place in a table. Used by any number of threads.
 */
final class Measure {

    private final TargetEncoder target;

    private final Sequences sequences;

    private final BatchReader reader;

    private final IntToDoubleFunction truth;

    private Measure(
            final TargetEncoder target,
            final Sequences sequences,
            final BatchReader reader,
            final IntToDoubleFunction truth) {
        this.target = target;
        this.sequences = sequences;
        this.reader = reader;
        this.truth = truth;
    }

    /**
     * A measure of what is written for windows.
     *
     * @param sequences in which the windows lie; they hold the truth
     * @param reader of the windows; which targets its batches give does not matter
     * @throws org.rnn4knime.engine.sequence.UnusableDataException if there is no target column
     */
    static Measure of(final TargetEncoder target, final Sequences sequences, final BatchReader reader) {
        final var column = sequences.requiredTarget();
        return new Measure(
                target,
                sequences,
                reader,
                target instanceof ClassTarget classes
                        ? classes(classes, column)
                        : index -> ((NumberColumn) column).values()[index]);
    }

    /** The place of each class: NaN for one that is missing or ends a text, -1 for one that was not learned. */
    private static IntToDoubleFunction classes(final ClassTarget target, final Column column) {
        final var places = target.encode(column);
        final var boundary = target.names().indexOf(Boundary.SYMBOL);
        for (int index = 0; index < places.length; index++) {
            if (Float.isNaN(places[index]) && !column.isMissing(index)) {
                places[index] = -1;
            } else if (boundary >= 0 && places[index] == boundary + target.first()) {
                places[index] = Float.NaN;
            }
        }
        return index -> places[index];
    }

    /** By what it measures. */
    MetricType metric() {
        return MetricType.of(target);
    }

    /** What is predicted. */
    TargetEncoder target() {
        return target;
    }

    /** The sequences in which the windows lie. */
    Sequences sequences() {
        return sequences;
    }

    /** The reader of the windows. */
    BatchReader reader() {
        return reader;
    }

    /** What predicts without a network. */
    @FunctionalInterface
    interface Rule {

        /**
         * Predicts.
         *
         * @param window of which nothing behind its last step may be known
         * @param step that is predicted, counted over all sequences
         * @return a number in the user's units, or the place of a class
         */
        double predict(int window, int step);
    }

    /**
     * The metric of a rule for all windows; empty where no truth is known.
     *
     * @param check is run for each window; what it throws ends the work
     */
    OptionalDouble value(final Rule rule, final Runnable check) {
        final var score = Score.of(metric());
        for (int window = 0; window < reader.windows().size(); window++) {
            check.run();
            final var member = window;
            eachStep(window, (first, read) -> {
                for (int ahead = 0; ahead < ahead(member, first); ahead++) {
                    final var known = truth(member, first + ahead);
                    if (!Double.isNaN(known)) {
                        score.add(known, rule.predict(member, first + ahead));
                    }
                }
            });
        }
        return score.value();
    }

    /** Counts what a network writes, batch after batch. */
    Counter counter() {
        return new Counter();
    }

    /** Measures what a network writes. Used by one thread. */
    final class Counter {

        private final Score score = Score.of(metric());

        private Counter() {}

        /**
         * Takes a batch.
         *
         * @param members the numbers of all windows; those from a place on are in the batch
         * @param from the place of the batch's first window
         * @param outputs [time or 1, value, window] that the network wrote for the batch
         */
        void add(final int[] members, final int from, final Tensor outputs) {
            for (int slot = 0; slot < outputs.windows(); slot++) {
                final var window = members[from + slot];
                final var place = slot;
                // A network that writes once has written at the step 0.
                eachStep(
                        window,
                        (step, read) -> add(window, step, outputs.step(Math.min(outputs.steps() - 1, read), place)));
            }
        }

        private void add(final int window, final int step, final float[] outputs) {
            final var count = ahead(window, step);
            if (IntStream.range(step, step + count).allMatch(some -> Double.isNaN(truth(window, some)))) {
                return;
            }
            final var predicted = decoded(window, step, outputs);
            for (int ahead = 0; ahead < count; ahead++) {
                final var known = truth(window, step + ahead);
                if (!Double.isNaN(known)) {
                    score.add(known, predicted[ahead]);
                }
            }
        }

        /** The metric of all batches so far; empty where no truth is known. */
        OptionalDouble value() {
            return score.value();
        }
    }

    /** What outputs mean, from a step on: numbers in the user's units, or the place of a class, NaN where there are no probabilities. */
    private double[] decoded(final int window, final int step, final float[] outputs) {
        if (target instanceof ClassTarget classes) {
            final var best = ClassTarget.mostProbable(outputs, classes.first(), outputs.length);
            return new double[] {Float.isNaN(outputs[best]) ? Double.NaN : best};
        }
        return reader.sequences()
                .series()
                .map(series -> series.decodeAll(outputs, reader.level(window), step))
                .orElseGet(() -> new double[] {((NumberTarget) target).decode(outputs[0])});
    }

    private void eachStep(final int window, final StepReceiver receiver) {
        reader.windows().eachStep(window, sequences.settings().predict(), receiver);
    }

    /** The values that are predicted from a step on, as far as its sequence goes. */
    private int ahead(final int window, final int step) {
        final var end = sequences.steps().to(reader.windows().sequence(window));
        return Math.min(Math.max(1, reader.windowing().ahead()), end - step);
    }

    private double truth(final int window, final int step) {
        return truth.applyAsDouble(
                sequences.settings().isTargetPerStep() ? step : reader.windows().sequence(window));
    }
}
