package org.rnn4knime.nodes.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.time.localdate.LocalDateCellFactory;
import org.knime.core.data.time.localdatetime.LocalDateTimeCellFactory;
import org.knime.core.data.time.localtime.LocalTimeCellFactory;
import org.knime.core.data.time.zoneddatetime.ZonedDateTimeCellFactory;
import org.rnn4knime.nodes.testing.TestCells;

class ColumnKindTest {

    private static final LocalDateTime MOMENT = LocalDateTime.of(2024, 2, 29, 12, 30);

    private static final DataType DATE =
            LocalDateCellFactory.create(LocalDate.EPOCH).getType();

    @Test
    void isToldByTheType() {
        assertEquals(ColumnKind.NUMBER, ColumnKind.of(DoubleCell.TYPE));
        assertEquals(ColumnKind.NUMBER, ColumnKind.of(IntCell.TYPE));
        assertEquals(ColumnKind.NUMBER, ColumnKind.of(LongCell.TYPE));
        assertEquals(ColumnKind.BOOLEAN, ColumnKind.of(BooleanCell.TYPE));
        assertEquals(ColumnKind.TEXT, ColumnKind.of(StringCell.TYPE));
        assertEquals(ColumnKind.NOTHING, ColumnKind.of(DataType.getMissingCell().getType()));
    }

    @Test
    void isThatOfNumbersWhereBooleansStandAmongThem() {
        assertEquals(ColumnKind.NUMBER, ColumnKind.of(DataType.getCommonSuperType(BooleanCell.TYPE, DoubleCell.TYPE)));
    }

    @Test
    void tellsDatesAndTimesApart() {
        assertEquals(ColumnKind.DATE, ColumnKind.of(DATE));
        assertEquals(
                ColumnKind.DATE_TIME,
                ColumnKind.of(LocalDateTimeCellFactory.create(MOMENT).getType()));
        assertEquals(
                ColumnKind.ZONED_DATE_TIME,
                ColumnKind.of(ZonedDateTimeCellFactory.create(MOMENT.atZone(ZoneOffset.UTC))
                        .getType()));
        assertEquals(
                ColumnKind.TIME,
                ColumnKind.of(LocalTimeCellFactory.create(LocalTime.NOON).getType()));
    }

    @Test
    void tellsListsApartByTheirElements() {
        assertEquals(ColumnKind.NUMBER_LIST, ColumnKind.of(TestCells.NUMBERS));
        assertEquals(ColumnKind.BOOLEAN_LIST, ColumnKind.of(TestCells.TRUTHS));
        assertEquals(ColumnKind.TEXT_LIST, ColumnKind.of(TestCells.TEXTS));
        assertEquals(ColumnKind.LIST, ColumnKind.of(ListCell.getCollectionType(DATE)));
        assertEquals(ColumnKind.LIST, ColumnKind.of(ListCell.getCollectionType(TestCells.NUMBERS)));
        assertEquals(
                ColumnKind.SET,
                ColumnKind.of(CollectionCellFactory.createSetCell(List.of(new DoubleCell(1)))
                        .getType()));
    }

    @Test
    void knowsItsElements() {
        assertEquals(Optional.of(ColumnKind.TEXT), ColumnKind.TEXT_LIST.elements());
        assertEquals(Optional.empty(), ColumnKind.LIST.elements());
        assertEquals(ColumnKind.NUMBER, ColumnKind.NUMBER_LIST.single());
        assertEquals(ColumnKind.NUMBER, ColumnKind.NUMBER.single());
    }

    @Test
    void isReadWhereItIsNumbersBooleansTextOrListsOfThem() {
        assertEquals(
                List.of("BOOLEAN", "NUMBER", "TEXT", "BOOLEAN_LIST", "NUMBER_LIST", "TEXT_LIST"),
                Stream.of(ColumnKind.values())
                        .filter(ColumnKind::isReadable)
                        .map(ColumnKind::name)
                        .toList());
    }

    @Test
    void takesBooleansForNumbersButNotTheOtherWayRound() {
        assertTrue(ColumnKind.NUMBER.accepts(ColumnKind.BOOLEAN));
        assertTrue(ColumnKind.NUMBER_LIST.accepts(ColumnKind.BOOLEAN_LIST));
        assertTrue(ColumnKind.TEXT.accepts(ColumnKind.TEXT));
        assertFalse(ColumnKind.BOOLEAN.accepts(ColumnKind.NUMBER));
        assertFalse(ColumnKind.NUMBER_LIST.accepts(ColumnKind.BOOLEAN));
        assertFalse(ColumnKind.NUMBER.accepts(ColumnKind.BOOLEAN_LIST));
        assertFalse(ColumnKind.TEXT.accepts(ColumnKind.BOOLEAN));
    }

    @Test
    void bringsRowsIntoOrderUnlessItHasNone() {
        assertTrue(ColumnKind.NUMBER.isOrder() && ColumnKind.TEXT.isOrder() && ColumnKind.TIME.isOrder());
        assertFalse(ColumnKind.BOOLEAN.isOrder() || ColumnKind.NUMBER_LIST.isOrder() || ColumnKind.OTHER.isOrder());
    }

    @Test
    void isSavedInModelsUnderNamesThatNeverChange() {
        assertEquals(
                List.of(
                        "NOTHING",
                        "BOOLEAN",
                        "NUMBER",
                        "DATE",
                        "DATE_TIME",
                        "ZONED_DATE_TIME",
                        "TIME",
                        "TEXT",
                        "BOOLEAN_LIST",
                        "NUMBER_LIST",
                        "TEXT_LIST",
                        "LIST",
                        "SET",
                        "OTHER"),
                Stream.of(ColumnKind.values()).map(ColumnKind::name).toList());
    }
}
