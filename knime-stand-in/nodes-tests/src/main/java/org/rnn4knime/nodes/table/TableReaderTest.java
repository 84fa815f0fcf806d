package org.rnn4knime.nodes.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.time.localdate.LocalDateCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionMonitor;
import org.rnn4knime.engine.model.ClassWeightType;
import org.rnn4knime.engine.model.ClassWeights;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.nodes.testing.Settings;
import org.rnn4knime.nodes.testing.SmallModel;
import org.rnn4knime.nodes.testing.TestTable;
import org.rnn4knime.nodes.testing.Weather;
import org.rnn4knime.standin.core.ProgressListener;

class TableReaderTest {

    private static final DataSettings SETTINGS = new DataSettings("sales", List.of("shop"), Optional.of("day"));

    @Test
    void readsTheColumnsOfTheSettingsAndNoOther() throws CanceledExecutionException {
        final var table = TestTable.column(
                        "day", LocalDateCellFactory.create(LocalDate.EPOCH).getType())
                .and("note", StringCell.TYPE)
                .and("sales", IntCell.TYPE)
                .and("shop", LongCell.TYPE)
                .row(
                        LocalDateCellFactory.create(LocalDate.of(2024, 2, 29)),
                        new StringCell("x"),
                        new IntCell(5),
                        new LongCell(7));

        final var rows = read(table.create());

        assertEquals(
                List.of("shop", "day", "sales"),
                rows.columns().stream().map(Column::name).toList());
        assertEquals(List.of("Row0"), rows.rowIds());
        assertEquals(Optional.of("7"), rows.column("shop").text(0));
        assertEquals(Optional.of("2024-02-29"), rows.column("day").text(0));
        assertEquals(Optional.of("5"), rows.column("sales").text(0));
    }

    @Test
    void readsMissingCellsAsMissing() throws CanceledExecutionException {
        final var missing = DataType.getMissingCell();
        final var table = TestTable.column(
                        "day", LocalDateCellFactory.create(LocalDate.EPOCH).getType())
                .and("sales", DoubleCell.TYPE)
                .and("shop", StringCell.TYPE)
                .row(missing, missing, missing);

        final var rows = read(table.create());

        assertEquals(Optional.empty(), rows.column("day").text(0));
        assertEquals(Optional.empty(), rows.column("shop").text(0));
        assertArrayEquals(new double[] {Double.NaN}, ((NumberColumn) rows.column("sales")).values());
    }

    @Test
    void tellsIdsApartThatADoubleDoesNot() throws CanceledExecutionException {
        final var table = TestTable.column("shop", LongCell.TYPE)
                .row(new LongCell(9007199254740992L))
                .row(new LongCell(9007199254740993L));

        final var shops = read(table.create()).column("shop");

        assertEquals(Optional.of("9007199254740992"), shops.text(0));
        assertEquals(Optional.of("9007199254740993"), shops.text(1));
    }

    @Test
    void readsATableWithoutRows() throws CanceledExecutionException {
        final var table = TestTable.column("sales", DoubleCell.TYPE);

        assertEquals(0, read(table.create()).size());
    }

    @Test
    void stopsWhenTheUserCancels() {
        final var table = TestTable.column("sales", DoubleCell.TYPE)
                .row(new DoubleCell(1))
                .create();
        final var progress = new DefaultNodeProgressMonitor();
        progress.setExecuteCanceled();

        assertThrows(
                CanceledExecutionException.class,
                () -> TableReader.read(table, SETTINGS, new ExecutionMonitor(progress)));
    }

    @Test
    void tellsItsProgressNotMoreOftenThanAnybodyLooks() throws CanceledExecutionException {
        final var table = TestTable.column("sales", DoubleCell.TYPE);
        for (var row = 0; row < 3000; row++) {
            table.row(new DoubleCell(row));
        }
        final var progress = new DefaultNodeProgressMonitor();
        final var fractions = new ArrayList<Double>();
        progress.addProgressListener((ProgressListener) (fraction, message) -> fraction.ifPresent(fractions::add));

        TableReader.read(table.create(), SETTINGS, new ExecutionMonitor(progress));

        assertTrue(fractions.size() > 100 && fractions.size() <= 510, () -> fractions.size() + " times");
        assertEquals(fractions.stream().sorted().toList(), fractions);
    }

    private static List<String> columnsWith(final ClassWeightType type, final String weights)
            throws CanceledExecutionException {
        final var settings = Settings.of(SmallModel.of(SequenceLayout.ROWS, Scope.STEP, "sky", "rain"))
                .classWeights(new ClassWeights(type, weights))
                .get();
        final var rows = TableReader.read(Weather.table().create(), settings, new ExecutionMonitor());
        return rows.columns().stream().map(Column::name).toList();
    }

    @Test
    void readsTheClassWeightsWhereTheyAreWanted() throws CanceledExecutionException {
        assertEquals(List.of("rain", "sky", "weight"), columnsWith(ClassWeightType.COLUMN, "weight"));
        assertEquals(List.of("rain", "sky"), columnsWith(ClassWeightType.BALANCED, "weight"));
        assertEquals(List.of("rain", "sky"), columnsWith(ClassWeightType.NONE, "weight"));
    }

    @Test
    void readsTheClassWeightsAsNumbers() throws CanceledExecutionException {
        final var settings = Settings.of(SmallModel.of(SequenceLayout.ROWS, Scope.STEP, "sky", "rain"))
                .classWeights(new ClassWeights(ClassWeightType.COLUMN, "weight"))
                .get();
        final var table = TestTable.column("weight", IntCell.TYPE)
                .and("sky", StringCell.TYPE)
                .and("rain", DoubleCell.TYPE)
                .row(new IntCell(3), new StringCell("blue"), new DoubleCell(1))
                .row(DataType.getMissingCell(), new StringCell("blue"), new DoubleCell(2));

        final var weights = (NumberColumn) TableReader.read(table.create(), settings, new ExecutionMonitor())
                .column("weight");

        assertArrayEquals(new double[] {3, Double.NaN}, weights.values());
    }

    @Test
    void readsAFeatureThatHoldsTheClassWeightsTooOnce() throws CanceledExecutionException {
        assertEquals(List.of("rain", "sky"), columnsWith(ClassWeightType.COLUMN, "rain"));
    }

    /** The table "Validation data" needs none, whatever else may be called like them. */
    @Test
    void leavesClassWeightsAloneThatAreNotThereOrNoNumbers() throws CanceledExecutionException {
        assertEquals(List.of("rain", "sky"), columnsWith(ClassWeightType.COLUMN, "unknown"));
        assertEquals(List.of("rain", "sky"), columnsWith(ClassWeightType.COLUMN, "wet"));
    }

    private static Table read(final BufferedDataTable table) throws CanceledExecutionException {
        return TableReader.read(table, SETTINGS, new ExecutionMonitor());
    }
}
