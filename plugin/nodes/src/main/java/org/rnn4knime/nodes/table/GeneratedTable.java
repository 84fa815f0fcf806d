package org.rnn4knime.nodes.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.util.UniqueNameGenerator;

/** Texts that a model wrote: a table of their own, or a column behind the texts that they begin with. */
public final class GeneratedTable {

    private GeneratedTable() {}

    /** Returns the columns of a table of such texts alone. */
    public static DataTableSpec spec(final String column) {
        return new DataTableSpec(new String[] {column}, new DataType[] {StringCell.TYPE});
    }

    /**
     * Returns the columns of a table with such texts appended; another column of that name makes theirs "name (#1)".
     */
    public static DataTableSpec spec(final DataTableSpec beginnings, final String column) {
        return append(beginnings, column, List.of()).createSpec();
    }

    /** Returns a table of such texts alone. */
    public static BufferedDataTable create(
            final String column, final List<String> texts, final ExecutionContext context)
            throws CanceledExecutionException {
        final var writer = new TableWriter(spec(column), context);
        for (final var text : texts) {
            writer.add(new StringCell(text));
        }
        return writer.close();
    }

    /** Returns the table with such texts appended, one a row. */
    public static BufferedDataTable create(
            final BufferedDataTable beginnings,
            final String column,
            final List<String> texts,
            final ExecutionContext context,
            final ExecutionMonitor monitor)
            throws CanceledExecutionException {
        final var appended = append(beginnings.getDataTableSpec(), column, texts);
        return context.createColumnRearrangeTable(beginnings, appended, monitor);
    }

    /** Returns the texts of a column, one a row; empty where the cell is missing. */
    public static List<Optional<String>> beginnings(
            final BufferedDataTable table, final String column, final ExecutionMonitor monitor)
            throws CanceledExecutionException {
        final var index = table.getDataTableSpec().findColumnIndex(column);
        final var texts = new ArrayList<Optional<String>>();
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                monitor.checkCanceled();
                monitor.setProgress((double) texts.size() / table.size());
                texts.add(
                        rows.next().getCell(index) instanceof StringValue text
                                ? Optional.of(text.getStringValue())
                                : Optional.empty());
            }
        }
        return texts;
    }

    private static ColumnRearranger append(final DataTableSpec table, final String name, final List<String> texts) {
        final var column = new UniqueNameGenerator(table).newColumn(name, StringCell.TYPE);
        final var rearranger = new ColumnRearranger(table);
        rearranger.append(new TextCells(column, texts));
        return rearranger;
    }

    private static final class TextCells extends SingleCellFactory {

        private final List<String> m_texts;

        TextCells(final DataColumnSpec column, final List<String> texts) {
            super(column);
            m_texts = texts;
        }

        @Override
        public DataCell getCell(final DataRow row, final long rowIndex) {
            return new StringCell(m_texts.get((int) rowIndex));
        }
    }
}
