package org.rnn4knime.engine.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rnn4knime.engine.sequence.Sequences.Truth;

/** Refuses values that cannot be read, and does to steps with missing values what the settings say. */
final class Completeness {

    /** Differences of larger values, and the range of those, need not be finite. */
    private static final double LARGEST = 1e307;

    private final Sequences sequences;

    private final DataSettings settings;

    private final Steps steps;

    private final Truth truth;

    private final boolean readsTarget;

    Completeness(final Sequences sequences, final Truth truth) {
        this.sequences = sequences;
        this.settings = sequences.settings();
        this.steps = sequences.steps();
        this.truth = truth;
        this.readsTarget = settings.predict() == Scope.FUTURE;
        if (readsTarget) {
            sequences.requiredTarget();
        }
    }

    /** The sequences as they can be encoded. */
    Sequences complete() {
        sequences.features().forEach(feature -> refuseInfinite(feature, "feature"));
        sequences.target().ifPresent(this::refuseInfiniteTarget);
        if (nothingIsMissing()) {
            return sequences;
        }
        return switch (settings.missingValues()) {
            case FAIL -> {
                refuseMissing();
                yield sequences;
            }
            case SKIP -> withoutMissing();
            case LAST, MEAN -> sequences;
        };
    }

    /** Most tables have all values: so each column is looked at first, which is fast. */
    private boolean nothingIsMissing() {
        return Stream.concat(sequences.features().stream(), sequences.target().stream())
                .allMatch(column -> IntStream.range(0, column.size()).noneMatch(column::isMissing));
    }

    private void refuseInfiniteTarget(final Column target) {
        if (settings.isTargetPerStep()) {
            refuseInfinite(target, "target");
        } else if (target instanceof NumberColumn numbers) {
            for (int sequence = 0; sequence < steps.sequences(); sequence++) {
                if (isTooLarge(numbers.values()[sequence])) {
                    final var row = sequences.table().rowIds().get(steps.rows()[sequence]);
                    throw tooLarge("target", target, numbers.values()[sequence], " in row \"" + row + "\"");
                }
            }
        }
    }

    private void refuseInfinite(final Column column, final String role) {
        if (column instanceof NumberColumn numbers) {
            for (int step = 0; step < column.size(); step++) {
                if (isTooLarge(numbers.values()[step])) {
                    throw tooLarge(role, named(column, step), numbers.values()[step], sequences.where(step));
                }
            }
        }
    }

    private static boolean isTooLarge(final double value) {
        return Math.abs(value) > LARGEST;
    }

    private static UnusableDataException tooLarge(
            final String role, final Column column, final double value, final String where) {
        return new UnusableDataException(
                "The " + role + " column \"" + column.name() + "\" holds " + value + where
                        + (Double.isFinite(value) ? ", but values may be up to " + LARGEST + "." : "."),
                Double.isFinite(value)
                        ? "Remove such rows, or divide the column by a large number before."
                        : "Remove such rows or replace the value before.");
    }

    /** The column of the table that a value comes from. */
    private Column named(final Column column, final int step) {
        if (settings.layout() != SequenceLayout.COLUMNS || !settings.isTargetPerStep() && isTarget(column)) {
            return column;
        }
        final var first = settings.featureColumns().indexOf(column.name());
        return sequences
                .table()
                .column(settings.featureColumns().get(first + steps.places()[step] * settings.featuresPerStep()));
    }

    private boolean isTarget(final Column column) {
        return sequences.target().filter(target -> target == column).isPresent();
    }

    private void refuseMissing() {
        for (int sequence = 0; sequence < steps.sequences(); sequence++) {
            final var known = steps.from(sequence) + sequences.knownLength(sequence);
            for (int step = steps.from(sequence); step < steps.to(sequence); step++) {
                final var missing = missing(step, known);
                if (missing.isPresent()) {
                    throw new UnusableDataException(
                            "The " + role(missing.get()) + " column \""
                                    + named(missing.get(), step).name() + "\" has no value" + sequences.where(step)
                                    + ".",
                            "Remove such rows or fill them before, or choose in the RNN Learner what becomes of missing"
                                    + " values.");
                }
            }
        }
    }

    private String role(final Column column) {
        return isTarget(column) ? "target" : "feature";
    }

    /**
     * A column whose value is missing at a step although the network reads it.
     *
     * @param known the first of the steps at the end of the sequence that have no target, the only one of them that is predicted
     */
    private Optional<Column> missing(final int step, final int known) {
        Interrupts.refuse();
        final var isBehindTheTruth = readsTarget && truth == Truth.MAY_END_EARLY && step >= known;
        final var isReadable = step <= known;
        final var missing = sequences.features().stream()
                .filter(feature -> feature.isMissing(step))
                .filter(feature -> !isBehindTheTruth
                        || isReadable && settings.knownFutureColumns().contains(feature.name()))
                .findFirst();
        return missing.or(() -> sequences
                .target()
                .filter(target -> readsTarget && !isBehindTheTruth)
                .filter(target -> target.isMissing(step)));
    }

    private Sequences withoutMissing() {
        final var offsets = new int[steps.offsets().length];
        final var kept = new int[steps.count()];
        int count = 0;
        for (int sequence = 0; sequence < steps.sequences(); sequence++) {
            final var known = steps.from(sequence) + sequences.knownLength(sequence);
            for (int step = steps.from(sequence); step < steps.to(sequence); step++) {
                if (missing(step, known).isEmpty()) {
                    kept[count++] = step;
                }
            }
            offsets[sequence + 1] = count;
        }
        if (count == steps.count()) {
            return sequences;
        }
        final var remaining = IntStream.of(kept).limit(count).toArray();
        final var warnings = new ArrayList<>(sequences.warnings());
        warnings.add(skipped(count));
        return new Sequences(
                sequences.table(),
                settings,
                new Steps(
                        offsets,
                        IntStream.of(remaining)
                                .map(step -> steps.places()[step])
                                .toArray(),
                        steps.rows()),
                sequences.ids(),
                gathered(sequences.features(), remaining),
                sequences.target().map(target -> settings.isTargetPerStep() ? target.gathered(remaining) : target),
                sequences.order(),
                warnings);
    }

    private String skipped(final int kept) {
        for (int sequence = 0; sequence < steps.sequences(); sequence++) {
            final var known = steps.from(sequence) + sequences.knownLength(sequence);
            for (int step = steps.from(sequence); step < steps.to(sequence); step++) {
                final var missing = missing(step, known);
                if (missing.isPresent()) {
                    final var count = steps.count() - kept;
                    return (count == 1 ? "1 time step is" : count + " time steps are")
                            + " left out for missing values, first of the column \""
                            + named(missing.get(), step).name() + "\"" + sequences.where(step) + ".";
                }
            }
        }
        throw new IllegalStateException("nothing is missing");
    }

    private static List<Column> gathered(final List<Column> columns, final int[] kept) {
        return columns.stream().map(column -> column.gathered(kept)).toList();
    }
}
