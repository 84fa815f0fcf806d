package org.knime.base.node.io.filehandling.csv.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.knime.core.node.KNIMEException;

/**
 * What stands in a CSV file.
 *
 * @param columns the names of the columns, each different
 * @param rowIds the rows' IDs
 * @param rows the rows' values, as many as there are columns; empty where one is missing
 */
record CsvContent(List<String> columns, List<String> rowIds, List<List<Optional<String>>> rows) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Parses a file.
     *
     * @param reader the file, from its beginning
     * @param settings its format
     * @throws IOException if it cannot be read
     * @throws KNIMEException if a row has too few or too many values; names the row
     */
    static CsvContent parse(final BufferedReader reader, final CsvReaderSettings settings)
            throws IOException, KNIMEException {
        skipByteOrderMark(reader);
        skipLines(reader, settings.rows().skippedLines());
        try (var parser = CSVParser.parse(reader, settings.format())) {
            final var records = parser.iterator();
            final List<String> header =
                    settings.columnHeader() && records.hasNext() ? names(records.next()) : List.of();
            for (var skipped = 0L; skipped < settings.rows().skippedRows() && records.hasNext(); skipped++) {
                records.next();
            }
            final var lines = new ArrayList<CSVRecord>();
            while (records.hasNext() && lines.size() < settings.rows().limit().orElse(Long.MAX_VALUE)) {
                lines.add(records.next());
            }
            final var width =
                    header.isEmpty() && !lines.isEmpty() ? lines.get(0).size() : header.size();
            final var rows = new ArrayList<List<Optional<String>>>();
            for (final var line : lines) {
                rows.add(values(line, width, settings.shortRows()));
            }
            return table(header, width, rows, settings.rowId());
        } catch (final IllegalStateException exception) {
            // Commons CSV wraps errors of reading and of the format so when it iterates.
            throw new KNIMEException(
                    "The file is no valid CSV: " + exception.getMessage()
                            + ". Check quote character and encoding in the CSV Reader.",
                    exception);
        }
    }

    private static void skipByteOrderMark(final BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    private static void skipLines(final BufferedReader reader, final long count) throws IOException {
        var left = count;
        while (left > 0 && reader.readLine() != null) {
            left--;
        }
    }

    private static List<String> names(final CSVRecord header) {
        return header.stream().map(name -> name == null ? "" : name).toList();
    }

    private static List<Optional<String>> values(final CSVRecord row, final int width, final boolean shortRows)
            throws KNIMEException {
        if (row.size() > width || row.size() < width && !shortRows) {
            final var remedy = row.size() > width
                    ? "Check the column delimiter and the quote character in the CSV Reader."
                    : "Complete the row, or tick 'Support short data rows' in the CSV Reader.";
            throw new KNIMEException("Row " + row.getRecordNumber() + " of the file has " + row.size()
                    + " values instead of " + width + ". " + remedy);
        }
        return IntStream.range(0, width)
                .mapToObj(column -> Optional.ofNullable(column < row.size() ? row.get(column) : null))
                .toList();
    }

    private static CsvContent table(
            final List<String> header, final int width, final List<List<Optional<String>>> rows, final boolean rowId) {
        final var first = rowId && width > 0 ? 1 : 0;
        final var names = header.isEmpty() ? Collections.nCopies(width, "") : header;
        final var ids = new ArrayList<String>();
        for (var row = 0; row < rows.size(); row++) {
            final var generated = "Row" + row;
            ids.add(first == 1 ? rows.get(row).get(0).orElse(generated) : generated);
        }
        final var values = rows.stream().map(row -> row.subList(first, width)).toList();
        return new CsvContent(unique(names.subList(first, width)), List.copyOf(ids), values);
    }

    private static List<String> unique(final List<String> names) {
        final var taken = new HashSet<String>();
        final var unique = new ArrayList<String>();
        for (var column = 0; column < names.size(); column++) {
            final var name = names.get(column).isEmpty() ? "Column" + column : names.get(column);
            var candidate = name;
            for (var number = 1; !taken.add(candidate); number++) {
                candidate = name + " (#" + number + ")";
            }
            unique.add(candidate);
        }
        return List.copyOf(unique);
    }

    /** The values of one column, from the first row on. */
    List<Optional<String>> column(final int index) {
        return rows.stream().map(row -> row.get(index)).toList();
    }
}
