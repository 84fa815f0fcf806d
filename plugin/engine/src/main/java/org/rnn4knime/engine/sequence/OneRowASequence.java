package org.rnn4knime.engine.sequence;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What all layouts have in common in which a row holds a whole sequence. */
final class OneRowASequence {

    private OneRowASequence() {}

    /** All rows of the table. */
    static int[] rows(final Table table) {
        return IntStream.range(0, table.size()).toArray();
    }

    /** The values of the ID columns of each row; empty text where they are missing. */
    static List<List<String>> ids(final Table table, final DataSettings settings) {
        final var columns =
                settings.sequenceIdColumns().stream().map(table::column).toList();
        return IntStream.range(0, table.size())
                .mapToObj(row -> columns.stream()
                        .map(column -> column.text(row).orElse(""))
                        .toList())
                .toList();
    }

    /** The target of each row, if the table has it. */
    static Optional<Column> target(final Table table, final DataSettings settings) {
        return Optional.of(settings.targetColumn())
                .filter(table::has)
                .map(table::column)
                .map(Kinds::requireValues);
    }
}
