package org.rnn4knime.nodes.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.rnn4knime.engine.model.ModelFile;
import org.rnn4knime.engine.model.RnnModel;

/** A trained model at a port. Its file holds the engine's model file as its one entry. */
public final class RnnModelPortObject extends AbstractPortObject {

    /** The type of ports that take and give models. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(RnnModelPortObject.class);

    private static final String ENTRY = "model.rnn";

    private RnnModel m_model;

    private RnnModelPortObjectSpec m_spec;

    /** For KNIME, which calls {@link #load} next. */
    public RnnModelPortObject() {
        // the fields come from the file
    }

    /**
     * @param model as trained
     * @param spec of the same model
     */
    public RnnModelPortObject(final RnnModel model, final RnnModelPortObjectSpec spec) {
        m_model = model;
        m_spec = spec;
    }

    /** Returns the model. */
    public RnnModel model() {
        return m_model;
    }

    @Override
    public RnnModelPortObjectSpec getSpec() {
        return m_spec;
    }

    @Override
    public String getSummary() {
        return m_model.summary();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    protected void save(final PortObjectZipOutputStream out, final ExecutionMonitor monitor) throws IOException {
        out.putNextEntry(new ZipEntry(ENTRY));
        ModelFile.write(m_model, out);
        out.closeEntry();
    }

    @Override
    protected void load(final PortObjectZipInputStream in, final PortObjectSpec spec, final ExecutionMonitor monitor)
            throws IOException {
        final var entry = in.getNextEntry();
        if (entry == null || !ENTRY.equals(entry.getName())) {
            throw new IOException("The file holds no RNN model: its first entry is not \"" + ENTRY + "\".");
        }
        m_model = ModelFile.read(in);
        m_spec = (RnnModelPortObjectSpec) spec;
    }

    /** Reads and writes models for KNIME. */
    public static final class Serializer extends AbstractPortObjectSerializer<RnnModelPortObject> {}
}
