package org.rnn4knime.nodes.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.time.localdate.LocalDateCellFactory;
import org.knime.core.data.time.localdatetime.LocalDateTimeCellFactory;
import org.knime.core.data.time.localtime.LocalTimeCellFactory;
import org.knime.core.data.time.zoneddatetime.ZonedDateTimeCellFactory;

class ColumnKindTest {

    private static final LocalDateTime MOMENT = LocalDateTime.of(2024, 2, 29, 12, 30);

    @Test
    void isToldByTheType() {
        assertEquals(ColumnKind.NUMBER, ColumnKind.of(DoubleCell.TYPE));
        assertEquals(ColumnKind.NUMBER, ColumnKind.of(IntCell.TYPE));
        assertEquals(ColumnKind.NUMBER, ColumnKind.of(LongCell.TYPE));
        assertEquals(ColumnKind.NUMBER, ColumnKind.of(BooleanCell.TYPE));
        assertEquals(ColumnKind.TEXT, ColumnKind.of(StringCell.TYPE));
    }

    @Test
    void tellsDatesAndTimesApart() {
        assertEquals(
                ColumnKind.DATE,
                ColumnKind.of(LocalDateCellFactory.create(LocalDate.EPOCH).getType()));
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
    void isSavedInModelsUnderNamesThatNeverChange() {
        assertEquals(
                List.of("NUMBER", "DATE", "DATE_TIME", "ZONED_DATE_TIME", "TIME", "TEXT", "OTHER"),
                Stream.of(ColumnKind.values()).map(ColumnKind::name).toList());
    }
}
