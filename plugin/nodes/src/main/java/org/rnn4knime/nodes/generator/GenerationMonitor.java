package org.rnn4knime.nodes.generator;

import java.util.concurrent.CancellationException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.rnn4knime.engine.prediction.GenerationListener;

/** Shows how far the texts are at the node, and stops them when the user cancels. */
final class GenerationMonitor implements GenerationListener {

    private final ExecutionMonitor m_node;

    GenerationMonitor(final ExecutionMonitor node) {
        m_node = node;
    }

    @Override
    public void progress(final double fraction) {
        try {
            m_node.checkCanceled();
        } catch (final CanceledExecutionException e) {
            final var cancellation = new CancellationException("The user cancels the writing of texts.");
            cancellation.initCause(e);
            throw cancellation;
        }
        m_node.setProgress(fraction);
    }
}
