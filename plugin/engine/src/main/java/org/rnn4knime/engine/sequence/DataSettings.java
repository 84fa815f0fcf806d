package org.rnn4knime.engine.sequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which columns of a table form the sequences, and what is predicted.
 *
 * @param layout where a time step lies
 * @param predict what is predicted
 * @param targetColumn the column that is predicted; empty where step columns forecast themselves. Of text whose next symbols are
 *     predicted it is the text
 * @param featureColumns what else the network reads: with {@code COLUMNS} the step columns in their order, with {@code TEXT} the text
 *     if a label is predicted
 * @param knownFutureColumns those of the features whose values are known when the target of the same row is not
 * @param sequenceIdColumns columns that tell the sequences apart; none for a table of one sequence
 * @param orderColumn numbers, dates and times, or text in ISO form; without it the rows count as they stand
 * @param featuresPerStep with {@code COLUMNS}, how many neighbouring columns make a time step
 * @param tokenizer with {@code TEXT}, what a symbol is
 * @param missingValues what becomes of steps where a value is missing
 * @param unknownValues what becomes of predictions that would read an unknown nominal value
 */
public record DataSettings(
        SequenceLayout layout,
        Scope predict,
        String targetColumn,
        List<String> featureColumns,
        List<String> knownFutureColumns,
        List<String> sequenceIdColumns,
        Optional<String> orderColumn,
        int featuresPerStep,
        Tokenizer tokenizer,
        MissingValues missingValues,
        UnknownValues unknownValues) {

    /** Copies the lists; refuses what cannot go together with an IllegalArgumentException. */
    public DataSettings {
        Objects.requireNonNull(layout);
        Objects.requireNonNull(predict);
        featureColumns = List.copyOf(featureColumns);
        knownFutureColumns = List.copyOf(knownFutureColumns);
        sequenceIdColumns = List.copyOf(sequenceIdColumns);
        Objects.requireNonNull(orderColumn);
        Objects.requireNonNull(tokenizer);
        Objects.requireNonNull(missingValues);
        Objects.requireNonNull(unknownValues);
        requireKnownCombination(layout, predict);
        requireColumns(layout, predict, targetColumn, featureColumns);
        requireGroups(layout, featureColumns, featuresPerStep);
        requireKnownFuture(layout, predict, featureColumns, knownFutureColumns);
        requireOneRole(targetColumn, featureColumns, sequenceIdColumns, orderColumn);
    }

    /** The next values of a target from its own past, one row a time step. */
    public DataSettings(
            final String targetColumn, final List<String> sequenceIdColumns, final Optional<String> orderColumn) {
        this(
                SequenceLayout.ROWS,
                Scope.FUTURE,
                targetColumn,
                List.of(),
                List.of(),
                sequenceIdColumns,
                orderColumn,
                1,
                new Tokenizer(Tokens.CHARACTERS, false),
                MissingValues.FAIL,
                UnknownValues.NO_PREDICTION);
    }

    private static void requireKnownCombination(final SequenceLayout layout, final Scope predict) {
        if (predict == Scope.STEP && layout == SequenceLayout.COLUMNS) {
            throw new IllegalArgumentException(
                    "With one column a time step there is no place for one value a time step."
                            + " Use one row a time step or list cells, or predict one value a sequence.");
        }
        if (predict == Scope.STEP && layout == SequenceLayout.TEXT) {
            throw new IllegalArgumentException("A text has no place for one value a symbol."
                    + " Split it into one row a symbol or into list cells, or predict one value a sequence.");
        }
    }

    private static void requireColumns(
            final SequenceLayout layout, final Scope predict, final String target, final List<String> features) {
        final var isItsOwnTarget = layout == SequenceLayout.COLUMNS && predict == Scope.FUTURE;
        if (target.isEmpty() && !isItsOwnTarget) {
            throw new IllegalArgumentException("No target column is chosen: choose the column to predict.");
        }
        if (!target.isEmpty() && isItsOwnTarget) {
            throw new IllegalArgumentException("The target column \"" + target
                    + "\" has no meaning where the step columns' own next values are predicted: leave it empty.");
        }
        if (features.isEmpty() && (predict != Scope.FUTURE || isItsOwnTarget)) {
            throw new IllegalArgumentException(
                    layout == SequenceLayout.TEXT
                            ? "No text column is chosen: choose the column of text to read."
                            : "No feature column is chosen: choose the columns that the network reads.");
        }
        if (layout == SequenceLayout.TEXT && predict == Scope.FUTURE && !features.isEmpty()) {
            throw new IllegalArgumentException("Where the next symbols of a text are predicted, nothing but the text is"
                    + " read, but the feature column \"" + features.get(0) + "\" is chosen too: choose none.");
        }
        if (layout == SequenceLayout.TEXT && features.size() > 1) {
            throw new IllegalArgumentException("A network that reads text reads one column of it, but "
                    + features.size() + " are chosen: choose one.");
        }
    }

    private static void requireGroups(
            final SequenceLayout layout, final List<String> features, final int featuresPerStep) {
        SettingRange.requireBetween("Features per time step", featuresPerStep, 1, SequenceSettings.LONGEST);
        if (layout == SequenceLayout.COLUMNS && features.size() % featuresPerStep != 0) {
            throw new IllegalArgumentException(features.size() + " columns cannot be grouped into time steps of "
                    + featuresPerStep + ". Choose other columns, or another number of features per time step.");
        }
    }

    private static void requireKnownFuture(
            final SequenceLayout layout,
            final Scope predict,
            final List<String> features,
            final List<String> knownFuture) {
        knownFuture.stream()
                .filter(name -> !features.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("The column \"" + name
                            + "\" is known in the future, but is no feature column: choose it there too.");
                });
        if (!knownFuture.isEmpty() && (predict != Scope.FUTURE || layout != SequenceLayout.ROWS)) {
            throw new IllegalArgumentException("Columns can be known in the future only where the next values are"
                    + " predicted with one row a time step: choose none.");
        }
    }

    private static void requireOneRole(
            final String target,
            final List<String> features,
            final List<String> sequenceIds,
            final Optional<String> order) {
        final var roles = new HashMap<String, String>();
        final var named = new ArrayList<String[]>();
        if (!target.isEmpty()) {
            named.add(new String[] {"the target column", target});
        }
        features.forEach(name -> named.add(new String[] {"a feature column", name}));
        sequenceIds.forEach(name -> named.add(new String[] {"a sequence ID column", name}));
        order.ifPresent(name -> named.add(new String[] {"the order column", name}));
        for (final var role : named) {
            final var before = roles.putIfAbsent(role[1], role[0]);
            final var isOrderAsFeature = role[0].startsWith("the order") && "a feature column".equals(before);
            if (before != null && !isOrderAsFeature) {
                throw new IllegalArgumentException("The column \"" + role[1] + "\" cannot be both " + before + " and "
                        + role[0] + ": choose another column for one of them.");
            }
        }
    }

    /** The columns that are read of a table: each once. */
    public List<String> columns() {
        final var names = new ArrayList<>(sequenceIdColumns);
        orderColumn.ifPresent(names::add);
        names.addAll(featureColumns);
        if (!targetColumn.isEmpty()) {
            names.add(targetColumn);
        }
        return names.stream().distinct().toList();
    }

    /** Whether the whole table is one sequence, of which windows are cut where one value a sequence is wanted. */
    public boolean isOneSeries() {
        return layout == SequenceLayout.ROWS && sequenceIdColumns.isEmpty();
    }

    /** Whether windows of a fixed length slide over the sequences; otherwise these are read whole. */
    public boolean isSliding() {
        return predict == Scope.FUTURE || (predict == Scope.SEQUENCE && isOneSeries());
    }

    /** Whether there is a target for each step; otherwise for each sequence. */
    public boolean isTargetPerStep() {
        return predict != Scope.SEQUENCE || isOneSeries();
    }

    /** What results are named after. Step columns are named after what all of their names begin with. */
    public String targetName() {
        if (!targetColumn.isEmpty()) {
            return targetColumn;
        }
        final var first = featureColumns.get(0);
        int length = first.length();
        for (final var name : featureColumns) {
            length = Math.min(length, name.length());
            while (!name.startsWith(first.substring(0, length))) {
                length--;
            }
        }
        final var common = first.substring(0, length).replaceFirst("[\\d\\s_.(\\[-]+$", "");
        return common.isEmpty() ? first : common;
    }
}
