package org.rnn4knime.nodes.table;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataCell;
import org.knime.core.data.time.localdate.LocalDateValue;
import org.knime.core.data.time.localdatetime.LocalDateTimeValue;
import org.knime.core.data.time.localtime.LocalTimeValue;
import org.knime.core.data.time.zoneddatetime.ZonedDateTimeValue;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.TimeColumn;

/** Dates and times, all of one kind. */
final class TimeBuilder implements ColumnBuilder {

    private final String m_name;

    private final List<Optional<Temporal>> m_values;

    TimeBuilder(final String name, final int rows) {
        m_name = name;
        m_values = new ArrayList<>(rows);
    }

    @Override
    public void add(final DataCell cell) {
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
