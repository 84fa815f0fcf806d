package org.rnn4knime.nodes.port;

import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.knime.core.node.util.CheckUtils;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.table.ColumnKind;

/**
 * What is known of a model before it is trained: as much as the nodes behind the learner need to check their tables and
 * to name their columns.
 */
public final class RnnModelPortObjectSpec extends AbstractSimplePortObjectSpec {

    private static final int FORMAT_VERSION = 1;

    private DataSettings m_data;

    private Optional<ColumnKind> m_orderKind;

    private String m_cellType;

    private int m_sequenceLength;

    /** For KNIME, which calls {@link #load} next. */
    public RnnModelPortObjectSpec() {
        m_orderKind = Optional.empty();
    }

    /**
     * @param settings what the user decided about the model
     * @param training the columns of the training table, among them all that the settings name
     */
    public RnnModelPortObjectSpec(final RnnSettings settings, final DataTableSpec training) {
        m_data = settings.data();
        m_orderKind = m_data.orderColumn()
                .map(name -> ColumnKind.of(training.getColumnSpec(name).getType()));
        m_cellType = settings.network().cellType().name();
        m_sequenceLength = settings.sequences().sequenceLength();
    }

    /** Returns the columns that the model needs, and what it predicts. */
    public DataSettings data() {
        return m_data;
    }

    /** Returns what the order column held in training; empty if the model has none. */
    public Optional<ColumnKind> orderKind() {
        return m_orderKind;
    }

    /** Returns the name of the recurrent cell. */
    public String cellType() {
        return m_cellType;
    }

    /** Returns the number of time steps that the network reads for one prediction. */
    public int sequenceLength() {
        return m_sequenceLength;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addInt("formatVersion", FORMAT_VERSION);
        model.addString("layout", m_data.layout().name());
        model.addString("predict", m_data.predict().name());
        model.addString("targetColumn", m_data.targetColumn());
        model.addStringArray("sequenceIdColumns", m_data.sequenceIdColumns().toArray(String[]::new));
        m_data.orderColumn().ifPresent(column -> model.addString("orderColumn", column));
        m_orderKind.ifPresent(kind -> model.addString("orderKind", kind.name()));
        model.addString("cellType", m_cellType);
        model.addInt("sequenceLength", m_sequenceLength);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        final var version = model.getInt("formatVersion");
        CheckUtils.checkSetting(
                version <= FORMAT_VERSION,
                "The RNN model was written by a later version of this extension (format %d, known up to %d). "
                        + "Update the extension \"Recurrent Neural Networks\".",
                version,
                FORMAT_VERSION);
        try {
            m_data = new DataSettings(
                    SequenceLayout.valueOf(model.getString("layout")),
                    Scope.valueOf(model.getString("predict")),
                    model.getString("targetColumn"),
                    List.of(model.getStringArray("sequenceIdColumns")),
                    optionalString(model, "orderColumn"));
            m_orderKind = optionalString(model, "orderKind").map(ColumnKind::valueOf);
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(
                    "The RNN model is damaged: " + e.getMessage() + " Train or save the model anew.", e);
        }
        m_cellType = model.getString("cellType");
        m_sequenceLength = model.getInt("sequenceLength");
    }

    private static Optional<String> optionalString(final ModelContentRO model, final String key)
            throws InvalidSettingsException {
        return model.containsKey(key) ? Optional.of(model.getString(key)) : Optional.empty();
    }

    /** Reads and writes specs for KNIME. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<RnnModelPortObjectSpec> {}
}
