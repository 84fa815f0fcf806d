package org.knime.core.node;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.message.Message;
import org.knime.core.node.message.MessageBuilder;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** What a node does: its settings, the specs of its outputs before it runs, and its run. */
public abstract class NodeModel implements AbstractNodeView.ViewableModel {

    private final NodeLogger m_logger = NodeLogger.getLogger(getClass());
    private final List<NodeModelWarningListener> m_warningListeners = new CopyOnWriteArrayList<>();
    private final PortType[] m_inPorts;
    private final PortType[] m_outPorts;
    private Optional<Message> m_warning = Optional.empty();

    /** A model with this many tables in and out. */
    protected NodeModel(final int inTables, final int outTables) {
        this(tables(inTables), tables(outTables));
    }

    protected NodeModel(final PortType[] inPorts, final PortType[] outPorts) {
        m_inPorts = inPorts.clone();
        m_outPorts = outPorts.clone();
    }

    private static PortType[] tables(final int count) {
        final var types = new PortType[count];
        Arrays.fill(types, BufferedDataTable.TYPE);
        return types;
    }

    protected final int getNrInPorts() {
        return m_inPorts.length;
    }

    protected final int getNrOutPorts() {
        return m_outPorts.length;
    }

    protected final PortType getInPortType(final int index) {
        return m_inPorts[index];
    }

    protected final PortType getOutPortType(final int index) {
        return m_outPorts[index];
    }

    protected final NodeLogger getLogger() {
        return m_logger;
    }

    protected abstract void saveSettingsTo(NodeSettingsWO settings);

    protected abstract void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

    protected abstract void loadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;

    protected abstract void loadInternals(File directory, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

    protected abstract void saveInternals(File directory, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

    protected abstract void reset();

    protected void onDispose() {}

    /** The specs of the outputs, each null if it cannot be known yet; a model with tables alone overrides the other. */
    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        return configure(Arrays.copyOf(inSpecs, inSpecs.length, DataTableSpec[].class));
    }

    protected DataTableSpec[] configure(final DataTableSpec[] inSpecs) throws InvalidSettingsException {
        throw new InvalidSettingsException(getClass().getName() + " does not say how it is configured");
    }

    /** The outputs; a model with tables alone overrides the other. */
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        return execute(Arrays.copyOf(inObjects, inObjects.length, BufferedDataTable[].class), exec);
    }

    protected BufferedDataTable[] execute(final BufferedDataTable[] inTables, final ExecutionContext exec)
            throws Exception {
        throw new IOException(getClass().getName() + " does not say what it executes");
    }

    final PortObjectSpec[] configureModel(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        final var outSpecs = configure(inSpecs);
        // null is how a model says that it knows no spec at all
        final var complete = outSpecs == null ? new PortObjectSpec[m_outPorts.length] : outSpecs;
        checkCount(complete.length, "specs");
        for (var i = 0; i < complete.length; i++) {
            final var spec = complete[i];
            if (spec != null && !m_outPorts[i].acceptsPortObjectSpec(spec)) {
                throw new IllegalStateException(wrong(i, spec));
            }
        }
        return complete;
    }

    final PortObject[] executeModel(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        final var outObjects = execute(inObjects, exec);
        checkCount(outObjects.length, "objects");
        for (var i = 0; i < outObjects.length; i++) {
            if (outObjects[i] == null || !m_outPorts[i].acceptsPortObject(outObjects[i])) {
                throw new IllegalStateException(wrong(i, outObjects[i]));
            }
        }
        return outObjects;
    }

    private void checkCount(final int count, final String what) {
        if (count != m_outPorts.length) {
            throw new IllegalStateException(
                    "The node has " + m_outPorts.length + " outputs, but gave " + count + " " + what);
        }
    }

    private String wrong(final int index, final Object found) {
        return "Output " + (index + 1) + " is of type " + m_outPorts[index] + ", but the node gave "
                + (found == null ? "nothing" : found.getClass().getName());
    }

    protected final MessageBuilder createMessageBuilder() {
        return Message.builder();
    }

    protected final void setWarning(final Message warning) {
        final var now = Optional.ofNullable(warning);
        if (!Objects.equals(m_warning, now)) {
            m_warning = now;
            m_warningListeners.forEach(listener -> listener.warningChanged(warning));
        }
    }

    /** Shows a warning to the user; null takes it back. */
    protected final void setWarningMessage(final String warning) {
        setWarning(warning == null ? null : Message.fromSummary(warning));
    }

    /** The warning, null without one. */
    protected final String getWarningMessage() {
        return m_warning.map(Message::getSummary).orElse(null);
    }

    public void addWarningListener(final NodeModelWarningListener listener) {
        m_warningListeners.add(listener);
    }

    public void removeWarningListener(final NodeModelWarningListener listener) {
        m_warningListeners.remove(listener);
    }
}
