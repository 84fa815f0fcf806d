package org.rnn4knime.nodes.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;

/**
 * What a user most likely wants to learn, guessed from a table's columns without a look at its rows. People put the result behind
 * what it depends on, so the target is the last column that can be one.
 *
 * <ul>
 *   <li>Lists: one value a sequence, if a column behind or before them can be one, else the next values of the last list.
 *   <li>One column of text and one of its labels, nothing else: the label of each text. Text alone: its next symbols.
 *   <li>All else has one row a time step. The next values of a number are forecast from its own past; text with few different
 *       values, and Booleans, are predicted at each time step from all other columns, or from their own past if there are none.
 * </ul>
 *
 * @param layout where a time step is
 * @param predict what is predicted
 * @param target the column that is predicted
 * @param text the column that is split into symbols, if the user chooses so
 * @param order the first date or time column, else the first text column that looks like dates in ISO form
 * @param features what else is read
 */
public record ColumnGuess(
        SequenceLayout layout,
        Scope predict,
        Optional<String> target,
        Optional<String> text,
        Optional<String> order,
        List<String> features) {

    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}(-\\d{2}([T ]\\d{2}:\\d{2}.*)?)?");

    private static final List<String> WORDS_OF_TIME =
            List.of("date", "datetime", "timestamp", "time", "day", "week", "month", "quarter", "year", "period");

    private static final List<String> WORDS_OF_LABELS =
            List.of("label", "class", "category", "target", "sentiment", "language", "topic");

    /** Returns the guess for a table without columns, and where no table is connected. */
    public static ColumnGuess nothing() {
        return of(new DataTableSpec());
    }

    /** Returns the guess for a table. */
    public static ColumnGuess of(final DataTableSpec table) {
        if (table.stream().anyMatch(ColumnGuess::isList)) {
            return lists(table);
        }
        final var order = order(table);
        final var values = table.stream()
                .filter(column -> ColumnRoles.isFeature(column, SequenceLayout.ROWS))
                .filter(column -> !looksLikeDates(column))
                .toList();
        final var isText = values.stream().noneMatch(column -> ColumnRoles.kind(column) == ColumnKind.NUMBER)
                && values.stream().filter(Predicate.not(ColumnGuess::isLabel)).count() == 1
                && order.isEmpty();
        return isText ? text(values) : rows(values, order);
    }

    private static ColumnGuess lists(final DataTableSpec table) {
        final var lists = names(table.stream(), ColumnGuess::isList);
        final var target = last(names(table.stream(), ColumnGuess::isResult));
        return new ColumnGuess(
                SequenceLayout.LISTS,
                target.isPresent() ? Scope.SEQUENCE : Scope.FUTURE,
                target.or(() -> last(lists)),
                text(table.stream()),
                order(table),
                target.isPresent() ? lists : List.of());
    }

    private static ColumnGuess text(final List<DataColumnSpec> values) {
        final var label = last(names(values.stream(), ColumnGuess::isLabel));
        return new ColumnGuess(
                SequenceLayout.TEXT,
                label.isPresent() ? Scope.SEQUENCE : Scope.FUTURE,
                label,
                text(values.stream().filter(Predicate.not(ColumnGuess::isLabel))),
                Optional.empty(),
                List.of());
    }

    private static ColumnGuess rows(final List<DataColumnSpec> values, final Optional<String> order) {
        final var result = last(names(values.stream(), ColumnGuess::isResult))
                .or(() -> last(names(values.stream(), column -> true)));
        final var others = names(values.stream(), column -> !result.equals(Optional.of(column.getName())));
        // Text of very many values rather names a sequence than tells something of it.
        final var telling = values.stream()
                .filter(ColumnGuess::isResult)
                .map(DataColumnSpec::getName)
                .filter(others::contains)
                .toList();
        final var isNumber = values.stream()
                .filter(column -> result.equals(Optional.of(column.getName())))
                .allMatch(column -> ColumnRoles.kind(column) == ColumnKind.NUMBER);
        final var predict = isNumber || others.isEmpty() ? Scope.FUTURE : Scope.STEP;
        return new ColumnGuess(
                SequenceLayout.ROWS,
                predict,
                result,
                text(values.stream()),
                order,
                predict != Scope.STEP ? List.of() : telling.isEmpty() ? others : telling);
    }

    private static Optional<String> text(final Stream<DataColumnSpec> columns) {
        return columns.filter(ColumnRoles::isText)
                .filter(column -> !looksLikeDates(column))
                .map(DataColumnSpec::getName)
                .findFirst();
    }

    private static Optional<String> order(final DataTableSpec table) {
        return table.stream()
                .filter(column -> ColumnRoles.kind(column).isDateOrTime())
                .findFirst()
                .or(() -> table.stream().filter(ColumnGuess::looksLikeDates).findFirst())
                .map(DataColumnSpec::getName);
    }

    private static boolean isList(final DataColumnSpec column) {
        return ColumnRoles.isFeature(column, SequenceLayout.LISTS);
    }

    private static boolean isResult(final DataColumnSpec column) {
        return ColumnRoles.kind(column) == ColumnKind.NUMBER || isLabel(column);
    }

    /** KNIME knows the values of text only where there are few of them, as there are of labels. */
    private static boolean isLabel(final DataColumnSpec column) {
        return switch (ColumnRoles.kind(column)) {
            case BOOLEAN -> true;
            case TEXT -> !looksLikeDates(column)
                    && (ColumnRoles.possibleValues(column) > 0 || isNamed(column, WORDS_OF_LABELS));
            default -> false;
        };
    }

    /** The possible values tell, where KNIME knows them; otherwise the column's name has to. */
    private static boolean looksLikeDates(final DataColumnSpec column) {
        if (!ColumnRoles.isText(column)) {
            return false;
        }
        return ColumnRoles.possibleValues(column) > 0
                ? column.getDomain().getValues().stream()
                        .allMatch(value -> ISO_DATE.matcher(value.toString()).matches())
                : isNamed(column, WORDS_OF_TIME);
    }

    private static boolean isNamed(final DataColumnSpec column, final List<String> words) {
        return Stream.of(column.getName().toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .anyMatch(words::contains);
    }

    private static List<String> names(final Stream<DataColumnSpec> columns, final Predicate<DataColumnSpec> isChosen) {
        return columns.filter(isChosen).map(DataColumnSpec::getName).toList();
    }

    private static Optional<String> last(final List<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(names.get(names.size() - 1));
    }
}
