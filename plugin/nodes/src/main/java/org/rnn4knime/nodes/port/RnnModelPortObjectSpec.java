package org.rnn4knime.nodes.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.knime.core.node.util.CheckUtils;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Inputs;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.nodes.table.ColumnKind;
import org.rnn4knime.nodes.table.HistoryColumns;
import org.rnn4knime.nodes.table.ModelColumns;

/**
 * What the nodes behind the learner need of a model to check their tables and to name their columns: before it is
 * trained all that the settings and the training table tell, and once it is trained the classes too.
 */
public final class RnnModelPortObjectSpec extends AbstractSimplePortObjectSpec {

    private static final int FORMAT_VERSION = 1;

    private ModelColumns m_columns;

    private SequenceSettings m_sequences;

    private String m_cellType;

    private List<String> m_layers = List.of();

    private Optional<Integer> m_hiddenStates = Optional.empty();

    private Optional<List<String>> m_classes = Optional.empty();

    /** For KNIME, which calls {@link #load} next. */
    public RnnModelPortObjectSpec() {
        // the fields come from the file
    }

    /**
     * Of a model that is not trained yet.
     *
     * @param settings what the user decided about the model
     * @param training the columns of the training table, among them all that the settings name
     */
    public RnnModelPortObjectSpec(final RnnSettings settings, final DataTableSpec training) {
        m_columns = ModelColumns.of(settings.data(), training);
        m_sequences = settings.sequences();
        m_cellType = settings.network().cellType().name();
        m_layers = HistoryColumns.layers(settings, m_columns);
        m_hiddenStates = hiddenStates(settings, m_columns.targetKind());
    }

    /**
     * Of a trained model.
     *
     * @param model as trained
     * @param training the columns of the training table
     */
    public RnnModelPortObjectSpec(final RnnModel model, final DataTableSpec training) {
        this(model.settings(), training);
        m_hiddenStates = Optional.of(model.plan().states());
        m_classes = model.encoders().target() instanceof ClassTarget target && !isNextSymbol()
                ? Optional.of(target.names())
                : Optional.empty();
    }

    /**
     * Jordan's network keeps in mind what it writes: as many values as there are classes, which only the training
     * finds.
     */
    private static Optional<Integer> hiddenStates(final RnnSettings settings, final ColumnKind target) {
        if (settings.network().cellType() == CellType.JORDAN && target.single() != ColumnKind.NUMBER) {
            return Optional.empty();
        }
        final var outputs = new Outputs(settings.ahead(), Outputs.Type.NUMBERS, Outputs.Scope.SEQUENCE);
        return Optional.of(new NetworkPlan(Inputs.numbers(1), settings.network(), outputs).states());
    }

    /** Returns the columns that the model needs, and what it predicts. */
    public DataSettings data() {
        return m_columns.data();
    }

    /** Returns the columns that the model needs, to check tables by. */
    public ModelColumns columns() {
        return m_columns;
    }

    /** Returns how windows are cut, and how far forecasts go. */
    public SequenceSettings sequences() {
        return m_sequences;
    }

    /** Returns what the target, the features and the order column held in training, by their names. */
    public Map<String, ColumnKind> kinds() {
        return m_columns.kinds();
    }

    /** Returns what the target held in training; of step columns, what the first of them held. */
    public ColumnKind targetKind() {
        return m_columns.targetKind();
    }

    /** Returns what the order column held in training; empty if the model has none. */
    public Optional<ColumnKind> orderKind() {
        return m_columns.orderKind();
    }

    /** Returns the name of the recurrent cell. */
    public String cellType() {
        return m_cellType;
    }

    /**
     * Returns what the columns of a training history of this model depend on.
     *
     * @param isHeldBack whether something is held back from learning in that training; see
     *     {@link HistoryColumns#isHeldBack}
     */
    public HistoryColumns history(final boolean isHeldBack) {
        return new HistoryColumns(m_layers, isHeldBack, targetKind().single() != ColumnKind.NUMBER);
    }

    /** Returns the number of hidden states of the last recurrent layer; empty while it is not known. */
    public Optional<Integer> hiddenStates() {
        return m_hiddenStates;
    }

    /**
     * Returns the classes that the model tells apart, in their order; empty before it is trained, and of a model
     * without classes. The symbols of texts, which may be very many, do not count as classes.
     */
    public Optional<List<String>> classes() {
        return m_classes;
    }

    /** Returns whether the model continues texts. */
    public boolean isNextSymbol() {
        return data().layout() == SequenceLayout.TEXT && data().predict() == Scope.FUTURE;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addInt("formatVersion", FORMAT_VERSION);
        SpecContent.write(m_columns, model.addModelContent("data"));
        SpecContent.write(m_sequences, model.addModelContent("sequences"));
        model.addString("cellType", m_cellType);
        SpecContent.write("layers", m_layers, model);
        m_hiddenStates.ifPresent(count -> model.addInt("hiddenStates", count));
        m_classes.ifPresent(classes -> SpecContent.write("classes", classes, model));
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
            m_columns = SpecContent.readColumns(model.getModelContent("data"));
            m_sequences = SpecContent.readSequences(model.getModelContent("sequences"));
            m_cellType = SpecContent.text("cellType", model);
            m_layers = SpecContent.texts("layers", model);
            CheckUtils.checkSetting(
                    m_layers.stream().distinct().count() == m_layers.size(), "\"layers\" names a layer twice.");
            m_hiddenStates = SpecContent.optionalNumber("hiddenStates", model);
            m_classes = SpecContent.optionalTexts("classes", model);
            CheckUtils.checkSetting(
                    version > 0 && m_hiddenStates.orElse(1) > 0,
                    "\"formatVersion\" or \"hiddenStates\" is not above 0.");
        } catch (final IllegalArgumentException | InvalidSettingsException e) {
            throw new InvalidSettingsException(
                    "The RNN model is damaged: " + e.getMessage() + " Train or save the model anew.", e);
        }
    }

    /** Reads and writes specs for KNIME. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<RnnModelPortObjectSpec> {}
}
