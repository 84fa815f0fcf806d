package org.knime.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;

class DataTypeTest {
    private static final DataType DOUBLES = ListCell.getCollectionType(DoubleCell.TYPE);

    @Test
    void wholeNumbersAndTruthValuesCanBeReadAsNumbers() {
        assertTrue(IntCell.TYPE.isCompatible(DoubleValue.class));
        assertTrue(BooleanCell.TYPE.isCompatible(DoubleValue.class));
        assertFalse(DoubleCell.TYPE.isCompatible(IntValue.class));
        assertFalse(StringCell.TYPE.isCompatible(DoubleValue.class));
    }

    @Test
    void onlyTextsAndTruthValuesAreNominal() {
        assertTrue(StringCell.TYPE.isCompatible(NominalValue.class));
        assertTrue(BooleanCell.TYPE.isCompatible(NominalValue.class));
        assertFalse(IntCell.TYPE.isCompatible(NominalValue.class));
    }

    @Test
    void missingCellsCanBeReadAsAnything() {
        assertTrue(DataType.getMissingCell().getType().isCompatible(StringValue.class));
        assertTrue(DoubleCell.TYPE.isASuperTypeOf(DataType.getMissingCell().getType()));
    }

    @Test
    void theFirstValueInterfaceIsPreferred() {
        assertSame(IntValue.class, IntCell.TYPE.getPreferredValueClass());
        assertSame(LongValue.class, LongCell.TYPE.getPreferredValueClass());
        assertSame(DoubleValue.class, DoubleCell.TYPE.getPreferredValueClass());
        assertSame(StringValue.class, StringCell.TYPE.getPreferredValueClass());
    }

    @Test
    void showsTheNamesOfKnime() {
        assertEquals("Number (Float)", DoubleCell.TYPE.getName());
        assertEquals("Number (double)", DoubleCell.TYPE.getLegacyName());
        assertEquals("Collection (List) (Collection of: Number (Float))", DOUBLES.toString());
    }

    @Test
    void theCommonSuperTypeOfNumbersIsTheWiderOne() {
        assertSame(DoubleCell.TYPE, DataType.getCommonSuperType(IntCell.TYPE, DoubleCell.TYPE));
        assertSame(LongCell.TYPE, DataType.getCommonSuperType(LongCell.TYPE, IntCell.TYPE));
        assertSame(IntCell.TYPE, DataType.getCommonSuperType(BooleanCell.TYPE, IntCell.TYPE));
    }

    @Test
    void theCommonSuperTypeWithMissingCellsIsTheOtherType() {
        final var missing = DataType.getMissingCell().getType();
        assertSame(StringCell.TYPE, DataType.getCommonSuperType(missing, StringCell.TYPE));
        assertSame(StringCell.TYPE, DataType.getCommonSuperType(StringCell.TYPE, missing));
    }

    @Test
    void theCommonSuperTypeOfStrangersHasNoCellClass() {
        final var common = DataType.getCommonSuperType(DoubleCell.TYPE, StringCell.TYPE);
        assertNull(common.getCellClass());
        assertEquals(List.of(DataValue.class), common.getValueClasses());
        assertTrue(common.isASuperTypeOf(DoubleCell.TYPE));
        assertTrue(common.isASuperTypeOf(StringCell.TYPE));
    }

    @Test
    void listsAreOrderedByTheirElements() {
        final var integers = ListCell.getCollectionType(IntCell.TYPE);
        assertTrue(DOUBLES.isASuperTypeOf(integers));
        assertFalse(integers.isASuperTypeOf(DOUBLES));
        assertSame(DOUBLES, DataType.getCommonSuperType(DOUBLES, integers));
        assertNotEquals(DOUBLES, integers);
    }

    @Test
    void aListKnowsTheCommonTypeOfItsElements() {
        final var mixed = CollectionCellFactory.createListCell(
                List.of(new IntCell(1), DataType.getMissingCell(), new DoubleCell(0.5)));
        assertEquals(DOUBLES, mixed.getType());
        assertTrue(
                CollectionCellFactory.createListCell(List.of()).getElementType().isMissingValueType());
    }

    @Test
    void refusesAnElementTypeWhereThereAreNoElements() {
        assertThrows(IllegalArgumentException.class, () -> DataType.getType(DoubleCell.class, DoubleCell.TYPE));
        assertThrows(IllegalArgumentException.class, () -> DataType.getType(ListCell.class));
    }

    @Test
    void typesAreReadBackAsTheyWereSaved() throws InvalidSettingsException {
        for (final var type :
                List.of(DoubleCell.TYPE, DOUBLES, DataType.getCommonSuperType(DoubleCell.TYPE, StringCell.TYPE))) {
            final var content = new ModelContent("type");
            type.save(content);
            assertEquals(type, DataType.load(content));
        }
    }

    @Test
    void refusesASavedTypeThatNobodyRegistered() {
        final var content = new ModelContent("type");
        content.addString("cell_class", "org.example.NoCell");
        final var problem = assertThrows(InvalidSettingsException.class, () -> DataType.load(content));
        assertTrue(problem.getMessage().contains("org.example.NoCell"));
    }

    @Test
    void missingCellsComeFirstInEveryOrder() {
        final var order = DoubleCell.TYPE.getComparator();
        assertTrue(order.compare(DataType.getMissingCell(), new DoubleCell(-1)) < 0);
        assertTrue(order.compare(new DoubleCell(-1), DataType.getMissingCell()) > 0);
        assertEquals(0, order.compare(DataType.getMissingCell(), new MissingCell("why")));
        assertTrue(order.compare(new DoubleCell(2), new DoubleCell(10)) < 0);
    }
}
