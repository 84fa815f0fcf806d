package org.knime.core.node;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.PortUtil;
import org.knime.core.node.workflow.ExecutionEnvironment;
import org.knime.core.node.workflow.NodeMessageListener;
import org.rnn4knime.standin.core.NodeStatus;
import org.rnn4knime.standin.core.NodeStatus.Severity;
import org.rnn4knime.standin.core.StatusListener;

/**
 * A node of a workflow: configured, then executed. Ports count from the flow variables' port 0, which may stay
 * unconnected and carries nothing here, so a node's first own port is 1.
 */
public final class Node {

    public static final String CFG_MODEL = "model";

    public static final String EXECUTE_FAILED_PREFIX = "Execute failed: ";

    private static final PortType FLOW_VARIABLES =
            PortTypeRegistry.getInstance().getPortType(PortObject.class, true);

    private final NodeFactory<NodeModel> m_factory;
    private final NodeModel m_model;
    private final Optional<ModifiableNodeCreationConfiguration> m_creationConfig;
    private final List<NodeMessageListener> m_listeners = new CopyOnWriteArrayList<>();
    private String m_name;
    private boolean m_configured;
    private PortObjectSpec[] m_outSpecs;
    private PortObject[] m_outObjects;
    private PortObject[] m_heldObjects = new PortObject[0];

    public Node(final NodeFactory<NodeModel> factory) {
        this(factory, null);
    }

    /** Creates the model with the ports of the configuration, which is null for a factory whose ports never differ. */
    public Node(final NodeFactory<NodeModel> factory, final ModifiableNodeCreationConfiguration creationConfig) {
        m_factory = factory;
        m_creationConfig = Optional.ofNullable(creationConfig);
        m_model = creationConfig == null ? factory.createNodeModel() : factory.createNodeModel(creationConfig);
        m_model.addWarningListener(this::warn);
        m_name = factory.getNodeName();
        cleanOutPorts();
    }

    public NodeModel getNodeModel() {
        return m_model;
    }

    /** The words of the node. */
    public NodeDescription invokeGetNodeDescription() {
        return m_factory.description();
    }

    public Optional<ModifiableNodeCreationConfiguration> getCopyOfCreationConfig() {
        return m_creationConfig.map(ModifiableNodeCreationConfiguration::copy);
    }

    public String getName() {
        return m_name;
    }

    public void setName(final String name) {
        m_name = name;
    }

    public int getNrInPorts() {
        return m_model.getNrInPorts() + 1;
    }

    public int getNrOutPorts() {
        return m_model.getNrOutPorts() + 1;
    }

    public PortType getInputType(final int index) {
        return index == 0 ? FLOW_VARIABLES : m_model.getInPortType(index - 1);
    }

    /** The spec after configure or execute, null as long as it is not known. */
    public PortObjectSpec getOutputSpec(final int index) {
        return m_outSpecs[index];
    }

    /** The output after execute, null before. */
    public PortObject getOutputObject(final int index) {
        return m_outObjects[index];
    }

    /** What the model keeps for its view. */
    public PortObject[] getInternalHeldPortObjects() {
        return m_heldObjects.clone();
    }

    public void addMessageListener(final NodeMessageListener listener) {
        m_listeners.add(listener);
    }

    public void removeMessageListener(final NodeMessageListener listener) {
        m_listeners.remove(listener);
    }

    private void tell(final Severity severity, final String message) {
        final var status = new NodeStatus(severity, message);
        for (final var listener : m_listeners) {
            if (listener instanceof StatusListener hearing) {
                hearing.statusChanged(status);
            }
        }
    }

    private void warn(final Message warning) {
        if (warning == null) {
            tell(Severity.RESET, "");
        } else {
            tell(Severity.WARNING, warning.getSummary());
        }
    }

    /** Loads the settings of a node's settings.xml, or of such a group. */
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        loadModelSettingsFrom(settings.getNodeSettings(CFG_MODEL));
    }

    /** Loads the settings that lie in the group "model". */
    public void loadModelSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        m_model.validateSettings(settings);
        m_model.loadValidatedSettingsFrom(settings);
    }

    public void saveModelSettingsTo(final NodeSettingsWO settings) {
        m_model.saveSettingsTo(settings);
    }

    /** Computes the specs of the outputs; false when an input is missing or the model refuses, which it then says. */
    public boolean configure(final PortObjectSpec[] inSpecs) {
        tell(Severity.RESET, "");
        cleanOutPorts();
        m_configured = false;
        for (var i = 1; i < inSpecs.length; i++) {
            if (inSpecs[i] == null && !getInputType(i).isOptional()) {
                return false;
            }
            if (inSpecs[i] != null && !getInputType(i).acceptsPortObjectSpec(inSpecs[i])) {
                tell(
                        Severity.ERROR,
                        "Input " + i + " takes " + getInputType(i) + ", but is connected with "
                                + inSpecs[i].getClass().getSimpleName());
                return false;
            }
        }
        m_configured = configureModel(Arrays.copyOfRange(inSpecs, 1, inSpecs.length));
        return m_configured;
    }

    private boolean configureModel(final PortObjectSpec[] inSpecs) {
        m_model.setWarning(null);
        try {
            final var outSpecs = m_model.configureModel(inSpecs);
            System.arraycopy(outSpecs, 0, m_outSpecs, 1, outSpecs.length);
            return true;
        } catch (final InvalidSettingsException refusal) {
            tell(Severity.WARNING, refusal.getMessage());
        } catch (final RuntimeException problem) {
            NodeLogger.getLogger(Node.class).debug("Configure failed", problem);
            tell(
                    Severity.ERROR,
                    "Configure failed (" + problem.getClass().getSimpleName() + "): " + problem.getMessage());
        }
        return false;
    }

    /** Runs the configured model; false when it failed or was cancelled, which the message says. */
    public boolean execute(
            final PortObject[] inObjects, final ExecutionEnvironment environment, final ExecutionContext exec) {
        if (!m_configured) {
            throw new IllegalStateException("The node " + m_name + " must be configured before it is executed");
        }
        tell(Severity.RESET, "");
        m_model.setWarning(null);
        try {
            final var outObjects = m_model.executeModel(copyInputs(inObjects, exec), exec);
            for (var i = 0; i < outObjects.length; i++) {
                m_outObjects[i + 1] = outObjects[i];
                m_outSpecs[i + 1] = outObjects[i].getSpec();
            }
            m_heldObjects = m_model instanceof PortObjectHolder holder
                    ? holder.getInternalPortObjects().clone()
                    : new PortObject[0];
            return true;
        } catch (final Exception | LinkageError problem) {
            final var canceled = isCanceled(problem, exec);
            reset();
            if (canceled) {
                tell(Severity.WARNING, CanceledExecutionException.DEFAULT_CANCEL_MESSAGE.getSummary());
            } else {
                NodeLogger.getLogger(Node.class).debug("Execute failed", problem);
                tell(Severity.ERROR, failure(problem));
            }
            return false;
        }
    }

    /** KNIME hands each node a copy of a model, so that no node can change another's. */
    private PortObject[] copyInputs(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        final var copies = new PortObject[inObjects.length - 1];
        for (var i = 1; i < inObjects.length; i++) {
            final var object = inObjects[i];
            if (object == null && !getInputType(i).isOptional()) {
                throw new KNIMEException("Couldn't get data from predecessor (Port No." + i + ").");
            }
            copies[i - 1] = object == null || object instanceof BufferedDataTable
                    ? object
                    : copyPortObject(object, exec.createSubExecutionContext(0));
        }
        return copies;
    }

    /** Writes the object in KNIME's zip form and reads it back. */
    public static PortObject copyPortObject(final PortObject object, final ExecutionContext exec)
            throws IOException, CanceledExecutionException {
        final var bytes = new ByteArrayOutputStream();
        PortUtil.writeObjectToStream(object, bytes, exec);
        return PortUtil.readObjectFromStream(new ByteArrayInputStream(bytes.toByteArray()), exec);
    }

    /** Also clears the thread's interrupt, which a cancel may have set, before the thread goes on. */
    private static boolean isCanceled(final Throwable problem, final ExecutionContext exec) {
        var canceled = problem instanceof CanceledExecutionException || problem instanceof InterruptedException;
        try {
            exec.checkCanceled();
        } catch (final CanceledExecutionException alsoCanceled) {
            canceled = true;
        }
        return Thread.interrupted() || canceled;
    }

    private static String failure(final Throwable problem) {
        if (problem instanceof KNIMEException explained) {
            return explained.getKNIMEMessage().getSummary();
        }
        final var message = problem.getMessage();
        // a word alone, as "null" or a key, does not tell what happened
        return EXECUTE_FAILED_PREFIX
                + (message != null && message.length() >= 5
                        ? message
                        : "(\"" + problem.getClass().getSimpleName() + "\"): " + message);
    }

    /** Takes back the outputs; the node must be configured again. */
    public void reset() {
        m_model.reset();
        m_configured = false;
        m_heldObjects = new PortObject[0];
        tell(Severity.RESET, "");
        cleanOutPorts();
    }

    public void cleanOutPorts() {
        m_outSpecs = new PortObjectSpec[getNrOutPorts()];
        m_outObjects = new PortObject[getNrOutPorts()];
    }

    @Override
    public String toString() {
        return "Node @" + hashCode() + " [" + m_name + "]";
    }
}
