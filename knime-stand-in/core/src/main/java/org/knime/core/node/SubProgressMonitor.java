package org.knime.core.node;

import org.knime.core.node.workflow.NodeProgressListener;

/** A part of another progress: its 0 to 1 move the whole by a fixed share. */
class SubProgressMonitor implements NodeProgressMonitor {

    private final NodeProgressMonitor m_whole;
    private final double m_share;
    private double m_progress;
    private String m_message;

    SubProgressMonitor(final NodeProgressMonitor whole, final double share) {
        m_whole = whole;
        m_share = share;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        m_whole.checkCanceled();
    }

    @Override
    public void setExecuteCanceled() {
        m_whole.setExecuteCanceled();
    }

    @Override
    public void setProgress(final double progress) {
        final var now = Math.max(0, Math.min(1, progress));
        // parts may run in threads of their own, so the whole moves by the difference
        synchronized (m_whole) {
            final var before = m_whole.getProgress();
            m_whole.setProgress((before == null ? 0 : before) + m_share * (now - m_progress));
            m_progress = now;
        }
    }

    @Override
    public void setProgress(final double progress, final String message) {
        setMessage(message);
        setProgress(progress);
    }

    @Override
    public void setProgress(final String message) {
        setMessage(message);
    }

    @Override
    public void setMessage(final String message) {
        m_message = message;
        m_whole.setMessage(message);
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
        setProgress(0);
    }

    @Override
    public void addProgressListener(final NodeProgressListener listener) {
        throw new UnsupportedOperationException("Only the whole node's progress is listened to");
    }

    @Override
    public void removeProgressListener(final NodeProgressListener listener) {
        throw new UnsupportedOperationException("Only the whole node's progress is listened to");
    }

    @Override
    public void removeAllProgressListener() {
        throw new UnsupportedOperationException("Only the whole node's progress is listened to");
    }
}
