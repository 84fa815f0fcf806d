package org.rnn4knime.nodes.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** What a user most likely wants to choose, guessed from a table's columns without a look at its rows. */
public final class ColumnGuess {

    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}(-\\d{2}([T ]\\d{2}:\\d{2}.*)?)?");

    private static final List<String> WORDS_OF_TIME =
            List.of("date", "datetime", "timestamp", "time", "day", "week", "month", "quarter", "year", "period");

    private ColumnGuess() {}

    /** Returns the last numeric column; people put the result behind what it depends on. */
    public static Optional<String> target(final DataTableSpec table) {
        return table.stream()
                .filter(column -> ColumnKind.of(column.getType()) == ColumnKind.NUMBER)
                .map(DataColumnSpec::getName)
                .reduce((first, last) -> last);
    }

    /** Returns the first date or time column, else the first text column that looks like dates in ISO form. */
    public static Optional<String> order(final DataTableSpec table) {
        return table.stream()
                .filter(column -> ColumnKind.of(column.getType()).isDateOrTime())
                .findFirst()
                .or(() -> table.stream()
                        .filter(column -> ColumnKind.of(column.getType()) == ColumnKind.TEXT)
                        .filter(ColumnGuess::looksLikeDates)
                        .findFirst())
                .map(DataColumnSpec::getName);
    }

    /** The possible values tell, where KNIME knows them; otherwise the column's name has to. */
    private static boolean looksLikeDates(final DataColumnSpec column) {
        final var domain = column.getDomain();
        if (domain.hasValues() && !domain.getValues().isEmpty()) {
            return domain.getValues().stream()
                    .allMatch(value -> ISO_DATE.matcher(value.toString()).matches());
        }
        final var words = column.getName().toLowerCase(Locale.ROOT).split("[^a-z]+");
        return List.of(words).stream().anyMatch(WORDS_OF_TIME::contains);
    }
}
