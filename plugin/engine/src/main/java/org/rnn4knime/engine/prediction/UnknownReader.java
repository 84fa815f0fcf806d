package org.rnn4knime.engine.prediction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rnn4knime.engine.encoding.EncodedSequences;
import org.rnn4knime.engine.encoding.InputKind;
import org.rnn4knime.engine.encoding.Vocabulary;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Steps;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.engine.sequence.Windows;

/** Finds predictions that would read nominal values that the training part did not have. */
final class UnknownReader {

    private static final int MOST_NAMES = 3;

    private final Steps steps;

    private final List<Unknown> unknown;

    private final Set<String> names;

    private final boolean isRefused;

    private int refused;

    /** The steps at which something unknown stands that is read so many steps ahead. */
    private record Unknown(BitSet steps, int ahead) {}

    private UnknownReader(
            final Steps steps, final List<Unknown> unknown, final Set<String> names, final boolean isRefused) {
        this.steps = steps;
        this.unknown = unknown;
        this.names = names;
        this.isRefused = isRefused;
    }

    static UnknownReader of(final Sequences sequences, final EncodedSequences encoded) {
        final var unknown = new ArrayList<Unknown>();
        final var names = new LinkedHashSet<String>();
        for (final var input : encoded.inputs()) {
            if (input.feature().encoder().kind() == InputKind.NUMBER) {
                continue;
            }
            final var steps = new BitSet();
            for (int step = 0; step < input.values().length; step++) {
                if (input.values()[step] == Vocabulary.UNKNOWN) {
                    steps.set(step);
                    name(sequences, input, step)
                            .filter(name -> names.size() <= MOST_NAMES)
                            .ifPresent(names::add);
                }
            }
            if (!steps.isEmpty()) {
                unknown.add(new Unknown(steps, input.feature().ahead()));
            }
        }
        final var isText = sequences.settings().layout() == SequenceLayout.TEXT;
        return new UnknownReader(
                sequences.steps(),
                unknown,
                names,
                !isText && sequences.settings().unknownValues() == UnknownValues.NO_PREDICTION);
    }

    private static Optional<String> name(
            final Sequences sequences, final EncodedSequences.Input input, final int step) {
        final var column = input.feature().column(sequences);
        return column.text(step).map(value -> "\"" + value + "\" in the column \"" + column.name() + "\"");
    }

    /** Whether a window would read something unknown and so gives no prediction. */
    boolean reads(final Windows windows, final int window) {
        return isRefused
                && unknown.stream().anyMatch(some -> {
                    // Behind the last step nothing is known ahead; then that one's value is read.
                    final var last = steps.to(windows.sequence(window)) - 1;
                    final var next = some.steps.nextSetBit(Math.min(last, windows.from(window) + some.ahead));
                    return next >= 0 && next <= Math.min(last, windows.to(window) - 1 + some.ahead);
                });
    }

    /** Counts predictions that there are not because they would read something unknown. */
    void count(final int predictions) {
        refused += predictions;
    }

    /** One sentence about what is unknown, if anything is. */
    Optional<String> warning() {
        return warning(List.of(this));
    }

    /** One sentence about what is unknown to any of some readers of the same model. */
    static Optional<String> warning(final List<UnknownReader> readers) {
        final var found =
                readers.stream().filter(reader -> !reader.unknown.isEmpty()).toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        final var names = found.stream()
                .flatMap(reader -> reader.names.stream())
                .distinct()
                .limit(MOST_NAMES + 1L)
                .toList();
        final var refused = found.stream().mapToInt(reader -> reader.refused).sum();
        if (found.get(0).isRefused && refused == 0) {
            // Nothing reads them.
            return Optional.empty();
        }
        final var examples = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMES ? " …" : "");
        return Optional.of("The training data did not have " + examples + ": "
                + (found.get(0).isRefused
                        ? (refused == 1
                                        ? "1 prediction that reads it is"
                                        : refused + " predictions that read such values are")
                                + " missing."
                        : "such values are read as unknown ones."));
    }
}
