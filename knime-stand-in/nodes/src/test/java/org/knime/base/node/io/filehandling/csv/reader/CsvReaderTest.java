package org.knime.base.node.io.filehandling.csv.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.rnn4knime.standin.nodes.NodeHarness;

class CsvReaderTest {

    @TempDir
    private Path workflow;

    private final NodeHarness node = new NodeHarness(new CSVTableReaderNodeFactory());

    private final NodeSettings model = new NodeSettings("model");

    private final NodeSettings settings = (NodeSettings) model.addNodeSettings("settings");

    private final NodeSettings advanced = (NodeSettings) model.addNodeSettings("advanced_settings");

    private final NodeSettings limits = (NodeSettings) model.addNodeSettings("limit_rows");

    private final NodeSettings encoding = (NodeSettings) model.addNodeSettings("encoding");

    @BeforeEach
    void asKnimeSavesANewNode() {
        settings.addBoolean("has_column_header", true);
        settings.addBoolean("has_row_id", false);
        settings.addBoolean("support_short_data_rows", false);
        settings.addBoolean("skip_empty_data_rows", false);
        settings.addString("comment_char", "#");
        settings.addString("column_delimiter", ",");
        settings.addString("quote_char", "\"");
        settings.addString("quote_escape_char", "\"");
        settings.addBoolean("use_line_break_row_delimiter", true);
        final var chooser = settings.addNodeSettings("file_selection");
        final var path = chooser.addNodeSettings("path");
        path.addString("file_system_type", "RELATIVE");
        path.addString("file_system_specifier", "knime.workflow.data");
        path.addString("path", "in.csv");
        chooser.addNodeSettings("filter_mode").addString("filter_mode", "FILE");
        advanced.addString("quote_option", "REMOVE_QUOTES_AND_TRIM");
        advanced.addBoolean("replace_empty_quotes_with_missing", true);
        advanced.addBoolean("limit_data_rows_scanned", true);
        advanced.addLong("max_data_rows_scanned", 10000);
        advanced.addString("thousands_separator", "\0");
        advanced.addString("decimal_separator", ".");
        limits.addBoolean("skip_lines", false);
        limits.addBoolean("skip_data_rows", false);
        limits.addBoolean("limit_data_rows", false);
        encoding.addString("charset", "UTF-8");
    }

    private void write(final String text) throws Exception {
        final var folder = Files.createDirectories(workflow.resolve("data"));
        Files.writeString(folder.resolve("in.csv"), text);
    }

    private BufferedDataTable read(final String text) throws Exception {
        write(text);
        assertTrue(node.run(model, workflow), node.message());
        return node.table(1);
    }

    private String refusal(final String text) throws Exception {
        write(text);
        assertFalse(node.run(model, workflow));
        return node.message();
    }

    @Test
    void readsNamesTypesAndMissingValues() throws Exception {
        final var table = read("month,passengers,rate\n1949-01,112,1.5\n1949-02,,2\n");
        final var spec = table.getDataTableSpec();
        assertArrayEquals(new String[] {"month", "passengers", "rate"}, spec.getColumnNames());
        assertEquals(StringCell.TYPE, spec.getColumnSpec(0).getType());
        assertEquals(IntCell.TYPE, spec.getColumnSpec(1).getType());
        assertEquals(DoubleCell.TYPE, spec.getColumnSpec(2).getType());
        assertArrayEquals(new String[] {"112", "?"}, NodeHarness.column(table, "passengers"));
        assertEquals("Row0", table.iterator().next().getKey().getString());
    }

    @Test
    void readsQuotesCommentsAndAByteOrderMark() throws Exception {
        final var table = read("\uFEFFa,b\n# a comment\n\"x, \"\"y\"\"\", z \n");
        assertArrayEquals(new String[] {"x, \"y\""}, NodeHarness.column(table, "a"));
        assertArrayEquals(new String[] {"z"}, NodeHarness.column(table, "b"));
    }

    @Test
    void takesEmptyQuotesForMissingOnlyIfToldTo() throws Exception {
        assertArrayEquals(new String[] {"?"}, NodeHarness.column(read("a,b\n\"\",1\n"), "a"));
        advanced.addBoolean("replace_empty_quotes_with_missing", false);
        assertArrayEquals(new String[] {"", "?"}, NodeHarness.column(read("a,b\n\"\",1\n,2\n"), "a"));
    }

    @Test
    void readsRowIdsAndNamesColumnsWithoutHeader() throws Exception {
        settings.addBoolean("has_column_header", false);
        settings.addBoolean("has_row_id", true);
        final var table = read("first,1,2\nsecond,3,4\n");
        assertArrayEquals(
                new String[] {"Column0", "Column1"}, table.getDataTableSpec().getColumnNames());
        assertEquals("first", table.iterator().next().getKey().getString());
    }

    @Test
    void makesNamesOfColumnsUnique() throws Exception {
        assertArrayEquals(
                new String[] {"a", "a (#1)", "Column2"},
                read("a,a,\n1,2,3\n").getDataTableSpec().getColumnNames());
    }

    @Test
    void skipsAndLimitsLinesAndRows() throws Exception {
        limits.addBoolean("skip_lines", true);
        limits.addLong("number_of_lines_to_skip", 1);
        limits.addBoolean("skip_data_rows", true);
        limits.addLong("number_of_rows_to_skip", 1);
        limits.addBoolean("limit_data_rows", true);
        limits.addLong("max_rows", 2);
        final var table = read("made by hand\na\n1\n2\n3\n4\n");
        assertArrayEquals(new String[] {"2", "3"}, NodeHarness.column(table, "a"));
    }

    @Test
    void readsTheEncodingThatIsChosen() throws Exception {
        encoding.addString("charset", "ISO-8859-1");
        Files.createDirectories(workflow.resolve("data"));
        Files.write(workflow.resolve("data/in.csv"), "größe\n1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(node.run(model, workflow), node.message());
        assertArrayEquals(
                new String[] {"größe"}, node.table(1).getDataTableSpec().getColumnNames());
    }

    @Test
    void readsAHeaderWithoutRowsAndAnEmptyFile() throws Exception {
        assertEquals(0, read("a,b\n").size());
        assertEquals(0, read("").getDataTableSpec().getNumColumns());
    }

    @Test
    void namesTheFileThatDoesNotExist() throws Exception {
        assertFalse(node.run(model, workflow));
        assertTrue(
                node.message().startsWith("The file " + workflow.resolve("data/in.csv") + " does not exist."),
                node.message());
    }

    @Test
    void refusesShortRowsUnlessToldToFillThem() throws Exception {
        assertTrue(refusal("a,b\n1,2\n3\n").startsWith("Row 3 of the file has 1 values instead of 2."), node.message());
        settings.addBoolean("support_short_data_rows", true);
        assertArrayEquals(new String[] {"2", "?"}, NodeHarness.column(read("a,b\n1,2\n3\n"), "b"));
    }

    @Test
    void refusesLongRows() throws Exception {
        assertTrue(refusal("a\n1,2\n").startsWith("Row 2 of the file has 2 values instead of 1."), node.message());
    }

    @Test
    void namesTheCellThatDoesNotFitTheRowsScanned() throws Exception {
        advanced.addLong("max_data_rows_scanned", 1);
        assertTrue(refusal("a\n1\nx\n").startsWith("'x' in column 'a', row 'Row1',"), node.message());
    }

    @Test
    void refusesAFileThatOnlyKnimeReaches() throws Exception {
        settings.getNodeSettings("file_selection").getNodeSettings("path").addString("file_system_type", "CONNECTED");
        final var refusal = assertThrows(InvalidSettingsException.class, () -> node.run(model, workflow));
        assertTrue(refusal.getMessage().contains("CONNECTED"), refusal.getMessage());
    }
}
