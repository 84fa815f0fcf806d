package org.rnn4knime.engine.encoding;

import java.util.Arrays;
import java.util.Objects;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;
import org.rnn4knime.engine.sequence.Windowing;
import org.rnn4knime.engine.sequence.Windows;

/**
 * Reads windows out of encoded sequences. Used by any number of threads.
 *
 * @param sequences what is read
 * @param windows of the same steps
 * @param windowing how they were cut
 * @param targets which of the targets in a batch are given
 */
public record BatchReader(EncodedSequences sequences, Windows windows, Windowing windowing, Targets targets) {

    /** Which of the targets in a batch are given; all others are NaN. */
    public enum Targets {

        /** One set of values a window. */
        ONE,

        /** A set of values for each step. */
        EACH_STEP,

        /** A set of values for each step, but the last step's alone are given where the next values are predicted. */
        LAST_OF_EACH_STEP,

        /** None: the values need not be known. */
        NONE
    }

    /** Refuses null. */
    public BatchReader {
        Objects.requireNonNull(sequences);
        Objects.requireNonNull(windows);
        Objects.requireNonNull(windowing);
        Objects.requireNonNull(targets);
    }

    /** The number of values that are read of a window at most, or of its targets, given the longest of a batch. */
    public long values(final int steps) {
        return (long) steps * Math.max(sequences.features(), targetValues());
    }

    /**
     * A batch of some windows.
     *
     * @param members their numbers
     * @param from the first of them
     * @param to the one behind the last of them
     */
    public Batch read(final int[] members, final int from, final int to) {
        final var lengths = lengths(members, from, to);
        final var steps = Arrays.stream(lengths).max().orElse(0);
        final var inputs = Tensor.zeros(steps, sequences.features(), lengths.length);
        for (int slot = 0; slot < lengths.length; slot++) {
            readInputs(members[from + slot], slot, inputs);
        }
        return new Batch(inputs, lengths, targets(members, from, to));
    }

    /** The targets of such a batch alone. */
    public Tensor targets(final int[] members, final int from, final int to) {
        final var steps = Arrays.stream(lengths(members, from, to)).max().orElse(0);
        final var isEachStep = targets == Targets.EACH_STEP || targets == Targets.LAST_OF_EACH_STEP;
        final var wanted = Tensor.zeros(isEachStep ? steps : 1, targetValues(), to - from);
        Arrays.fill(wanted.values(), Float.NaN);
        for (int slot = 0; slot < to - from; slot++) {
            readTargets(members[from + slot], slot, wanted);
        }
        return wanted;
    }

    private int targetValues() {
        return Math.max(1, windowing.ahead());
    }

    private int[] lengths(final int[] members, final int from, final int to) {
        return Arrays.stream(members, from, to).map(windows::length).toArray();
    }

    /** The level of a window's target, which its values are given without; 0 if there is none. */
    public double level(final int window) {
        return sequences
                .series()
                .map(series -> series.level(windows.from(window), windows.to(window)))
                .orElse(0.0);
    }

    private void readInputs(final int window, final int slot, final Tensor inputs) {
        final var first = windows.from(window);
        final var length = windows.length(window);
        final var level = level(window);
        int feature = 0;
        if (sequences.series().isPresent()) {
            final var series = sequences.series().get();
            for (int step = 0; step < length; step++) {
                inputs.values()[inputs.index(step, 0, slot)] = series.read(first + step, level);
            }
            feature = 1;
        }
        // What is known ahead ends where the table does; then its last value stands for the next ones.
        final var last = sequences.steps().to(windows.sequence(window)) - 1;
        for (final var input : sequences.inputs()) {
            final var values = input.values();
            final var isOneHot = input.feature().encoder().kind() == InputKind.ONE_HOT;
            for (int step = 0; step < length; step++) {
                final var value =
                        values[Math.min(last, first + step + input.feature().ahead())];
                if (!isOneHot) {
                    inputs.values()[inputs.index(step, feature, slot)] = value;
                } else if (value > 0) {
                    inputs.values()[inputs.index(step, feature + (int) value - 1, slot)] = 1;
                }
            }
            feature += input.feature().inputs();
        }
    }

    private void readTargets(final int window, final int slot, final Tensor wanted) {
        switch (targets) {
            case NONE -> {
                // all stay unknown
            }
            case ONE -> readTarget(window, slot, wanted, 0, windows.length(window) - 1);
            case EACH_STEP -> {
                for (int step = 0; step < windows.length(window); step++) {
                    readTarget(window, slot, wanted, step, step);
                }
            }
            case LAST_OF_EACH_STEP -> {
                final var isFuture = windowing.ahead() > 0;
                for (int step = isFuture ? windows.length(window) - 1 : 0; step < windows.length(window); step++) {
                    readTarget(window, slot, wanted, step, step);
                }
            }
        }
    }

    /** Reads the targets that belong to a step of a window into a row of the batch. */
    private void readTarget(final int window, final int slot, final Tensor wanted, final int row, final int step) {
        final var at = windows.from(window) + step;
        if (windowing.ahead() > 0) {
            for (int value = 0; value < wanted.features(); value++) {
                wanted.values()[wanted.index(row, value, slot)] = next(window, at + 1 + value);
            }
            return;
        }
        final var encoded = sequences.targets().orElseThrow();
        final var data = windowing.data();
        if (!data.isTargetPerStep()) {
            wanted.values()[wanted.index(row, 0, slot)] = encoded[windows.sequence(window)];
        } else if (data.isSliding() || (at >= windows.targetFrom(window) && at < windows.targetTo(window))) {
            wanted.values()[wanted.index(row, 0, slot)] = encoded[at];
        }
    }

    private float next(final int window, final int step) {
        return sequences
                .series()
                .map(series -> series.target(step, level(window)))
                .orElseGet(() -> sequences.targets().orElseThrow()[step]);
    }
}
