package org.knime.base.node.io.filehandling.csv.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettingsRO;
import org.rnn4knime.standin.nodes.SettingsNodeModel;

/** Reads a CSV file into a table. What the columns are is known only once the file has been read, as in KNIME. */
final class CsvReaderNodeModel extends SettingsNodeModel<CsvReaderSettings> {

    CsvReaderNodeModel() {
        super(0, 1);
    }

    @Override
    protected CsvReaderSettings read(final NodeSettingsRO settings) throws InvalidSettingsException {
        return CsvReaderSettings.read(settings);
    }

    @Override
    protected DataTableSpec[] configure(final DataTableSpec[] inputs) throws InvalidSettingsException {
        settings();
        return new DataTableSpec[] {null};
    }

    @Override
    protected BufferedDataTable[] execute(final BufferedDataTable[] inputs, final ExecutionContext context)
            throws Exception {
        final var settings = settings();
        final var content = parse(settings.file().resolve(), settings);
        final var kinds = kinds(content, settings);
        final var columns = IntStream.range(0, kinds.size())
                .mapToObj(column -> new DataColumnSpecCreator(
                                content.columns().get(column), kinds.get(column).type())
                        .createSpec())
                .toArray(DataColumnSpec[]::new);
        final var container = context.createDataContainer(new DataTableSpec("CSV", columns));
        for (var row = 0; row < content.rows().size(); row++) {
            context.checkCanceled();
            container.addRowToTable(new DefaultRow(
                    new RowKey(content.rowIds().get(row)), cells(content, row, kinds, settings.numbers())));
        }
        container.close();
        return new BufferedDataTable[] {container.getTable()};
    }

    private static CsvContent parse(final Path file, final CsvReaderSettings settings) throws KNIMEException {
        if (!Files.isRegularFile(file)) {
            throw new KNIMEException("The file " + file + " does not exist. Check the path in the CSV Reader"
                    + " or put the file there.");
        }
        // Not Files.newBufferedReader, which refuses bytes that the encoding does not know; KNIME replaces them.
        try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), settings.charset()))) {
            return CsvContent.parse(reader, settings);
        } catch (final IOException exception) {
            throw new KNIMEException(
                    "The file " + file + " cannot be read: " + exception.getMessage() + ".", exception);
        }
    }

    private static List<ColumnKind> kinds(final CsvContent content, final CsvReaderSettings settings) {
        final var kinds = new ArrayList<ColumnKind>();
        for (var column = 0; column < content.columns().size(); column++) {
            final var values = content.column(column);
            final var scanned =
                    Math.min(values.size(), settings.rows().scanned().orElse(Long.MAX_VALUE));
            kinds.add(ColumnKind.guess(values.subList(0, (int) scanned), settings.numbers()));
        }
        return kinds;
    }

    private static List<DataCell> cells(
            final CsvContent content, final int row, final List<ColumnKind> kinds, final NumberStyle numbers)
            throws KNIMEException {
        final var cells = new ArrayList<DataCell>();
        for (var column = 0; column < kinds.size(); column++) {
            final var kind = kinds.get(column);
            final var value = content.rows().get(row).get(column);
            if (value.isPresent() && !kind.holds(value.get(), numbers)) {
                throw new KNIMEException("'" + value.get() + "' in column '"
                        + content.columns().get(column) + "', row '"
                        + content.rowIds().get(row) + "', is no " + kind.type() + ", which the rows before it are."
                        + " Raise 'Limit data rows scanned' in the CSV Reader.");
            }
            cells.add(value.map(text -> kind.cell(text, numbers)).orElseGet(DataType::getMissingCell));
        }
        return cells;
    }
}
