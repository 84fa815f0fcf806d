package org.knime.core.data.time.zoneddatetime;

import java.time.ZonedDateTime;
import java.util.Objects;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;

/**
 * A cell with a point in time of a zone; its text is ISO's: {@code 1949-01-31T23:59:30+01:00[Europe/Berlin]}.
 * Made by {@link ZonedDateTimeCellFactory}.
 */
public final class ZonedDateTimeCell extends DataCell implements ZonedDateTimeValue, BoundedValue, StringValue {
    static final DataType TYPE = DataType.getType(ZonedDateTimeCell.class);

    private static final long serialVersionUID = 1L;

    private final ZonedDateTime value;

    ZonedDateTimeCell(final ZonedDateTime value) {
        this.value = Objects.requireNonNull(value);
    }

    @Override
    public ZonedDateTime getZonedDateTime() {
        return value;
    }

    @Override
    public String getStringValue() {
        return value.toString();
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return value.equals(((ZonedDateTimeCell) other).value);
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
