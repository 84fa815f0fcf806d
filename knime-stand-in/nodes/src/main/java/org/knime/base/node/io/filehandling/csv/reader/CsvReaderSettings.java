package org.knime.base.node.io.filehandling.csv.reader;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.rnn4knime.standin.nodes.FileLocation;
import org.rnn4knime.standin.nodes.Require;

/**
 * The settings of the CSV Reader.
 *
 * @param file the file to read
 * @param charset its encoding
 * @param format delimiter, quotes, comments
 * @param numbers how numbers are written
 * @param columnHeader whether the first row holds the names of the columns
 * @param rowId whether the first column holds the IDs of the rows
 * @param shortRows whether a row may have too few values; the others are missing then
 * @param rows which lines and rows are read
 */
record CsvReaderSettings(
        FileLocation file,
        Charset charset,
        CSVFormat format,
        NumberStyle numbers,
        boolean columnHeader,
        boolean rowId,
        boolean shortRows,
        Rows rows) {

    /**
     * Which part of a file is read.
     *
     * @param skippedLines lines before the header
     * @param skippedRows rows after the header
     * @param limit the greatest number of rows, if there is one
     * @param scanned the number of rows from which the columns' types are guessed, if not all
     */
    record Rows(long skippedLines, long skippedRows, OptionalLong limit, OptionalLong scanned) {}

    static CsvReaderSettings read(final NodeSettingsRO model) throws InvalidSettingsException {
        final var settings = model.getNodeSettings("settings");
        final var advanced = model.getNodeSettings("advanced_settings");
        final var selection = settings.getNodeSettings("file_selection");
        Require.that(
                "FILE".equals(selection.getNodeSettings("filter_mode").getString("filter_mode", "FILE")),
                "filter_mode",
                "FILE");
        return new CsvReaderSettings(
                FileLocation.read(selection),
                charset(model),
                format(settings, advanced),
                new NumberStyle(
                        character(advanced, "decimal_separator", '.'),
                        character(advanced, "thousands_separator", '\0')),
                settings.getBoolean("has_column_header"),
                settings.getBoolean("has_row_id"),
                settings.getBoolean("support_short_data_rows"),
                rows(model.getNodeSettings("limit_rows"), advanced));
    }

    private static CSVFormat format(final NodeSettingsRO settings, final NodeSettingsRO advanced)
            throws InvalidSettingsException {
        Require.that(settings.getBoolean("use_line_break_row_delimiter"), "use_line_break_row_delimiter", "true");
        Require.that(
                "REMOVE_QUOTES_AND_TRIM".equals(advanced.getString("quote_option")),
                "quote_option",
                "REMOVE_QUOTES_AND_TRIM");
        final var delimiter = settings.getString("column_delimiter", ",");
        if (delimiter == null || delimiter.isEmpty()) {
            throw new InvalidSettingsException("The column delimiter is empty. Enter the character between columns.");
        }
        final var format = CSVFormat.Builder.create()
                .setDelimiter("\\t".equals(delimiter) ? "\t" : delimiter)
                .setIgnoreEmptyLines(settings.getBoolean("skip_empty_data_rows"))
                .setTrim(true)
                // Together with the null string this mode makes the parser tell "" from nothing at all.
                .setQuoteMode(
                        advanced.getBoolean("replace_empty_quotes_with_missing")
                                ? QuoteMode.MINIMAL
                                : QuoteMode.ALL_NON_NULL)
                .setNullString("");
        final var quote = character(settings, "quote_char", '\0');
        final var escape = character(settings, "quote_escape_char", '\0');
        final var comment = character(settings, "comment_char", '\0');
        format.setQuote(quote == '\0' ? null : Character.valueOf(quote));
        format.setEscape(escape == '\0' || escape == quote ? null : Character.valueOf(escape));
        format.setCommentMarker(comment == '\0' ? null : Character.valueOf(comment));
        try {
            return format.build();
        } catch (final IllegalArgumentException exception) {
            throw new InvalidSettingsException(
                    "Column delimiter, quote character and comment character must differ.", exception);
        }
    }

    private static char character(final NodeSettingsRO settings, final String key, final char none)
            throws InvalidSettingsException {
        final var text = settings.getString(key, "");
        if (text == null || text.isEmpty()) {
            return none;
        }
        if (text.length() > 1) {
            throw new InvalidSettingsException(
                    "The setting '" + key + "' is '" + text + "', but must be a single character.");
        }
        return text.charAt(0);
    }

    private static Charset charset(final NodeSettingsRO model) throws InvalidSettingsException {
        final var name = model.getNodeSettings("encoding").getString("charset", "");
        if (name == null || name.isEmpty()) {
            return Charset.defaultCharset();
        }
        try {
            return Charset.forName(name);
        } catch (final IllegalCharsetNameException | UnsupportedCharsetException exception) {
            throw new InvalidSettingsException("This computer knows no encoding '" + name + "'.", exception);
        }
    }

    private static Rows rows(final NodeSettingsRO limits, final NodeSettingsRO advanced)
            throws InvalidSettingsException {
        return new Rows(
                count(limits, "skip_lines", "number_of_lines_to_skip").orElse(0),
                count(limits, "skip_data_rows", "number_of_rows_to_skip").orElse(0),
                count(limits, "limit_data_rows", "max_rows"),
                count(advanced, "limit_data_rows_scanned", "max_data_rows_scanned"));
    }

    private static OptionalLong count(final NodeSettingsRO settings, final String flag, final String key)
            throws InvalidSettingsException {
        if (!settings.getBoolean(flag)) {
            return OptionalLong.empty();
        }
        final var count = settings.getLong(key);
        if (count < 0) {
            throw new InvalidSettingsException("The setting '" + key + "' is " + count + ", but must not be negative.");
        }
        return OptionalLong.of(count);
    }
}
