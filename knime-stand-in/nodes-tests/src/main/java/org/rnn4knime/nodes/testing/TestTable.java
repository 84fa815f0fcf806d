package org.rnn4knime.nodes.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

/** Tables to test with. */
public final class TestTable {

    private final List<DataColumnSpec> m_columns = new ArrayList<>();

    private final List<DataCell[]> m_rows = new ArrayList<>();

    /** Starts a table with a first column. */
    public static TestTable column(final String name, final DataType type) {
        return new TestTable().and(name, type);
    }

    /** Adds a column. */
    public TestTable and(final String name, final DataType type) {
        m_columns.add(new DataColumnSpecCreator(name, type).createSpec());
        return this;
    }

    /** Adds a row. */
    public TestTable row(final DataCell... cells) {
        m_rows.add(cells);
        return this;
    }

    /** Returns the columns. */
    public DataTableSpec spec() {
        return new DataTableSpec(m_columns.toArray(DataColumnSpec[]::new));
    }

    /** Returns the table; its rows are called Row0, Row1 and so on. */
    public BufferedDataTable create() {
        final var container = context().createDataContainer(spec());
        for (var row = 0; row < m_rows.size(); row++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long) row), m_rows.get(row)));
        }
        container.close();
        return container.getTable();
    }

    /** Returns what a node makes tables with. */
    public static ExecutionContext context() {
        return new ExecutionContext(new DefaultNodeProgressMonitor(), null);
    }

    /** Returns the columns of the airline data: "month" as text in ISO form, "passengers" as whole numbers. */
    public static DataTableSpec airlineSpec() {
        return airline(0, 0).getDataTableSpec();
    }

    /** Returns the months from one to another, the first counted as 0, the last not included. */
    public static BufferedDataTable airline(final int from, final int to) {
        final var table = column("month", StringCell.TYPE).and("passengers", IntCell.TYPE);
        airlineLines().subList(from, to).forEach(line -> {
            final var values = line.split(",");
            table.row(new StringCell(values[0]), new IntCell(Integer.parseInt(values[1])));
        });
        return table.create();
    }

    /** Returns the airline table with its rows and columns in another order, and with one more column. */
    public static BufferedDataTable airlineInDisorder(final int to, final int... order) {
        final var table =
                column("note", StringCell.TYPE).and("passengers", IntCell.TYPE).and("month", StringCell.TYPE);
        final var lines = airlineLines().subList(0, to);
        Arrays.stream(order).mapToObj(lines::get).forEach(line -> {
            final var values = line.split(",");
            table.row(new StringCell("x"), new IntCell(Integer.parseInt(values[1])), new StringCell(values[0]));
        });
        return table.create();
    }

    private static List<String> airlineLines() {
        try (var stream = TestTable.class.getResourceAsStream("airline_passengers.csv");
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the cells of a column. */
    public static List<DataCell> cells(final BufferedDataTable table, final String column) {
        final var index = table.getDataTableSpec().findColumnIndex(column);
        return rows(table).stream().map(row -> row.getCell(index)).toList();
    }

    /** Returns the row IDs. */
    public static List<String> rowIds(final BufferedDataTable table) {
        return rows(table).stream().map(row -> row.getKey().getString()).toList();
    }

    private static List<DataRow> rows(final BufferedDataTable table) {
        final var rows = new ArrayList<DataRow>();
        try (var iterator = table.iterator()) {
            iterator.forEachRemaining(rows::add);
        }
        return rows;
    }

    /** Returns the cells of a column as text, a missing cell as "?". */
    public static List<String> texts(final BufferedDataTable table, final String column) {
        return cells(table, column).stream()
                .map(cell -> cell.isMissing() ? "?" : cell.toString())
                .toList();
    }

    private TestTable() {
        // made by its first column
    }
}
