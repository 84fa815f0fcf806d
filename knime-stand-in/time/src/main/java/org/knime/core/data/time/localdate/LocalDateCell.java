package org.knime.core.data.time.localdate;

import java.time.LocalDate;
import java.util.Objects;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;

/** A cell with a day of the calendar; its text is ISO's: {@code 1949-01-31}. Made by {@link LocalDateCellFactory}. */
public final class LocalDateCell extends DataCell implements LocalDateValue, BoundedValue, StringValue {
    static final DataType TYPE = DataType.getType(LocalDateCell.class);

    private static final long serialVersionUID = 1L;

    private final LocalDate value;

    LocalDateCell(final LocalDate value) {
        this.value = Objects.requireNonNull(value);
    }

    @Override
    public LocalDate getLocalDate() {
        return value;
    }

    @Override
    public String getStringValue() {
        return value.toString();
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return value.equals(((LocalDateCell) other).value);
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
