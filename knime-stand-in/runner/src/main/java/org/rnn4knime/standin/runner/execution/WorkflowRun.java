package org.rnn4knime.standin.runner.execution;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.knime.core.data.DataTable;
import org.knime.core.node.Node;
import org.knime.core.node.port.PortObject;
import org.rnn4knime.standin.runner.workflow.RunRefusedException;
import org.rnn4knime.standin.runner.workflow.SavedNode;
import org.rnn4knime.standin.runner.workflow.SavedWorkflow;

/**
 * A workflow with its nodes, run from beginning to end. Where a node fails, those that need it stay idle and the others
 * go on, as in KNIME.
 */
public final class WorkflowRun {

    private final SavedWorkflow workflow;

    private final Path directory;

    private final NodeWorker worker;

    private final Map<Integer, Node> nodes = new HashMap<>();

    private final Map<Integer, NodeResult> results = new LinkedHashMap<>();

    private WorkflowRun(final SavedWorkflow workflow, final Path directory, final NodeWorker worker) {
        this.workflow = workflow;
        this.directory = directory;
        this.worker = worker;
    }

    /**
     * Makes the nodes of a workflow.
     *
     * @param directory the directory where the workflow runs
     * @param registry where the nodes come from
     * @param worker what executes them
     * @throws RunRefusedException if a node is not installed or lacks a port that is connected
     */
    public static WorkflowRun load(
            final SavedWorkflow workflow, final Path directory, final NodeRegistry registry, final NodeWorker worker)
            throws RunRefusedException {
        final var run = new WorkflowRun(workflow, directory, worker);
        final var loader = new NodeLoader(registry);
        for (final var saved : workflow.nodes()) {
            run.nodes.put(saved.id(), loader.load(saved));
            run.results.put(saved.id(), NodeResult.idle(saved, ""));
        }
        for (final var connection : workflow.connections()) {
            run.checkPort("input", connection.targetPort(), connection.target(), Node::getNrInPorts);
            run.checkPort("output", connection.sourcePort(), connection.source(), Node::getNrOutPorts);
        }
        return run;
    }

    private void checkPort(final String kind, final int port, final int id, final ToIntFunction<Node> count)
            throws RunRefusedException {
        final var ports = count.applyAsInt(nodes.get(id));
        if (port < 0 || port >= ports) {
            throw new RunRefusedException("A connection goes to " + kind + " " + port + " of " + workflow.node(id)
                    + ", which has only " + (ports - 1) + " here. Remove it, or run the workflow in KNIME.");
        }
    }

    /** Runs each node whose inputs are there. */
    public void execute(final RunListener listener) {
        for (final var saved : workflow.nodes()) {
            final var result = isReady(saved)
                    ? new NodeRun(saved, nodes.get(saved.id())).run(inputs(saved), directory, worker, listener)
                    : NodeResult.idle(saved, "");
            results.put(saved.id(), result);
            listener.finished(result);
        }
    }

    private boolean isReady(final SavedNode saved) {
        return !worker.isCanceled()
                && workflow.inputsOf(saved).stream()
                        .allMatch(connection -> results.get(connection.source()).state() == NodeState.EXECUTED);
    }

    private PortObject[] inputs(final SavedNode saved) {
        final var inputs = new PortObject[nodes.get(saved.id()).getNrInPorts()];
        for (final var connection : workflow.inputsOf(saved)) {
            inputs[connection.targetPort()] = nodes.get(connection.source()).getOutputObject(connection.sourcePort());
        }
        return inputs;
    }

    /** How each node's run went, in the order of execution; those that were not run yet are idle. */
    public List<NodeResult> results() {
        return List.copyOf(results.values());
    }

    /**
     * A table that a node made.
     *
     * @param id the node's ID
     * @param port its output port, from 1
     * @return the table; empty if the node was not executed or has no such table
     */
    public Optional<DataTable> table(final int id, final int port) {
        return Optional.ofNullable(nodes.get(id))
                .filter(node -> port > 0 && port < node.getNrOutPorts())
                .map(node -> node.getOutputObject(port))
                .filter(DataTable.class::isInstance)
                .map(DataTable.class::cast);
    }
}
