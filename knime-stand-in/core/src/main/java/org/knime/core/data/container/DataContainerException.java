package org.knime.core.data.container;

/** A row that was added cannot stand in the table; thrown when a later row is added or the container is closed. */
public class DataContainerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataContainerException(final String message) {
        super(message);
    }

    public DataContainerException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
