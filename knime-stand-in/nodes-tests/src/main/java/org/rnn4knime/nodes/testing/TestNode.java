package org.rnn4knime.nodes.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.Node;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeFactory;
import org.rnn4knime.standin.core.NodeStatus.Severity;
import org.rnn4knime.standin.core.StatusListener;

/** A node without a workflow, driven as KNIME drives it. Ports count from 0, without the port of flow variables. */
public final class TestNode {

    private final Node m_node;

    private final NodeProgressMonitor m_progress = new DefaultNodeProgressMonitor();

    private final List<String> m_messages = new ArrayList<>();

    /**
     * @param factory makes the node
     * @param addedPorts the groups of ports that the user adds, each for what it can carry
     */
    public TestNode(final DefaultNodeFactory factory, final String... addedPorts) {
        final var configuration = factory.createNodeCreationConfig();
        final var groups = configuration.getPortConfig().orElseThrow().getExtendablePorts();
        Stream.of(addedPorts).map(groups::get).forEach(group -> group.addPort(group.getSupportedPortTypes()[0]));
        m_node = new Node(factory, configuration);
        m_node.addMessageListener((StatusListener) status -> {
            if (status.severity() != Severity.RESET) {
                m_messages.add(status.message());
            }
        });
    }

    /** Returns the words of the node. */
    public NodeDescription description() {
        return m_node.invokeGetNodeDescription();
    }

    /** Changes the settings in a group, given as its path such as "sequences/targetTransform". */
    public TestNode change(final String path, final Consumer<NodeSettings> change) throws InvalidSettingsException {
        final var settings = settings();
        var group = settings;
        for (final var key : path.split("/")) {
            group = group.getNodeSettings(key);
        }
        change.accept(group);
        m_node.loadModelSettingsFrom(settings);
        return this;
    }

    /** Returns the settings as they are saved. */
    public NodeSettings settings() {
        final var settings = new NodeSettings("model");
        m_node.saveModelSettingsTo(settings);
        return settings;
    }

    /** Configures the node and returns whether it can be executed; a new node makes its default settings first. */
    public boolean configure(final PortObjectSpec... inputs) {
        m_messages.clear();
        return m_node.configure(Stream.concat(Stream.of((PortObjectSpec) null), Stream.of(inputs))
                .toArray(PortObjectSpec[]::new));
    }

    /** Returns what is known of an output before the node is executed. */
    public PortObjectSpec spec(final int output) {
        return m_node.getOutputSpec(output + 1);
    }

    /** Configures and executes the node; returns whether it succeeded. */
    public boolean execute(final PortObject... inputs) {
        if (!configure(Stream.of(inputs).map(PortObject::getSpec).toArray(PortObjectSpec[]::new))) {
            return false;
        }
        final var objects =
                Stream.concat(Stream.of((PortObject) null), Stream.of(inputs)).toArray(PortObject[]::new);
        return m_node.execute(objects, null, new ExecutionContext(m_progress, m_node));
    }

    /** Returns an output of the executed node. */
    public PortObject output(final int output) {
        return m_node.getOutputObject(output + 1);
    }

    /** Returns an output of the executed node that is a table. */
    public BufferedDataTable table(final int output) {
        return (BufferedDataTable) output(output);
    }

    /** Returns the monitor that the node reports to while it runs, and that cancels it. */
    public NodeProgressMonitor progress() {
        return m_progress;
    }

    /** Returns all that the node said since it was last configured, one after the other; empty if nothing. */
    public String message() {
        return String.join("\n", m_messages);
    }
}
