package org.knime.core.data;

import java.util.Objects;

/** The ID of a row, unique in its table. */
public final class RowKey implements RowKeyValue {
    private final String id;

    public RowKey(final String id) {
        this.id = Objects.requireNonNull(id, "A row ID must not be null.");
    }

    @Override
    public String getString() {
        return id;
    }

    @Override
    public RowKey materializeRowKey() {
        return this;
    }

    /** {@return KNIME's default ID of the row with this index, counted from 0} */
    public static RowKey createRowKey(final long rowIndex) {
        return new RowKey("Row" + rowIndex);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof RowKeyValue key && id.equals(key.getString());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
