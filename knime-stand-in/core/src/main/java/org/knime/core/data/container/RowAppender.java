package org.knime.core.data.container;

import org.knime.core.data.DataRow;

/** Takes the rows of a table in their order. */
public interface RowAppender {
    void addRowToTable(DataRow row);
}
