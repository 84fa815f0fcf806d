package org.knime.base.node.io.filehandling.csv.writer;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVPrinter;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettingsRO;
import org.rnn4knime.standin.nodes.FileLocation;
import org.rnn4knime.standin.nodes.SettingsNodeModel;

/** Writes a table to a CSV file. A file that could not be written to its end is not left behind. */
final class CsvWriterNodeModel extends SettingsNodeModel<CsvWriterSettings> {

    CsvWriterNodeModel() {
        super(1, 0);
    }

    @Override
    protected CsvWriterSettings read(final NodeSettingsRO settings) throws InvalidSettingsException {
        return CsvWriterSettings.read(settings);
    }

    @Override
    protected DataTableSpec[] configure(final DataTableSpec[] inputs) throws InvalidSettingsException {
        settings();
        return new DataTableSpec[0];
    }

    @Override
    protected BufferedDataTable[] execute(final BufferedDataTable[] inputs, final ExecutionContext context)
            throws Exception {
        final var settings = settings();
        final var file = settings.file().resolve();
        try {
            prepareFolder(file.getParent(), settings);
            write(inputs[0], file, settings, context);
        } catch (final FileAlreadyExistsException exception) {
            throw new KNIMEException(
                    "The file " + file + " exists already. Remove it, or choose 'Overwrite' or"
                            + " 'Append' in the CSV Writer.",
                    exception);
        } catch (final IOException exception) {
            throw new KNIMEException(
                    "The file " + file + " cannot be written: " + exception.getMessage() + ".", exception);
        }
        return new BufferedDataTable[0];
    }

    private static void prepareFolder(final Path folder, final CsvWriterSettings settings)
            throws IOException, KNIMEException {
        // The workflow data area itself is KNIME's to make; folders in it are the user's.
        if (settings.createFolders()
                || settings.file().root() == FileLocation.Root.WORKFLOW_DATA && folder.endsWith("data")) {
            Files.createDirectories(folder);
        } else if (!Files.isDirectory(folder)) {
            throw new KNIMEException("The folder " + folder + " does not exist. Make it, or tick 'Create missing"
                    + " folders' in the CSV Writer.");
        }
    }

    private static void write(
            final BufferedDataTable table,
            final Path file,
            final CsvWriterSettings settings,
            final ExecutionContext context)
            throws IOException, CanceledExecutionException {
        final var exists = Files.exists(file);
        if (exists && settings.ifExists() == CsvWriterSettings.IfExists.FAIL) {
            throw new FileAlreadyExistsException(file.toString());
        }
        final var append = exists && settings.ifExists() == CsvWriterSettings.IfExists.APPEND;
        final var unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
        try {
            if (append) {
                Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING);
            }
            try (var writer = Files.newBufferedWriter(unfinished, settings.charset(), options(append));
                    var printer = new CSVPrinter(writer, settings.layout().format())) {
                print(table, printer, settings, !append || settings.headerWhenAppending(), context);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static OpenOption[] options(final boolean append) {
        return append
                ? new OpenOption[] {StandardOpenOption.APPEND}
                : new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                };
    }

    private static void print(
            final BufferedDataTable table,
            final CSVPrinter printer,
            final CsvWriterSettings settings,
            final boolean header,
            final ExecutionContext context)
            throws IOException, CanceledExecutionException {
        final var cells = new CsvCells(settings.layout());
        if (settings.columnHeader() && header) {
            final var names = new ArrayList<String>();
            if (settings.rowId()) {
                names.add("row ID");
            }
            for (final var name : table.getDataTableSpec().getColumnNames()) {
                names.add(cells.text(name));
            }
            printer.printRecord(names);
        }
        for (final var row : table) {
            context.checkCanceled();
            final List<Object> line = new ArrayList<>();
            if (settings.rowId()) {
                line.add(cells.text(row.getKey().getString()));
            }
            final List<DataCell> values =
                    StreamSupport.stream(row.spliterator(), false).toList();
            line.addAll(cells.values(values));
            printer.printRecord(line);
        }
    }
}
