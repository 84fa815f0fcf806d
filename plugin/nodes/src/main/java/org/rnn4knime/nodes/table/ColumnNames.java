package org.rnn4knime.nodes.table;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** Names of columns as messages quote them. */
public final class ColumnNames {

    private static final int MOST_NAMES = 5;

    private ColumnNames() {}

    /** Returns the first names, each in quotes, and an ellipsis where there are more. */
    public static String quoted(final List<String> names) {
        final var shown =
                names.stream().limit(MOST_NAMES).map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? shown + " …" : shown;
    }

    /** Returns the columns to choose from, or that there are none. */
    static String choices(final DataTableSpec table, final Predicate<DataColumnSpec> isChoice) {
        final var names =
                table.stream().filter(isChoice).map(DataColumnSpec::getName).toList();
        return names.isEmpty() ? "the table has none" : quoted(names);
    }
}
