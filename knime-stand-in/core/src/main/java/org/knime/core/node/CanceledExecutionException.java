package org.knime.core.node;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;

/** The user has stopped the node. */
public class CanceledExecutionException extends Exception implements MessageAwareException {

    /** What a stopped node says. */
    public static final Message DEFAULT_CANCEL_MESSAGE = Message.fromSummary("Execution canceled");

    private static final long serialVersionUID = 1L;

    public CanceledExecutionException() {
        super(DEFAULT_CANCEL_MESSAGE.getSummary());
    }

    public CanceledExecutionException(final String message) {
        super(message);
    }
}
