package org.knime.core.node.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

class CellSettingsTest {

    private final NodeSettings settings = new NodeSettings("settings");

    private static Stream<DataCell> cells() {
        return Stream.of(
                new StringCell("a"),
                new IntCell(1),
                new LongCell(2),
                new DoubleCell(Double.NaN),
                BooleanCell.TRUE,
                CollectionCellFactory.createListCell(List.of(new IntCell(1), new IntCell(2))));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void keepsACell(final DataCell cell) throws InvalidSettingsException {
        settings.addDataCell("cell", cell);
        assertEquals(cell, settings.getDataCell("cell"));
    }

    @Test
    void writesANumberAsKnimeDoes() throws InvalidSettingsException {
        settings.addDataCell("cell", new DoubleCell(4.3));
        final var className = "org.knime.core.data.def.DoubleCell";
        assertEquals(className, settings.getConfig("cell").getString("datacell"));
        assertEquals(4.3, settings.getConfig("cell").getConfig(className).getDouble("DoubleCell"));
    }

    @Test
    void keepsCellsInTheirOrder() throws InvalidSettingsException {
        final var cells = cells().toArray(DataCell[]::new);
        settings.addDataCellArray("cells", cells);
        assertArrayEquals(cells, settings.getDataCellArray("cells"));
    }

    @Test
    void keepsAType() throws InvalidSettingsException {
        settings.addDataType("type", LongCell.TYPE);
        assertEquals(LongCell.TYPE, settings.getDataType("type"));
    }

    @Test
    void givesTheDefaultForAMissingCell() {
        final var fallback = new IntCell(3);
        assertSame(fallback, settings.getDataCell("cell", fallback));
        assertThrows(InvalidSettingsException.class, () -> settings.getDataCell("cell"));
    }

    @Test
    void refusesACellOfAnUnknownClass() {
        settings.addConfig("cell").addString("datacell", "org.example.PictureCell");
        final var refusal = assertThrows(InvalidSettingsException.class, () -> settings.getDataCell("cell"));
        assertEquals("Unknown cell class org.example.PictureCell", refusal.getMessage());
    }
}
