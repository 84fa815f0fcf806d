package org.knime.core.data.time.localtime;

import java.time.LocalTime;
import java.util.Objects;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;

/** A cell with a time of day; its text is ISO's: {@code 23:59:30}. Made by {@link LocalTimeCellFactory}. */
public final class LocalTimeCell extends DataCell implements LocalTimeValue, BoundedValue, StringValue {
    static final DataType TYPE = DataType.getType(LocalTimeCell.class);

    private static final long serialVersionUID = 1L;

    private final LocalTime value;

    LocalTimeCell(final LocalTime value) {
        this.value = Objects.requireNonNull(value);
    }

    @Override
    public LocalTime getLocalTime() {
        return value;
    }

    @Override
    public String getStringValue() {
        return value.toString();
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return value.equals(((LocalTimeCell) other).value);
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
