package org.rnn4knime.standin.runner.execution;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.Node;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.rnn4knime.standin.core.ProgressListener;
import org.rnn4knime.standin.core.StatusListener;
import org.rnn4knime.standin.runner.workflow.SavedNode;
import org.rnn4knime.standin.workflow.WorkflowDirectory;

/** One node: its settings loaded, configured, executed. */
final class NodeRun {

    private final SavedNode saved;

    private final Node node;

    private final AtomicReference<String> message = new AtomicReference<>("");

    NodeRun(final SavedNode saved, final Node node) {
        this.saved = saved;
        this.node = node;
    }

    /**
     * Runs the node.
     *
     * @param inputs its inputs; index 0 is that of the flow variables, an optional input may be missing
     * @param directory the workflow's directory
     * @return how it went; the outputs are the node's
     */
    NodeResult run(
            final PortObject[] inputs, final Path directory, final NodeWorker worker, final RunListener listener) {
        final StatusListener statusListener = status -> message.set(status.message());
        final ProgressListener progressListener =
                (fraction, progress) -> listener.progressed(saved, fraction, progress);
        node.addMessageListener(statusListener);
        final var monitor = new DefaultNodeProgressMonitor(progressListener);
        final var start = System.nanoTime();
        var state = NodeState.FAILED;
        try {
            state = worker.call(
                    monitor,
                    () -> WorkflowDirectory.callIn(
                            directory, () -> attempt(inputs, new ExecutionContext(monitor, node), worker)));
        } catch (final ExecutionException exception) {
            // Node tells of whatever a model throws; what arrives here, for example no memory, it could not handle.
            message.set(String.valueOf(exception.getCause()));
        } finally {
            node.removeMessageListener(statusListener);
        }
        final var seconds = (double) (System.nanoTime() - start) / TimeUnit.SECONDS.toNanos(1);
        return NodeResult.of(saved, state, message.get(), seconds);
    }

    private NodeState attempt(final PortObject[] inputs, final ExecutionContext context, final NodeWorker worker) {
        final var missing = missingInput(inputs);
        if (missing.isPresent()) {
            message.set(missing.get());
            return NodeState.FAILED;
        }
        try {
            if (saved.settings().containsKey(Node.CFG_MODEL)) {
                node.loadSettingsFrom(saved.settings());
            }
        } catch (final InvalidSettingsException exception) {
            message.set(exception.getMessage());
            return NodeState.FAILED;
        }
        final var specs = Arrays.stream(inputs)
                .map(input -> input == null ? null : input.getSpec())
                .toArray(PortObjectSpec[]::new);
        // Nodes get no execution environment: that is for loops and wizards.
        if (node.configure(specs) && node.execute(inputs, null, context)) {
            return NodeState.EXECUTED;
        }
        return worker.isCanceled() ? NodeState.CANCELED : NodeState.FAILED;
    }

    private Optional<String> missingInput(final PortObject[] inputs) {
        for (var port = 1; port < inputs.length; port++) {
            if (inputs[port] == null && !node.getInputType(port).isOptional()) {
                return Optional.of("Input " + port + " is not connected. Connect it, or remove the node.");
            }
        }
        return Optional.empty();
    }
}
