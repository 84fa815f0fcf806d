package org.knime.core.data;

/** The ID of a row. */
public interface RowKeyValue {
    String getString();

    default RowKey materializeRowKey() {
        return new RowKey(getString());
    }
}
