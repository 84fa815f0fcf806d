package org.knime.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;

class DataCellTest {
    @Test
    void cellsOfDifferentClassesDifferEvenWithTheSameNumber() {
        assertNotEquals(new IntCell(1), new DoubleCell(1));
        assertEquals(new IntCell(1), new IntCell(1));
    }

    @Test
    void notANumberEqualsItselfAndTheZerosDiffer() {
        assertEquals(new DoubleCell(Double.NaN), new DoubleCell(Double.NaN));
        assertNotEquals(new DoubleCell(0.0), new DoubleCell(-0.0));
    }

    @Test
    void missingCellsAreEqualWhateverTheReason() {
        assertEquals(DataType.getMissingCell(), new MissingCell("no answer"));
        assertEquals(DataType.getMissingCell().hashCode(), new MissingCell("no answer").hashCode());
        assertNotEquals(DataType.getMissingCell(), new StringCell("?"));
    }

    @Test
    void truthValuesAreTwoCells() {
        assertSame(BooleanCell.TRUE, BooleanCell.BooleanCellFactory.create("TRUE"));
        assertEquals(1.0, BooleanCell.TRUE.getDoubleValue());
        assertEquals(0, BooleanCell.FALSE.getIntValue());
    }

    @Test
    void listsAreEqualWhenTheirElementsAreInTheSameOrder() {
        final var oneTwo = CollectionCellFactory.createListCell(List.of(new IntCell(1), new IntCell(2)));
        final var twoOne = CollectionCellFactory.createListCell(List.of(new IntCell(2), new IntCell(1)));
        assertNotEquals(oneTwo, twoOne);
        assertEquals(
                CollectionCellFactory.createSetCell(List.of(new IntCell(1), new IntCell(2), new IntCell(1))),
                CollectionCellFactory.createSetCell(List.of(new IntCell(2), new IntCell(1))));
    }

    @Test
    void blankTextGivesAMissingNumberAndOtherTextIsRefused() {
        assertTrue(DoubleCell.DoubleCellFactory.create(" ").isMissing());
        assertEquals(new DoubleCell(0.1), DoubleCell.DoubleCellFactory.create(0.1f));
        assertThrows(NumberFormatException.class, () -> IntCell.IntCellFactory.create("1.5"));
    }

    @Test
    void cellsAreReadBackAsTheyWereSaved() throws InvalidSettingsException {
        final DataCell[] cells = {
            new DoubleCell(Double.NaN),
            new IntCell(-3),
            new StringCell(""),
            BooleanCell.TRUE,
            DataType.getMissingCell(),
            CollectionCellFactory.createListCell(List.of(new DoubleCell(1.5), DataType.getMissingCell())),
            CollectionCellFactory.createSetCell(List.of(new StringCell("a"), new StringCell("b")))
        };
        final var content = new ModelContent("cells");
        content.addDataCellArray("cells", cells);
        assertEquals(List.of(cells), List.of(content.getDataCellArray("cells")));
    }

    @Test
    void rowsAreEqualWhenRowIdAndCellsAre() {
        assertEquals(new DefaultRow("Row0", 1.0, 2.0), new DefaultRow(RowKey.createRowKey(0L), 1.0, 2.0));
        assertNotEquals(new DefaultRow("Row0", 1.0, 2.0), new DefaultRow("Row1", 1.0, 2.0));
        assertNotEquals(new DefaultRow("Row0", 1.0), new DefaultRow("Row0", 1));
    }
}
