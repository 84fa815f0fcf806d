package org.knime.core.node;

import java.util.function.Supplier;
import org.knime.core.node.workflow.NodeProgressListener;

/** Holds the progress of a node, a fraction of 1, and tells whether its user has stopped it. */
public interface NodeProgressMonitor {

    /** Throws when the user has stopped the node. */
    void checkCanceled() throws CanceledExecutionException;

    void setProgress(double progress);

    void setProgress(double progress, String message);

    default void setProgress(final double progress, final Supplier<String> message) {
        setProgress(progress, message.get());
    }

    /** Sets the message alone. */
    void setProgress(String message);

    void setMessage(String message);

    default void setMessage(final Supplier<String> message) {
        setMessage(message.get());
    }

    /** The progress so far, null before the first. */
    Double getProgress();

    /** The message, null before the first. */
    String getMessage();

    void setExecuteCanceled();

    void reset();

    void addProgressListener(NodeProgressListener listener);

    void removeProgressListener(NodeProgressListener listener);

    void removeAllProgressListener();
}
