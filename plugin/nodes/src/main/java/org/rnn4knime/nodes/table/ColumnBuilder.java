package org.rnn4knime.nodes.table;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.time.localdate.LocalDateValue;
import org.knime.core.data.time.localdatetime.LocalDateTimeValue;
import org.knime.core.data.time.localtime.LocalTimeValue;
import org.knime.core.data.time.zoneddatetime.ZonedDateTimeValue;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.sequence.TimeColumn;

/** Collects the cells of one column, row after row, into a column of the engine. */
interface ColumnBuilder {

    /** Returns an empty builder for a column with a known number of rows. */
    static ColumnBuilder of(final DataColumnSpec column, final int rows) {
        final var kind = ColumnKind.of(column.getType());
        if (kind == ColumnKind.NUMBER) {
            return new Numbers(column.getName(), rows);
        }
        return kind.isDateOrTime() ? new Times(column.getName(), rows) : new Texts(column.getName(), rows);
    }

    /** Returns an empty builder for a column of IDs: whole numbers become text, for a double does not tell all of them apart. */
    static ColumnBuilder ofId(final DataColumnSpec column, final int rows) {
        return column.getType().isCompatible(LongValue.class) ? new Texts(column.getName(), rows) : of(column, rows);
    }

    /** Takes the cell of a row; rows come in order, from 0 on. */
    void add(int row, DataCell cell);

    /** Returns the column, once all rows have been taken. */
    Column build();

    /** Missing cells become NaN. */
    final class Numbers implements ColumnBuilder {

        private final String m_name;

        private final double[] m_values;

        Numbers(final String name, final int rows) {
            m_name = name;
            m_values = new double[rows];
            Arrays.fill(m_values, Double.NaN);
        }

        @Override
        public void add(final int row, final DataCell cell) {
            if (cell instanceof DoubleValue number) {
                m_values[row] = number.getDoubleValue();
            }
        }

        @Override
        public Column build() {
            return new NumberColumn(m_name, m_values);
        }
    }

    /** Cells of other kinds count by what KNIME shows of them, so that anything may tell sequences apart. */
    final class Texts implements ColumnBuilder {

        private final String m_name;

        private final List<Optional<String>> m_values;

        Texts(final String name, final int rows) {
            m_name = name;
            m_values = new ArrayList<>(rows);
        }

        @Override
        public void add(final int row, final DataCell cell) {
            m_values.add(cell.isMissing() ? Optional.empty() : Optional.of(text(cell)));
        }

        private static String text(final DataCell cell) {
            return cell instanceof StringValue text ? text.getStringValue() : cell.toString();
        }

        @Override
        public Column build() {
            return new TextColumn(m_name, m_values);
        }
    }

    /** Dates and times, all of one kind. */
    final class Times implements ColumnBuilder {

        private final String m_name;

        private final List<Optional<Temporal>> m_values;

        Times(final String name, final int rows) {
            m_name = name;
            m_values = new ArrayList<>(rows);
        }

        @Override
        public void add(final int row, final DataCell cell) {
            m_values.add(time(cell));
        }

        @Override
        public Column build() {
            return new TimeColumn(m_name, m_values);
        }

        private static Optional<Temporal> time(final DataCell cell) {
            if (cell instanceof LocalDateValue date) {
                return Optional.of(date.getLocalDate());
            }
            if (cell instanceof LocalDateTimeValue dateTime) {
                return Optional.of(dateTime.getLocalDateTime());
            }
            if (cell instanceof ZonedDateTimeValue zoned) {
                return Optional.of(zoned.getZonedDateTime());
            }
            return cell instanceof LocalTimeValue time ? Optional.of(time.getLocalTime()) : Optional.empty();
        }
    }
}
