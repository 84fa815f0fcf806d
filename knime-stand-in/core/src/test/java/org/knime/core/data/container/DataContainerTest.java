package org.knime.core.data.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

class DataContainerTest {
    private static DataTableSpec spec(final DataType type, final DataColumnDomain domain) {
        final var column = new DataColumnSpecCreator("x", type);
        column.setDomain(domain);
        return new DataTableSpec(column.createSpec());
    }

    private static DataTableSpec spec(final DataType type) {
        return spec(type, new DataColumnDomainCreator().createDomain());
    }

    private static void fill(final DataContainer container, final List<? extends DataCell> cells) {
        for (final var cell : cells) {
            container.addRowToTable(new DefaultRow("Row" + container.size(), cell));
        }
        container.close();
    }

    private static DataColumnDomain domain(final DataContainer container, final DataCell... cells) {
        fill(container, List.of(cells));
        return container.getTableSpec().getColumnSpec(0).getDomain();
    }

    private static List<StringCell> texts(final int count) {
        final var texts = new ArrayList<StringCell>();
        for (var i = 0; i < count; i++) {
            texts.add(new StringCell("text " + i));
        }
        return texts;
    }

    @Test
    void givesBackTheRowsInTheirOrder() {
        final var container = new DataContainer(spec(StringCell.TYPE));
        fill(container, texts(250));
        final var rows = new ArrayList<DataRow>();
        container.getTable().forEach(rows::add);
        assertEquals(250, rows.size());
        assertEquals(new DefaultRow("Row249", "text 249"), rows.get(249));
    }

    @Test
    void boundsLeaveOutMissingCellsAndNotANumber() {
        final var domain = domain(
                new DataContainer(spec(DoubleCell.TYPE)),
                new DoubleCell(Double.NaN),
                new DoubleCell(3),
                DataType.getMissingCell(),
                new DoubleCell(-2));
        assertEquals(new DoubleCell(-2), domain.getLowerBound());
        assertEquals(new DoubleCell(3), domain.getUpperBound());
        assertFalse(domain.hasValues());
    }

    @Test
    void anEmptyColumnHasNoBoundsButAnEmptyListOfValues() {
        assertFalse(domain(new DataContainer(spec(DoubleCell.TYPE))).hasBounds());
        assertEquals(Set.of(), domain(new DataContainer(spec(StringCell.TYPE))).getValues());
    }

    @Test
    void truthValuesHaveBoundsAndValues() {
        final var domain = domain(new DataContainer(spec(BooleanCell.TYPE)), BooleanCell.TRUE, BooleanCell.FALSE);
        assertEquals(BooleanCell.FALSE, domain.getLowerBound());
        assertEquals(List.of(BooleanCell.TRUE, BooleanCell.FALSE), List.copyOf(domain.getValues()));
    }

    @Test
    void keepsUpToSixtyPossibleValues() {
        final var sixty = new DataContainer(spec(StringCell.TYPE));
        fill(sixty, texts(60));
        assertEquals(
                texts(60),
                List.copyOf(sixty.getTableSpec().getColumnSpec(0).getDomain().getValues()));
        final var more = new DataContainer(spec(StringCell.TYPE));
        fill(more, texts(61));
        assertFalse(more.getTableSpec().getColumnSpec(0).getDomain().hasValues());
    }

    @Test
    void theNumberOfPossibleValuesCanBeSet() {
        final var container = new DataContainer(spec(StringCell.TYPE));
        container.setMaxPossibleValues(61);
        fill(container, texts(61));
        assertTrue(container.getTableSpec().getColumnSpec(0).getDomain().hasValues());
    }

    @Test
    void startsWithTheDomainOfTheSpecOnlyIfAsked() {
        final var known = new DataColumnDomainCreator(new DoubleCell(0), new DoubleCell(1)).createDomain();
        final var kept = domain(new DataContainer(spec(DoubleCell.TYPE, known), true), new DoubleCell(5));
        assertEquals(new DoubleCell(0), kept.getLowerBound());
        assertEquals(new DoubleCell(5), kept.getUpperBound());
        final var fresh = domain(new DataContainer(spec(DoubleCell.TYPE, known), false), new DoubleCell(5));
        assertEquals(new DoubleCell(5), fresh.getLowerBound());
    }

    @Test
    void domainsStayAsTheyAreWithoutUpdates() {
        final var known = new DataColumnDomainCreator(new DoubleCell(0), new DoubleCell(1)).createDomain();
        final var settings =
                DataContainerSettings.builder().withDomainUpdate(false).build();
        assertEquals(known, domain(new DataContainer(spec(DoubleCell.TYPE, known), settings), new DoubleCell(5)));
    }

    @Test
    void wholeNumbersMayStandInAColumnOfNumbers() {
        final var container = new DataContainer(spec(DoubleCell.TYPE));
        fill(container, List.of(new IntCell(1)));
        assertEquals(1, container.size());
    }

    @Test
    void refusesACellOfAnotherType() {
        final var container = new DataContainer(spec(DoubleCell.TYPE));
        final var problem = assertThrows(
                DataContainerException.class, () -> fill(container, List.of(new StringCell("not a number"))));
        assertEquals(
                "Runtime class of object \"not a number\" (index 0) in row \"Row0\" is String and does not comply with"
                        + " its supposed superclass Number (Float)",
                problem.getMessage());
    }

    @Test
    void refusesARowWithTooFewCells() {
        final var container = new DataContainer(spec(DoubleCell.TYPE));
        container.addRowToTable(new DefaultRow("Row0", new DataCell[0]));
        final var problem = assertThrows(DataContainerException.class, container::close);
        assertTrue(problem.getMessage().contains("0 vs. 1"));
    }

    @Test
    void refusesARowIdThatIsGivenTwiceUnlessToldNotToLook() {
        final var row = new DefaultRow("Row0", 1.0);
        final var container = new DataContainer(spec(DoubleCell.TYPE));
        container.addRowToTable(row);
        container.addRowToTable(row);
        final var problem = assertThrows(DataContainerException.class, container::close);
        assertEquals("Found duplicate row ID \"Row0\"", problem.getMessage());

        final var careless = new DataContainer(
                spec(DoubleCell.TYPE),
                DataContainerSettings.builder().withCheckDuplicateRowKeys(false).build());
        careless.addRowToTable(row);
        careless.addRowToTable(row);
        careless.close();
        assertEquals(2, careless.size());
    }

    @Test
    void givesNoTableBeforeItIsClosedAndTakesNoRowAfter() {
        final var container = new DataContainer(spec(DoubleCell.TYPE));
        assertThrows(IllegalStateException.class, container::getTable);
        container.close();
        assertThrows(IllegalStateException.class, () -> container.addRowToTable(new DefaultRow("Row0", 1.0)));
    }
}
