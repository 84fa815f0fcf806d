package org.knime.core.data.container;

/** Keeps rows back until there are enough of them. */
public interface RowFlushable {
    /** Works off the rows kept back, so that their faults come to light now. */
    void flushRows();
}
