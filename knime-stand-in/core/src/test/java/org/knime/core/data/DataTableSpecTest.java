package org.knime.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;

class DataTableSpecTest {
    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    private static DataTableSpec specWithEverything() {
        final var state = new DataColumnSpecCreator("state", StringCell.TYPE);
        state.setDomain(
                new DataColumnDomainCreator(new LinkedHashSet<>(List.of(new StringCell("on"), new StringCell("off"))))
                        .createDomain());
        state.setProperties(new DataColumnProperties(Map.of("unit", "none")));
        final var load = new DataColumnSpecCreator("load", DoubleCell.TYPE);
        load.setDomain(new DataColumnDomainCreator(new DoubleCell(-1), new DoubleCell(2.5)).createDomain());
        final var lags = new DataColumnSpecCreator("lags", ListCell.getCollectionType(DoubleCell.TYPE));
        lags.setElementNames(new String[] {"t-2", "t-1"});
        return new DataTableSpecCreator()
                .setName("machine")
                .addColumns(state.createSpec(), load.createSpec(), lags.createSpec())
                .putProperty("source", "sensor")
                .createSpec();
    }

    @Test
    void refusesTwoColumnsWithOneName() {
        final var problem = assertThrows(
                IllegalArgumentException.class,
                () -> new DataTableSpec(column("x", DoubleCell.TYPE), column("x", IntCell.TYPE)));
        assertEquals("Duplicate column name \"x\" at positions 0 and 1.", problem.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new DataTableSpec(
                        new DataTableSpec(column("x", DoubleCell.TYPE)),
                        new DataTableSpec(column("x", DoubleCell.TYPE))));
    }

    @Test
    void findsColumnsByName() {
        final var spec = specWithEverything();
        assertEquals(1, spec.findColumnIndex("load"));
        assertEquals(-1, spec.findColumnIndex("Load"));
        assertEquals(-1, spec.findColumnIndex(null));
        assertNull(spec.getColumnSpec("absent"));
        assertArrayEquals(new int[] {2, 0}, spec.columnsToIndices("lags", "state"));
        assertThrows(IllegalArgumentException.class, () -> spec.columnsToIndices("absent"));
    }

    @Test
    void columnNamesLoseTheWhiteSpaceAroundThemAndAreNeverEmpty() {
        assertEquals("x", column(" x ", DoubleCell.TYPE).getName());
        assertTrue(column(" ", DoubleCell.TYPE).getName().matches("<empty_\\d+>"));
    }

    @Test
    void makesNamesUniqueByCounting() {
        final var spec = new DataTableSpec(column("x", DoubleCell.TYPE), column("x (#1)", DoubleCell.TYPE));
        assertEquals("y", DataTableSpec.getUniqueColumnName(spec, "y"));
        assertEquals("x (#2)", DataTableSpec.getUniqueColumnName(spec, "x"));
    }

    @Test
    void domainsMatterForEqualityButNotForStructure() {
        final var spec = specWithEverything();
        final var withoutDomains =
                new DataTableSpecCreator(spec).dropAllDomains().createSpec();
        assertNotEquals(spec, withoutDomains);
        assertTrue(spec.equalStructure(withoutDomains));
        assertFalse(withoutDomains.getColumnSpec(1).getDomain().hasBounds());
    }

    @Test
    void aTableOfWholeNumbersMayStandForOneOfNumbers() {
        final var integers = new DataTableSpec(column("x", IntCell.TYPE));
        final var numbers = new DataTableSpec(column("x", DoubleCell.TYPE));
        assertTrue(integers.isCompatibleWith(numbers));
        assertFalse(numbers.isCompatibleWith(integers));
        assertFalse(integers.equalStructure(numbers));
    }

    @Test
    void specsAreReadBackAsTheyWereSaved() throws InvalidSettingsException {
        for (final var spec : List.of(specWithEverything(), new DataTableSpec())) {
            final var content = new ModelContent("spec");
            spec.save(content);
            assertEquals(spec, DataTableSpec.load(content));
        }
    }

    @Test
    void specsAreReadBackFromXml() throws InvalidSettingsException, IOException {
        final var content = new ModelContent("spec");
        specWithEverything().save(content);
        final var bytes = new ByteArrayOutputStream();
        content.saveToXML(bytes);
        final var loaded = ModelContent.loadFromXML(new ByteArrayInputStream(bytes.toByteArray()));
        assertEquals(specWithEverything(), DataTableSpec.load(loaded));
    }

    @Test
    void refusesASavedSpecWithoutItsColumns() {
        final var content = new ModelContent("spec");
        content.addString("spec_name", "cut");
        content.addInt("number_columns", 1);
        assertThrows(InvalidSettingsException.class, () -> DataTableSpec.load(content));
    }
}
