package org.knime.core.node;

import java.util.function.Supplier;

/** What a running node reports its progress (a fraction of 1) to and asks whether it was stopped. */
public class ExecutionMonitor {

    private final NodeProgressMonitor m_progress;

    public ExecutionMonitor() {
        this(new DefaultNodeProgressMonitor());
    }

    public ExecutionMonitor(final NodeProgressMonitor progress) {
        m_progress = progress;
    }

    public final NodeProgressMonitor getProgressMonitor() {
        return m_progress;
    }

    /** Throws when the user has stopped the node. */
    public void checkCanceled() throws CanceledExecutionException {
        m_progress.checkCanceled();
    }

    public void setProgress(final double progress) {
        m_progress.setProgress(progress);
    }

    public void setProgress(final double progress, final String message) {
        m_progress.setProgress(progress, message);
    }

    public void setProgress(final double progress, final Supplier<String> message) {
        m_progress.setProgress(progress, message);
    }

    public void setMessage(final String message) {
        m_progress.setMessage(message);
    }

    /** A part that moves this progress by the share when it goes from 0 to 1. */
    public ExecutionMonitor createSubProgress(final double share) {
        return new ExecutionMonitor(new SubProgressMonitor(m_progress, share));
    }

    /** As {@link #createSubProgress}, without the part's messages. */
    public ExecutionMonitor createSilentSubProgress(final double share) {
        return new ExecutionMonitor(new SilentSubProgressMonitor(m_progress, share));
    }
}
