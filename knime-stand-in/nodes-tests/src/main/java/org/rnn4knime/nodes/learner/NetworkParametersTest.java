package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.choices.EnumChoice;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.VocabularySettings;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.standin.parameters.ParametersDialog;
import org.rnn4knime.standin.parameters.ParametersInput;
import org.rnn4knime.standin.parameters.ParametersPersistence;

class NetworkParametersTest {

    private static final Task FORECAST = new Task(LayoutChoice.ROWS, PredictChoice.FUTURE);

    private final RnnLearnerNodeParameters m_dialog = new RnnLearnerNodeParameters();

    private final NetworkParameters m_parameters = m_dialog.m_network;

    @Test
    void isAPlainLstmOfOneLayerByDefault() {
        assertEquals(new NetworkSettings(CellType.LSTM, 32), m_parameters.toSettings(FORECAST));
    }

    @Test
    void givesEachSettingToTheEngine() throws InvalidSettingsException {
        final var saved = new NodeSettings("network");
        saved.addString("cellType", "JORDAN");
        saved.addString("activation", "SIGMOID");
        saved.addInt("hiddenUnits", 5);
        saved.addInt("numLayers", 3);
        saved.addBoolean("bidirectional", true);
        saved.addString("summary", "ATTENTION");
        saved.addDouble("dropout", 0.25);
        saved.addBoolean("convolution", true);
        saved.addInt("filters", 6);
        saved.addInt("kernelSize", 7);
        saved.addInt("poolingSize", 4);
        saved.addInt("embeddingSize", 8);
        saved.addInt("embedAbove", 9);

        final var loaded = ParametersPersistence.load(NetworkParameters.class, saved);

        assertEquals(
                new NetworkSettings(
                        CellType.JORDAN,
                        5,
                        3,
                        true,
                        Activation.SIGMOID,
                        Optional.of(new Convolution(6, 7, 4)),
                        Summary.ATTENTION,
                        0.25),
                loaded.toSettings(FORECAST));
        assertEquals(
                new EncodingSettings(Normalization.MIN_MAX, TargetTransform.NONE, VocabularySettings.ALL, 9, 8),
                loaded.toEncodingSettings(Normalization.MIN_MAX, TargetTransform.NONE, VocabularySettings.ALL));
        final var again = new NodeSettings("network");
        ParametersPersistence.save(loaded, again);
        assertEquals(saved, again);
    }

    @ParameterizedTest
    @EnumSource
    void offersEveryCellTypeOfTheEngine(final CellType cellType) {
        m_parameters.m_cellType = CellTypeChoice.valueOf(cellType.name());

        assertEquals(cellType, m_parameters.toSettings(FORECAST).cellType());
    }

    @ParameterizedTest
    @EnumSource
    void offersEveryActivationOfTheEngine(final Activation activation) {
        m_parameters.m_cellType = CellTypeChoice.ELMAN;
        m_parameters.m_activation = ActivationChoice.valueOf(activation.name());

        assertEquals(activation, m_parameters.toSettings(FORECAST).activation());
    }

    @ParameterizedTest
    @EnumSource
    void offersEverySummaryOfTheEngine(final Summary summary) {
        m_parameters.m_summary = SummaryChoice.valueOf(summary.name());

        assertEquals(summary, m_parameters.toSettings(FORECAST).summary());
    }

    @Test
    void ignoresTheSummaryWhereItIsHidden() {
        m_parameters.m_summary = SummaryChoice.MAX;

        assertEquals(
                Summary.LAST,
                m_parameters
                        .toSettings(new Task(LayoutChoice.ROWS, PredictChoice.STEP))
                        .summary());
    }

    @Test
    void embedsWhatHasManyValuesByDefault() {
        assertEquals(
                new EncodingSettings(Normalization.Z_SCORE, TargetTransform.NONE),
                m_parameters.toEncodingSettings(Normalization.Z_SCORE, TargetTransform.NONE, VocabularySettings.ALL));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 32, Embedding size must be from 1 to 4096",
        "4097, 32, Embedding size must be from 1 to 4096",
        "16, -1, Embed nominal columns with more values than must be from 0 to 10000",
        "16, 10001, Embed nominal columns with more values than must be from 0 to 10000"
    })
    void namesANumberOfEmbeddingsThatIsOutOfRange(final int embeddingSize, final int embedAbove, final String message) {
        m_parameters.m_embeddingSize = embeddingSize;
        m_parameters.m_embedAbove = embedAbove;

        final var refusal = assertThrows(InvalidSettingsException.class, m_parameters::validate);

        assertTrue(refusal.getMessage().startsWith(message + ", but is "), refusal::getMessage);
    }

    @ParameterizedTest
    @CsvSource({"LSTM, LSTM", "GRU, GRU", "ELMAN, Elman (simple RNN)", "JORDAN, Jordan"})
    void callsTheCellTypesAsTheLiteratureDoes(final CellTypeChoice choice, final String label) {
        assertEquals(label, EnumChoice.fromEnumConst(choice).text());
    }

    @ParameterizedTest
    @CsvSource({"LSTM, false", "GRU, false", "ELMAN, true", "JORDAN, true"})
    void showsTheActivationOnlyWhereItIsTheUsersChoice(final CellTypeChoice choice, final boolean expected)
            throws NoSuchFieldException {
        m_parameters.m_cellType = choice;

        assertEquals(expected, shows("m_activation"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LSTM", "GRU"})
    void ignoresTheActivationWhereItIsHidden(final CellTypeChoice choice) {
        m_parameters.m_cellType = choice;
        final var settings = m_parameters.toSettings(FORECAST);

        m_parameters.m_activation = ActivationChoice.RELU;

        assertEquals(settings, m_parameters.toSettings(FORECAST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m_filters", "m_kernelSize", "m_poolingSize"})
    void showsTheSizesOfTheConvolutionOnlyIfThereIsOne(final String field) throws NoSuchFieldException {
        assertFalse(shows(field));

        m_parameters.m_convolution = true;

        assertTrue(shows(field));
    }

    @Test
    void ignoresTheSizesOfTheConvolutionWhereTheyAreHidden() {
        m_parameters.m_filters = -1;

        assertEquals(Optional.empty(), m_parameters.toSettings(FORECAST).convolution());
    }

    @Test
    void showsTheUsualSettingsWithoutAskingForMore() {
        final var usual = Arrays.stream(NetworkParameters.class.getDeclaredFields())
                .map(field -> field.getAnnotation(Widget.class))
                .filter(widget -> widget != null && !widget.advanced())
                .map(Widget::title)
                .toList();

        assertEquals("[Cell type, Hidden units, Recurrent layers, Bidirectional, Dropout]", usual.toString());
    }

    @Test
    void allowsWhatTheEngineAllowsAndNoMore() throws InvalidSettingsException {
        m_parameters.m_hiddenUnits = (int) new NetworkParameters.MostHiddenUnits().getMax();
        m_parameters.m_numLayers = (int) new NetworkParameters.MostLayers().getMax();
        m_parameters.m_dropout = new NetworkParameters.MostDropout().getMax();
        m_parameters.m_convolution = true;
        m_parameters.m_filters = (int) new NetworkParameters.MostHiddenUnits().getMax();
        m_parameters.m_kernelSize = (int) new NetworkParameters.Longest().getMax();
        m_parameters.m_poolingSize = (int) new NetworkParameters.Longest().getMax();
        m_parameters.m_embeddingSize = (int) new NetworkParameters.LongestEmbedding().getMax();
        m_parameters.m_embedAbove = (int) new NetworkParameters.MostOneHot().getMax();
        m_parameters.validate();

        final var settings = m_parameters.toSettings(FORECAST);

        assertEquals(NetworkSettings.MOST_HIDDEN_UNITS, settings.hiddenUnits());
        assertEquals(NetworkSettings.MOST_LAYERS, settings.numLayers());
        assertEquals(NetworkSettings.MOST_DROPOUT, settings.dropout());
        assertEquals(
                Optional.of(
                        new Convolution(NetworkSettings.MOST_HIDDEN_UNITS, Convolution.LONGEST, Convolution.LONGEST)),
                settings.convolution());
    }

    private boolean shows(final String field) throws NoSuchFieldException {
        final var effect = NetworkParameters.class.getDeclaredField(field).getAnnotation(Effect.class);
        assertEquals(EffectType.SHOW, effect.type());
        final var input = new ParametersInput(new PortType[0], new PortType[0], new PortObjectSpec[0]);
        return new ParametersDialog(m_dialog, input).holds(effect.predicate());
    }
}
