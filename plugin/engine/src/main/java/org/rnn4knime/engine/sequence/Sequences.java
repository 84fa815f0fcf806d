package org.rnn4knime.engine.sequence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The sequences of a table, of any lengths, with their values one step after the other.
 *
 * @param table where they come from
 * @param settings what they were made by
 * @param steps where each sequence begins and ends
 * @param ids the values of each sequence's ID columns, as text
 * @param features one value a step of each feature
 * @param target one value a step, or one a sequence, as the settings tell; empty where the table has none
 * @param order what puts the steps in order; empty for the order of the rows
 * @param warnings sentences for the user about what was left out; often none
 */
public record Sequences(
        Table table,
        DataSettings settings,
        Steps steps,
        List<List<String>> ids,
        List<Column> features,
        Optional<Column> target,
        Optional<Order> order,
        List<String> warnings) {

    /** Copies the lists; refuses null and sizes that do not fit. */
    public Sequences {
        Objects.requireNonNull(table);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(order);
        ids = List.copyOf(ids);
        features = List.copyOf(features);
        warnings = List.copyOf(warnings);
        final var targets = settings.isTargetPerStep() ? steps.count() : steps.sequences();
        if (ids.size() != steps.sequences()
                || features.stream().anyMatch(feature -> feature.size() != steps.count())
                || target.filter(values -> values.size() != targets).isPresent()) {
            throw new IllegalArgumentException("sizes that do not fit " + steps.sequences() + " sequences");
        }
    }

    /** How complete the target must be where its own past is read. */
    public enum Truth {

        /** Every step has a value, but for what the settings say of missing ones. */
        COMPLETE,

        /** The last steps of a sequence may have none: they are to be predicted. */
        MAY_END_EARLY
    }

    /**
     * Finds the sequences of a table; an empty table has none.
     *
     * @throws UnusableDataException if a column does not exist or is of a kind that cannot be read, for a row without ID or order, two
     *     rows of a sequence at the same place, an infinite number, and missing values if the settings say so
     */
    public static Sequences of(final Table table, final DataSettings settings, final Truth truth) {
        final var sequences =
                switch (settings.layout()) {
                    case ROWS -> new RowsLayout(table, settings).sequences();
                    case COLUMNS -> new ColumnsLayout(table, settings).sequences();
                    case LISTS -> new ListsLayout(table, settings).sequences();
                    case TEXT -> new TextLayout(table, settings).sequences();
                };
        return new Completeness(sequences, truth).complete();
    }

    /** The number of sequences. */
    public int size() {
        return steps.sequences();
    }

    /** The number of steps of a sequence up to the last that has a target; all of them, where there is no target for each. */
    public int knownLength(final int sequence) {
        if (target.isEmpty() || !settings.isTargetPerStep()) {
            return steps.length(sequence);
        }
        int known = steps.length(sequence);
        while (known > 0 && target.get().isMissing(steps.from(sequence) + known - 1)) {
            known--;
        }
        return known;
    }

    /**
     * The number of steps that can be read to predict something. Where the target's own past is read, they go up to the first of those at
     * the end that have no target, which can still be predicted.
     */
    public int readableLength(final int sequence) {
        return settings.predict() == Scope.FUTURE
                ? Math.min(steps.length(sequence), knownLength(sequence) + 1)
                : steps.length(sequence);
    }

    /**
     * The target, where it must be there.
     *
     * @throws UnusableDataException if the table has none; it names the column
     */
    public Column requiredTarget() {
        // Asking for the column by its name says best what is wrong.
        return target.orElseGet(() -> table.column(settings.targetColumn()));
    }

    /** The table's row ID of a sequence or, with one row a time step, of a step. */
    public String rowId(final int step) {
        final var row =
                settings.layout() == SequenceLayout.ROWS ? steps.places()[step] : steps.rows()[steps.sequenceOf(step)];
        return table.rowIds().get(row);
    }

    /** Where a value of a column stands, as it ends a sentence. */
    String where(final int step) {
        final var row = " in row \"" + rowId(step) + "\"";
        return switch (settings.layout()) {
            case ROWS, COLUMNS -> row;
            case LISTS -> row + " at position " + (steps.places()[step] + 1);
            case TEXT -> row + " at symbol " + (steps.places()[step] + 1);
        };
    }
}
