package org.knime.core.data.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionMonitor;

class ColumnRearrangerTest {
    private static final DataTableSpec SPEC = new DataTableSpec(
            new String[] {"a", "b", "c"}, new DataType[] {DoubleCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE});

    private final ColumnRearranger rearranger = new ColumnRearranger(SPEC);
    private DataTable table;

    @BeforeEach
    void fillTable() {
        final var container = new DataContainer(SPEC);
        container.addRowToTable(new DefaultRow("first", 1.0, 2.0, 3.0));
        container.addRowToTable(new DefaultRow("second", 10.0, 20.0, 30.0));
        container.close();
        table = container.getTable();
    }

    private List<String> columns() {
        return List.of(rearranger.createSpec().getColumnNames());
    }

    private DataTable rearranged() throws CanceledExecutionException {
        return new Rearrangement(rearranger).applyTo(table, 2, new ExecutionMonitor());
    }

    private List<DataRow> rows() throws CanceledExecutionException {
        final var rows = new ArrayList<DataRow>();
        rearranged().forEach(rows::add);
        return rows;
    }

    private static CellFactory indexOfRow(final String column) {
        return new SingleCellFactory(new DataColumnSpecCreator(column, IntCell.TYPE).createSpec()) {
            @Override
            public DataCell getCell(final DataRow row, final long rowIndex) {
                return new IntCell((int) rowIndex);
            }
        };
    }

    @Test
    void changesNothingUnlessTold() throws CanceledExecutionException {
        assertEquals(List.of("a", "b", "c"), columns());
        assertEquals(new DefaultRow("second", 10.0, 20.0, 30.0), rows().get(1));
    }

    @Test
    void keepsAndRemovesColumns() throws CanceledExecutionException {
        rearranger.keepOnly("c", "a");
        assertEquals(List.of("a", "c"), columns());
        rearranger.remove(0);
        assertEquals(new DefaultRow("first", 3.0), rows().get(0));
    }

    @Test
    void movesColumnsBeforeOthers() {
        rearranger.move("a", 3);
        assertEquals(List.of("b", "c", "a"), columns());
        rearranger.move(2, 0);
        assertEquals(List.of("a", "b", "c"), columns());
        rearranger.move(0, 2);
        assertEquals(List.of("b", "a", "c"), columns());
    }

    @Test
    void namedColumnsComeFirstAndTheOthersFollow() throws CanceledExecutionException {
        rearranger.permute(new String[] {"c"});
        assertEquals(List.of("c", "a", "b"), columns());
        assertEquals(new DefaultRow("first", 3.0, 1.0, 2.0), rows().get(0));
    }

    @Test
    void appendsComputedColumnsAndFindsTheirDomains() throws CanceledExecutionException {
        rearranger.append(indexOfRow("index"));
        assertEquals(
                new DefaultRow("second", new DoubleCell(10), new DoubleCell(20), new DoubleCell(30), new IntCell(1)),
                rows().get(1));
        final var spec = rearranged().getDataTableSpec();
        assertEquals(new IntCell(1), spec.getColumnSpec("index").getDomain().getUpperBound());
        assertEquals(SPEC.getColumnSpec("a"), spec.getColumnSpec("a"));
    }

    @Test
    void replacesAndInsertsColumns() throws CanceledExecutionException {
        rearranger.replace(indexOfRow("b2"), "b");
        rearranger.insertAt(0, indexOfRow("index"));
        assertEquals(List.of("index", "a", "b2", "c"), columns());
        assertEquals(
                new DefaultRow("second", new IntCell(1), new DoubleCell(10), new IntCell(1), new DoubleCell(30)),
                rows().get(1));
    }

    @Test
    void callsAFactoryOfSeveralColumnsOnceARow() throws CanceledExecutionException {
        final var calls = new ArrayList<String>();
        rearranger.append(
                new AbstractCellFactory(
                        new DataColumnSpecCreator("sum", DoubleCell.TYPE).createSpec(),
                        new DataColumnSpecCreator("call", IntCell.TYPE).createSpec()) {
                    @Override
                    public DataCell[] getCells(final DataRow row) {
                        calls.add(row.getKey().getString());
                        final var sum = row.stream()
                                .mapToDouble(cell -> ((DoubleCell) cell).getDoubleValue())
                                .sum();
                        return new DataCell[] {new DoubleCell(sum), new IntCell(calls.size())};
                    }

                    @Override
                    public void afterProcessing() {
                        calls.add("end");
                    }
                });
        rearranger.remove("a", "b", "c");
        assertEquals(new DefaultRow("first", new DoubleCell(6), new IntCell(1)), rows().get(0));
        assertEquals(List.of("first", "second", "end"), calls);
    }

    @Test
    void refusesColumnsThatAreNotThereOrNamedTwice() {
        assertThrows(IllegalArgumentException.class, () -> rearranger.remove("d"));
        assertThrows(IllegalArgumentException.class, () -> rearranger.keepOnly("a", "a"));
        assertThrows(IndexOutOfBoundsException.class, () -> rearranger.remove(3));
        assertThrows(IndexOutOfBoundsException.class, () -> rearranger.replace(indexOfRow("x"), 0, 1));
    }

    @Test
    void refusesANameThatANewColumnShares() {
        rearranger.append(indexOfRow("a"));
        assertThrows(IllegalArgumentException.class, rearranger::createSpec);
    }

    @Test
    void refusesATableWithOtherColumns() {
        final var other = new ColumnRearranger(new DataTableSpec());
        assertThrows(IllegalArgumentException.class, () -> new Rearrangement(other)
                .applyTo(table, 2, new ExecutionMonitor()));
    }

    @Test
    void stopsWhenTheUserCancels() {
        final var progress = new DefaultNodeProgressMonitor();
        progress.setExecuteCanceled();
        assertThrows(CanceledExecutionException.class, () -> new Rearrangement(rearranger)
                .applyTo(table, 2, new ExecutionMonitor(progress)));
    }
}
