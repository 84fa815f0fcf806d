package org.knime.base.node.io.filehandling.csv.writer;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.rnn4knime.standin.nodes.FileLocation;
import org.rnn4knime.standin.nodes.Require;

/**
 * The settings of the CSV Writer.
 *
 * @param file the file to write
 * @param ifExists what to do if it is there already
 * @param createFolders whether missing folders are made
 * @param charset its encoding
 * @param layout how rows become text
 * @param columnHeader whether the first row holds the names of the columns
 * @param headerWhenAppending whether also rows appended to a file get that header
 * @param rowId whether the first column holds the IDs of the rows
 */
record CsvWriterSettings(
        FileLocation file,
        IfExists ifExists,
        boolean createFolders,
        Charset charset,
        Layout layout,
        boolean columnHeader,
        boolean headerWhenAppending,
        boolean rowId) {

    /** What to do with a file that is there already. */
    enum IfExists {
        OVERWRITE,
        APPEND,
        FAIL
    }

    /** Which values are put in quotes. */
    enum Quotes {
        STRINGS_ONLY,
        IF_NEEDED,
        ALWAYS,
        NEVER
    }

    /**
     * How rows become text.
     *
     * @param format delimiters and quotes
     * @param delimiterInText stands for the delimiter within values that no quotes protect; applies to NEVER only
     * @param quotes which values are put in quotes
     * @param trailingZero whether 12.0 is written so, and not as 12
     */
    record Layout(CSVFormat format, String delimiterInText, Quotes quotes, boolean trailingZero) {}

    private static final Map<Quotes, QuoteMode> MODES = Map.of(
            Quotes.STRINGS_ONLY, QuoteMode.NON_NUMERIC,
            Quotes.IF_NEEDED, QuoteMode.MINIMAL,
            Quotes.ALWAYS, QuoteMode.ALL,
            Quotes.NEVER, QuoteMode.NONE);

    static CsvWriterSettings read(final NodeSettingsRO model) throws InvalidSettingsException {
        final var settings = model.getNodeSettings("settings");
        final var chooser = settings.getNodeSettings("file_chooser_settings");
        refuseComments(model.getNodeSettings("comment_header_settings"));
        return new CsvWriterSettings(
                FileLocation.read(chooser),
                Require.constant(IfExists.class, chooser, "if_path_exists"),
                chooser.getBoolean("create_missing_folders"),
                charset(model),
                layout(settings, model.getNodeSettings("advanced_settings")),
                settings.getBoolean("write_column_header"),
                !settings.getBoolean("skip_column_header_on_append"),
                settings.getBoolean("write_row_header"));
    }

    private static void refuseComments(final NodeSettingsRO comments) throws InvalidSettingsException {
        for (final var part : new String[] {"time", "user", "table_name", "custom_text"}) {
            final var key = "add_" + part + "_to_comment";
            Require.that(!comments.getBoolean(key, false), key, "false");
        }
    }

    private static Layout layout(final NodeSettingsRO settings, final NodeSettingsRO advanced)
            throws InvalidSettingsException {
        Require.that(!advanced.getBoolean("compress_with_gzip"), "compress_with_gzip", "false");
        Require.that(advanced.getChar("decimal_separator") == '.', "decimal_separator", "a point");
        Require.that(!advanced.getBoolean("use_scientific_format"), "use_scientific_format", "false");
        final var quotes = Require.constant(Quotes.class, advanced, "quote_mode");
        final var quote = settings.getChar("quote_char");
        final var escape = settings.getChar("quote_escape_char");
        final var delimiter = settings.getString("column_delimiter");
        final var rowDelimiter = settings.getString("row_delimiter", System.lineSeparator());
        final var format = CSVFormat.Builder.create()
                .setDelimiter("\\t".equals(delimiter) ? "\t" : delimiter)
                .setRecordSeparator(lineBreak(rowDelimiter))
                .setQuoteMode(MODES.get(quotes))
                .setNullString(advanced.getString("missing_value_pattern", ""));
        if (quotes == Quotes.NEVER) {
            // Without quote mode and escape character, values are written as they are.
            format.setQuoteMode(null).setQuote(null);
        } else {
            format.setQuote(quote).setEscape(escape == quote ? null : Character.valueOf(escape));
        }
        try {
            return new Layout(
                    format.build(),
                    advanced.getString("separator_replacement", ""),
                    quotes,
                    advanced.getBoolean("keep_trailing_zero_in_decimals"));
        } catch (final IllegalArgumentException exception) {
            throw new InvalidSettingsException("Column delimiter and quote character must differ.", exception);
        }
    }

    private static String lineBreak(final String rowDelimiter) {
        if (rowDelimiter == null) {
            return System.lineSeparator();
        }
        return switch (rowDelimiter) {
            case "LINUX", "MAC_OS_X" -> "\n";
            case "WINDOWS" -> "\r\n";
            case "MAC_OS9" -> "\r";
            default -> rowDelimiter.isBlank() && !rowDelimiter.isEmpty() ? rowDelimiter : System.lineSeparator();
        };
    }

    private static Charset charset(final NodeSettingsRO model) throws InvalidSettingsException {
        final var name = model.getNodeSettings("encoding").getString("character_set", "");
        try {
            return name == null || name.isEmpty() ? Charset.defaultCharset() : Charset.forName(name);
        } catch (final IllegalCharsetNameException | UnsupportedCharsetException exception) {
            throw new InvalidSettingsException("This computer knows no encoding '" + name + "'.", exception);
        }
    }
}
