package org.rnn4knime.nodes.inspector;

import java.util.ArrayList;
import java.util.List;
import org.rnn4knime.engine.encoding.NumberEncoder;
import org.rnn4knime.engine.encoding.NumberTarget;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.table.TrainingRecordTable.Entry;

/** The settings that matter for a model, under the names that the dialog of the RNN Learner has for them. */
final class SettingEntries {

    private final RnnModel m_model;

    private final DataSettings m_data;

    private final boolean m_isText;

    private final boolean m_isFuture;

    private final List<Entry> m_entries = new ArrayList<>();

    SettingEntries(final RnnModel model) {
        m_model = model;
        m_data = model.settings().data();
        m_isText = m_data.layout() == SequenceLayout.TEXT;
        m_isFuture = m_data.predict() == Scope.FUTURE;
    }

    /** Returns them in the order of the dialog. */
    List<Entry> all() {
        addData();
        addSequences();
        addEncoding();
        addNetwork();
        m_entries.addAll(new TrainingEntries(m_model).all());
        return m_entries;
    }

    private void addData() {
        final var section = "Input data";
        add(section, "Data layout", Words.of(m_data.layout()));
        add(section, "Predict", Words.of(m_data.predict()));
        if (m_isText) {
            add(
                    section,
                    "Text column",
                    m_isFuture ? m_data.targetColumn() : m_data.featureColumns().get(0));
        }
        if (!m_data.targetColumn().isEmpty() && !(m_isText && m_isFuture)) {
            add(section, "Target column", m_data.targetColumn());
        }
        if (!m_isText) {
            addColumns("Feature columns", m_data.featureColumns());
        }
        addColumns("Known in the future", m_data.knownFutureColumns());
        if (m_isText) {
            add(section, "Split into", Words.of(m_data.tokenizer().tokens()));
            add(section, "Lower case", Words.of(m_data.tokenizer().lowerCase()));
        }
        addColumns("Sequence ID columns", m_data.sequenceIdColumns());
        m_data.orderColumn().ifPresent(column -> add(section, "Order column", column));
        if (m_data.layout() == SequenceLayout.COLUMNS) {
            add(section, "Features per time step", m_data.featuresPerStep());
        }
        add(section, "Missing values", Words.of(m_data.missingValues()));
        if (!m_model.encoders().nominals().isEmpty() && !m_isText) {
            add(section, "Unknown values", Words.of(m_data.unknownValues()));
        }
    }

    private void addColumns(final String name, final List<String> columns) {
        if (!columns.isEmpty()) {
            add("Input data", name, String.join(", ", columns));
        }
    }

    private void addSequences() {
        final var section = "Sequences";
        final var sequences = m_model.settings().sequences();
        if (m_data.isSliding() || m_data.isOneSeries()) {
            add(section, "Sequence length (time steps)", sequences.sequenceLength());
        } else {
            sequences.maximumLength().ifPresent(length -> {
                add(section, "Maximum length", length);
                add(section, "Beyond the maximum length", Words.of(sequences.beyondMaximum()));
            });
        }
        if (m_data.isSliding()) {
            add(section, "Stride", m_model.windowing().stride());
        }
        if (m_isFuture && m_model.encoders().target() instanceof NumberTarget) {
            add(section, "Forecast by", Words.of(sequences.forecastMode()));
            add(section, "Horizon", sequences.horizon());
        }
    }

    private void addEncoding() {
        final var section = "Sequences";
        final var encoding = m_model.settings().encoding();
        final var isNumber = m_model.encoders().target() instanceof NumberTarget;
        if (isNumber || m_model.encoders().features().stream().anyMatch(NumberEncoder.class::isInstance)) {
            add(section, "Normalization", Words.of(encoding.normalization()));
        }
        if (isNumber) {
            add(
                    section,
                    "Logarithm of the target",
                    Words.of(encoding.targetTransform().logarithm()));
        }
        if (isNumber && m_isFuture) {
            final var transform = encoding.targetTransform();
            add(section, "Differences of the target", Words.of(transform.difference()));
            transform.season().ifPresent(steps -> add(section, "Season (time steps)", steps));
            add(section, "Level of a window", Words.of(transform.windowLevel()));
        }
        if (m_isText) {
            encoding.vocabulary().maximumSize().ifPresent(size -> add(section, "Maximum vocabulary size", size));
            add(section, "Minimum count of a symbol", encoding.vocabulary().minimumCount());
        }
    }

    private void addNetwork() {
        final var section = "Network";
        final var network = m_model.settings().network();
        add(section, "Cell type", Words.of(network.cellType()));
        if (network.cellType() == CellType.ELMAN || network.cellType() == CellType.JORDAN) {
            add(section, "Activation", Words.of(network.activation()));
        }
        add(section, "Hidden units", network.hiddenUnits());
        add(section, "Recurrent layers", network.numLayers());
        add(section, "Bidirectional", Words.of(network.bidirectional()));
        if (m_data.predict() != Scope.STEP) {
            add(section, "Summary of the sequence", Words.of(network.summary()));
        }
        add(section, "Dropout", NumberColumn.text(network.dropout()));
        add(section, "Convolution", Words.of(network.convolution().isPresent()));
        network.convolution().ifPresent(convolution -> {
            add(section, "Filters", convolution.filters());
            add(section, "Kernel size", convolution.kernelSize());
            add(section, "Pooling size", convolution.poolingSize());
        });
        if (!m_model.encoders().nominals().isEmpty()) {
            final var encoding = m_model.settings().encoding();
            add(section, "Embedding size", encoding.embeddingSize());
            add(section, "Embed nominal columns with more values than", encoding.mostOneHot());
        }
    }

    private void add(final String section, final String name, final int value) {
        add(section, name, Integer.toString(value));
    }

    private void add(final String section, final String name, final String value) {
        m_entries.add(new Entry(section, name, value));
    }
}
