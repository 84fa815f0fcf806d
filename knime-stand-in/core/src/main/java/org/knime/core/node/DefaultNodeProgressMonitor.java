package org.knime.core.node;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import org.knime.core.node.workflow.NodeProgressListener;
import org.rnn4knime.standin.core.ProgressListener;

/** The progress of a whole node. An interrupt of the thread that asks counts as cancelled, as in KNIME. */
public class DefaultNodeProgressMonitor implements NodeProgressMonitor {

    private final List<NodeProgressListener> m_listeners = new CopyOnWriteArrayList<>();
    private volatile boolean m_canceled;
    private volatile Double m_progress;
    private volatile String m_message;

    public DefaultNodeProgressMonitor() {}

    public DefaultNodeProgressMonitor(final NodeProgressListener listener) {
        m_listeners.add(listener);
    }

    protected boolean isCanceled() {
        return m_canceled || Thread.currentThread().isInterrupted();
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (isCanceled()) {
            throw new CanceledExecutionException();
        }
    }

    @Override
    public void setExecuteCanceled() {
        m_canceled = true;
    }

    @Override
    public void setProgress(final double progress) {
        m_progress = Math.max(0, Math.min(1, progress));
        changed();
    }

    @Override
    public void setProgress(final double progress, final String message) {
        m_message = message;
        setProgress(progress);
    }

    @Override
    public void setProgress(final String message) {
        setMessage(message);
    }

    @Override
    public void setMessage(final String message) {
        m_message = message;
        changed();
    }

    @Override
    public Double getProgress() {
        return m_progress;
    }

    @Override
    public String getMessage() {
        return m_message;
    }

    @Override
    public void reset() {
        m_canceled = false;
        m_progress = null;
        m_message = null;
        changed();
    }

    private void changed() {
        final var progress = m_progress;
        final var message = m_message;
        for (final var listener : m_listeners) {
            if (listener instanceof ProgressListener hearing) {
                hearing.progressChanged(
                        progress == null ? OptionalDouble.empty() : OptionalDouble.of(progress),
                        message == null ? "" : message);
            }
        }
    }

    @Override
    public void addProgressListener(final NodeProgressListener listener) {
        m_listeners.add(listener);
    }

    @Override
    public void removeProgressListener(final NodeProgressListener listener) {
        m_listeners.remove(listener);
    }

    @Override
    public void removeAllProgressListener() {
        m_listeners.clear();
    }
}
