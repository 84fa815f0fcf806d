package org.rnn4knime.standin.runner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knime.core.data.DataTable;

/**
 * A table of text with columns of equal width.
 *
 * @param names the names of the columns
 * @param rows the rows' cells; empty text where a value is missing
 */
record TextTable(List<String> names, List<List<String>> rows) {

    /** The cells of a KNIME table, numbers in full. */
    static TextTable of(final DataTable table) {
        final var rows = new ArrayList<List<String>>();
        for (final var row : table) {
            final var cells = new ArrayList<String>();
            row.forEach(cell -> cells.add(cell.isMissing() ? "" : cell.toString()));
            rows.add(cells);
        }
        return new TextTable(List.of(table.getDataTableSpec().getColumnNames()), rows);
    }

    /** Whether a column is there. */
    boolean has(final String column) {
        return names.contains(column);
    }

    /** The cells of a column. */
    List<String> column(final String column) {
        final var index = names.indexOf(column);
        return rows.stream().map(row -> row.get(index)).toList();
    }

    /** The same table with one column more; missing cells at its end are empty. */
    TextTable with(final String name, final List<String> cells) {
        final var wider = IntStream.range(0, rows.size())
                .mapToObj(row -> append(rows.get(row), row < cells.size() ? cells.get(row) : ""))
                .toList();
        return new TextTable(append(names, name), wider);
    }

    private static List<String> append(final List<String> list, final String last) {
        final var longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    /** The first rows as lines; the decimal numbers of a column are shortened alike, and all is set to the right. */
    List<String> lines(final int limit) {
        final var columns = IntStream.range(0, names.size())
                .mapToObj(column -> aligned(column, limit))
                .toList();
        final var shown = Math.min(limit, rows.size());
        final var lines = IntStream.rangeClosed(0, shown)
                .mapToObj(row -> columns.stream().map(column -> column.get(row)).collect(Collectors.joining("  ")))
                .collect(Collectors.toCollection(ArrayList::new));
        if (shown < rows.size()) {
            lines.add("… and " + (rows.size() - shown) + " rows more");
        }
        return lines;
    }

    private List<String> aligned(final int column, final int limit) {
        final var cells = rows.stream().limit(limit).map(row -> row.get(column)).toList();
        final var decimals = cells.stream()
                .filter(TextTable::isDecimal)
                .mapToInt(cell -> Numbers.decimals(Double.parseDouble(cell)))
                .min()
                .orElse(0);
        final var texts = new ArrayList<String>();
        texts.add(names.get(column));
        cells.forEach(cell -> texts.add(isDecimal(cell) ? Numbers.format(Double.parseDouble(cell), decimals) : cell));
        final var width = texts.stream().mapToInt(String::length).max().orElse(0);
        return texts.stream()
                .map(text -> " ".repeat(width - text.length()) + text)
                .toList();
    }

    // Whole numbers and everything that is no number stay as they are.
    private static boolean isDecimal(final String cell) {
        return cell.matches("-?\\d+\\.\\d+(E-?\\d+)?");
    }
}
