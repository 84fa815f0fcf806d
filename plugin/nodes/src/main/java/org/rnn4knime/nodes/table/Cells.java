package org.rnn4knime.nodes.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.OptionalDouble;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.time.localdate.LocalDateCellFactory;
import org.knime.core.data.time.localdatetime.LocalDateTimeCellFactory;
import org.knime.core.data.time.localtime.LocalTimeCellFactory;
import org.knime.core.data.time.zoneddatetime.ZonedDateTimeCellFactory;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.TimeColumn;

/** Values of the engine as cells of KNIME. */
final class Cells {

    private Cells() {}

    /**
     * Returns the type that cells have which take up a column of the given type: the same for whole numbers, Booleans,
     * dates and times; plain numbers for other numbers, and text for whatever else there is.
     */
    static DataType type(final DataType column) {
        return switch (ColumnKind.of(column)) {
            case NUMBER -> isWhole(column) ? column : DoubleCell.TYPE;
            case BOOLEAN -> BooleanCell.TYPE;
            case DATE, DATE_TIME, ZONED_DATE_TIME, TIME -> column;
            case NOTHING, TEXT, BOOLEAN_LIST, NUMBER_LIST, TEXT_LIST, LIST, SET, OTHER -> StringCell.TYPE;
        };
    }

    /** Returns a value of a column as a cell of a type that {@link #type} has returned. */
    static DataCell cell(final Column column, final int row, final DataType type) {
        if (column instanceof NumberColumn numbers) {
            return number(numbers.values()[row], type);
        }
        if (column instanceof TimeColumn times) {
            return times.values().get(row).map(Cells::time).orElseGet(DataType::getMissingCell);
        }
        return column.text(row).map(text -> text(text, type)).orElseGet(DataType::getMissingCell);
    }

    /** Returns text as a cell: as a Boolean if that is the type, otherwise as it is. */
    static DataCell text(final String text, final DataType type) {
        return type.equals(BooleanCell.TYPE) ? BooleanCell.get(Boolean.parseBoolean(text)) : new StringCell(text);
    }

    /** Returns a number as a cell, NaN as a missing one. */
    static DataCell number(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }

    /** Returns a number as a cell, none as a missing one. */
    static DataCell number(final OptionalDouble value) {
        return number(value.orElse(Double.NaN));
    }

    private static boolean isWhole(final DataType type) {
        return type.equals(IntCell.TYPE) || type.equals(LongCell.TYPE);
    }

    private static DataCell number(final double value, final DataType type) {
        if (Double.isNaN(value)) {
            return DataType.getMissingCell();
        }
        if (type.equals(BooleanCell.TYPE)) {
            return BooleanCell.get(value != 0);
        }
        if (!isWhole(type)) {
            return new DoubleCell(value);
        }
        return type.equals(IntCell.TYPE) ? new IntCell((int) Math.rint(value)) : new LongCell(Math.round(value));
    }

    private static DataCell time(final Temporal time) {
        if (time instanceof LocalDate date) {
            return LocalDateCellFactory.create(date);
        }
        if (time instanceof LocalDateTime dateTime) {
            return LocalDateTimeCellFactory.create(dateTime);
        }
        return time instanceof ZonedDateTime zoned
                ? ZonedDateTimeCellFactory.create(zoned)
                : LocalTimeCellFactory.create(LocalTime.from(time));
    }
}
