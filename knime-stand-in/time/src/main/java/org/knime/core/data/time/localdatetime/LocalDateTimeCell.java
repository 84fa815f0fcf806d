package org.knime.core.data.time.localdatetime;

import java.time.LocalDateTime;
import java.util.Objects;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;

/**
 * A cell with a day with a time of day; its text is ISO's: {@code 1949-01-31T23:59:30}.
 * Made by {@link LocalDateTimeCellFactory}.
 */
public final class LocalDateTimeCell extends DataCell implements LocalDateTimeValue, BoundedValue, StringValue {
    static final DataType TYPE = DataType.getType(LocalDateTimeCell.class);

    private static final long serialVersionUID = 1L;

    private final LocalDateTime value;

    LocalDateTimeCell(final LocalDateTime value) {
        this.value = Objects.requireNonNull(value);
    }

    @Override
    public LocalDateTime getLocalDateTime() {
        return value;
    }

    @Override
    public String getStringValue() {
        return value.toString();
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return value.equals(((LocalDateTimeCell) other).value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return getStringValue();
    }
}
