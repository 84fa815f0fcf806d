package org.knime.base.node.io.filehandling.csv.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.rnn4knime.standin.nodes.NodeHarness;

class CsvWriterTest {

    private static final BufferedDataTable TABLE = NodeHarness.table(
            new String[] {"month", "count", "forecast"},
            new DataCell[] {new StringCell("1960,01"), new IntCell(417), new DoubleCell(12)},
            new DataCell[] {new StringCell("a \"b\""), DataType.getMissingCell(), new DoubleCell(419.1234567890123)});

    @TempDir
    private Path workflow;

    private final NodeHarness node = new NodeHarness(new CSVWriter2NodeFactory());

    private final NodeSettings model = new NodeSettings("model");

    private final NodeSettings settings = (NodeSettings) model.addNodeSettings("settings");

    private final NodeSettings chooser = (NodeSettings) settings.addNodeSettings("file_chooser_settings");

    private final NodeSettings advanced = (NodeSettings) model.addNodeSettings("advanced_settings");

    @BeforeEach
    void asKnimeSavesANewNode() {
        final var path = chooser.addNodeSettings("path");
        path.addString("file_system_type", "RELATIVE");
        path.addString("file_system_specifier", "knime.workflow.data");
        path.addString("path", "out.csv");
        chooser.addBoolean("create_missing_folders", false);
        chooser.addString("if_path_exists", "overwrite");
        settings.addString("column_delimiter", ",");
        settings.addString("row_delimiter", "LINUX");
        settings.addChar("quote_char", '"');
        settings.addChar("quote_escape_char", '"');
        settings.addBoolean("write_column_header", true);
        settings.addBoolean("skip_column_header_on_append", true);
        settings.addBoolean("write_row_header", false);
        advanced.addString("missing_value_pattern", "");
        advanced.addBoolean("compress_with_gzip", false);
        advanced.addString("quote_mode", "STRINGS_ONLY");
        advanced.addString("separator_replacement", ";");
        advanced.addChar("decimal_separator", '.');
        advanced.addBoolean("use_scientific_format", false);
        advanced.addBoolean("keep_trailing_zero_in_decimals", false);
        model.addNodeSettings("comment_header_settings");
        model.addNodeSettings("encoding").addString("character_set", "UTF-8");
    }

    private String write() throws Exception {
        assertTrue(node.run(model, workflow, TABLE), node.message());
        return Files.readString(workflow.resolve("data/out.csv"));
    }

    @Test
    void quotesTextAndWritesAllDigitsOfNumbers() throws Exception {
        assertEquals(
                "\"month\",\"count\",\"forecast\"\n\"1960,01\",417,12\n\"a \"\"b\"\"\",,419.1234567890123\n", write());
    }

    @Test
    void quotesOnlyWhatNeedsIt() throws Exception {
        advanced.addString("quote_mode", "IF_NEEDED");
        assertEquals("month,count,forecast\n\"1960,01\",417,12\n\"a \"\"b\"\"\",,419.1234567890123\n", write());
    }

    @Test
    void quotesEverything() throws Exception {
        advanced.addString("quote_mode", "ALWAYS");
        assertTrue(write().contains("\"1960,01\",\"417\",\"12\""));
    }

    @Test
    void replacesTheDelimiterWhereNothingIsQuoted() throws Exception {
        advanced.addString("quote_mode", "NEVER");
        assertEquals("month,count,forecast\n1960;01,417,12\na \"b\",,419.1234567890123\n", write());
    }

    @Test
    void writesRowIdsTrailingZerosAndAPatternForMissingValues() throws Exception {
        settings.addBoolean("write_row_header", true);
        advanced.addBoolean("keep_trailing_zero_in_decimals", true);
        advanced.addString("missing_value_pattern", "NA");
        final var text = write();
        assertTrue(text.contains("\"Row0\",\"1960,01\",417,12.0\n"), text);
        assertTrue(text.contains("\"Row1\",\"a \"\"b\"\"\",NA,419"), text);
    }

    @Test
    void appendsWithoutASecondHeader() throws Exception {
        chooser.addString("if_path_exists", "append");
        final var once = write();
        assertEquals(once + once.substring(once.indexOf('\n') + 1), write());
    }

    @Test
    void leavesAFileAloneThatItMustNotReplace() throws Exception {
        chooser.addString("if_path_exists", "fail");
        Files.createDirectories(workflow.resolve("data"));
        Files.writeString(workflow.resolve("data/out.csv"), "mine");
        assertFalse(node.run(model, workflow, TABLE));
        assertTrue(node.message().contains("exists already"), node.message());
        assertEquals("mine", Files.readString(workflow.resolve("data/out.csv")));
    }

    @Test
    void makesFoldersOnlyIfToldTo() throws Exception {
        chooser.getNodeSettings("path").addString("path", "deeper/out.csv");
        assertFalse(node.run(model, workflow, TABLE));
        assertTrue(node.message().contains("deeper does not exist"), node.message());
        chooser.addBoolean("create_missing_folders", true);
        assertTrue(node.run(model, workflow, TABLE), node.message());
        try (var files = Files.list(workflow.resolve("data/deeper"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void refusesWhatItWouldDoDifferentlyFromKnime() {
        advanced.addBoolean("compress_with_gzip", true);
        final var refusal = assertThrows(InvalidSettingsException.class, () -> node.run(model, workflow, TABLE));
        assertTrue(refusal.getMessage().contains("compress_with_gzip"), refusal.getMessage());
    }
}
