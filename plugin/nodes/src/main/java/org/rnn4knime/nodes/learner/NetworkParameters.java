package org.rnn4knime.nodes.learner;

import java.util.Optional;
import java.util.stream.Stream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.VocabularySettings;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Summary;

/** The section "Network": what the network is made of. */
final class NetworkParameters implements NodeParameters {

    @Widget(
            title = "Cell type",
            description =
                    """
                    The recurrent cell: what the network remembers from one time step to the next, and how. Start with
                    LSTM, and try GRU too. The simple networks, Elman and Jordan, train faster; they are for sequences
                    where only the last few steps matter, and to compare with. Default: LSTM.
                    """)
    @ValueReference(CellTypeReference.class)
    CellTypeChoice m_cellType = CellTypeChoice.LSTM;

    @Widget(
            title = "Activation",
            description =
                    """
                    The function that bends what a hidden unit of an Elman or Jordan network has summed up; LSTM and
                    GRU have their own. Try ReLU where tanh learns too little from far back, and go back where the loss
                    runs away. Default: tanh.
                    """,
            advanced = true)
    @ValueSwitchWidget
    @Effect(predicate = HasActivation.class, type = EffectType.SHOW)
    ActivationChoice m_activation = ActivationChoice.TANH;

    @Widget(
            title = "Hidden units",
            description =
                    """
                    How many values a recurrent layer works with at each time step, in each direction if the network is
                    bidirectional. More can tell more patterns apart, but take longer to train and learn small tables by
                    heart. Default: 32.
                    """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MostHiddenUnits.class)
    int m_hiddenUnits = 32;

    @Widget(
            title = "Recurrent layers",
            description =
                    """
                    How many recurrent layers lie on top of each other, each reading at every time step what the one
                    below it writes. One is enough for most tables. Try 2 or 3 where there are thousands of rows and
                    more hidden units do not help any more; each layer makes the training longer. Default: 1.
                    """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MostLayers.class)
    int m_numLayers = 1;

    @Widget(
            title = "Bidirectional",
            description =
                    """
                    Whether each recurrent layer also reads the sequence from its end to its beginning, and hands on
                    what both directions found. It often helps where one value per sequence or per time step is
                    predicted, for what comes later tells something too. Where the next values are predicted, nothing
                    behind the window is read and it rarely helps, but has a price: the training takes about twice as
                    long, and the network learns from one value a window, the one behind it, instead of from the next
                    value at each time step. Default: off.
                    """)
    boolean m_bidirectional;

    @Widget(
            title = "Summary of the sequence",
            description =
                    """
                    What the prediction is made from once a sequence or window has been read. The last step knows all of
                    it. Each of the other choices weighs in all steps: try these where what matters may lie anywhere, or
                    where the level or the peaks matter more than how the sequence ends. Where the next values are
                    predicted, the last step also learns from the next value at each time step, provided that the
                    network is neither bidirectional nor has a convolution; the others learn from one value a window, so
                    they need more rows. Of a Jordan network it is the outputs that are summed up. Default: Last step.
                    """,
            advanced = true)
    @Effect(predicate = Shown.WhereStepsAreSummedUp.class, type = EffectType.SHOW)
    SummaryChoice m_summary = SummaryChoice.LAST;

    @Widget(
            title = "Dropout",
            description =
                    """
                    The fraction of the values handed from one layer to the next that is dropped, at random and anew
                    each time, while the network trains; it always predicts with all of them. What a layer remembers from
                    step to step is never dropped, nor is what the last layer of a Jordan network writes, for that is
                    the prediction itself. Try 0.1 to 0.5 where the training loss keeps falling but the validation loss
                    rises. 0 drops nothing, 0.99 is the most. Default: 0.
                    """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = MostDropout.class)
    double m_dropout;

    @Widget(
            title = "Convolution",
            description =
                    """
                    Puts a convolution in front of the recurrent layers; with LSTM that is called a CNN-LSTM. It looks
                    for short patterns of a few neighboring time steps, and pooling then leaves fewer steps to remember.
                    Try it with sequences of a hundred steps or more, such as readings of a sensor. Where the next
                    values are predicted, the network then learns from one value a window, the one behind it, instead of
                    from the next value at each time step. Default: off.
                    """,
            advanced = true)
    @ValueReference(HasConvolution.class)
    boolean m_convolution;

    @Widget(
            title = "Filters",
            description =
                    """
                    How many patterns the convolution learns to find. Choose more where the series has many shapes.
                    Default: 32.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MostHiddenUnits.class)
    @Effect(predicate = HasConvolution.class, type = EffectType.SHOW)
    int m_filters = 32;

    @Widget(
            title = "Kernel size",
            description =
                    """
                    How many neighboring time steps a pattern of the convolution covers. Choose about as many as the
                    shortest shape that matters lasts, fewer than the sequence length. Default: 5.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Longest.class)
    @Effect(predicate = HasConvolution.class, type = EffectType.SHOW)
    int m_kernelSize = 5;

    @Widget(
            title = "Pooling size",
            description =
                    """
                    Of so many time steps in a row, only the largest value of each pattern is kept: 2 leaves half of the
                    steps to the recurrent layers, 1 leaves all, which one value per time step needs. Choose more for
                    long sequences, but far fewer than the sequence length, or nothing is left to remember. Default: 2.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Longest.class)
    @Effect(predicate = HasConvolution.class, type = EffectType.SHOW)
    int m_poolingSize = 2;

    @Widget(
            title = "Embedding size",
            description =
                    """
                    How many numbers the network learns to describe a symbol or a value of text by, where there are too
                    many different ones to give each an input of its own. Values that mean about the same get similar
                    numbers. Choose more where there are thousands of different ones. Default: 16.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = LongestEmbedding.class)
    int m_embeddingSize = 16;

    @Widget(
            title = "Embed nominal columns with more values than",
            description =
                    """
                    Up to so many different values, text is read as one input for each of them (one-hot); with more, by
                    an embedding. That goes for the symbols of texts too. 0 embeds all. Default: 32.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = MostOneHot.class)
    int m_embedAbove = 32;

    /** The same checks as the engine's. A settings file may hold a null choice, which the dialog never writes. */
    @Override
    public void validate() throws InvalidSettingsException {
        SettingChecks.checkChosen(m_cellType, "Cell type");
        SettingChecks.checkChosen(m_activation, "Activation");
        SettingChecks.checkChosen(m_summary, "Summary of the sequence");
        SettingChecks.checked(() -> settings(m_summary.summary()));
        SettingChecks.checked(
                () -> toEncodingSettings(Normalization.NONE, TargetTransform.NONE, VocabularySettings.ALL));
    }

    /** Returns the settings of the engine, without what the dialog hides. */
    NetworkSettings toSettings(final Task task) {
        return settings(task.isSummedUp() ? m_summary.summary() : Summary.LAST);
    }

    /** Returns how values are encoded, given what other sections say of it. */
    EncodingSettings toEncodingSettings(
            final Normalization normalization, final TargetTransform transform, final VocabularySettings vocabulary) {
        return new EncodingSettings(normalization, transform, vocabulary, m_embedAbove, m_embeddingSize);
    }

    private NetworkSettings settings(final Summary summary) {
        return new NetworkSettings(
                m_cellType.cellType(),
                m_hiddenUnits,
                m_numLayers,
                m_bidirectional,
                m_cellType.hasActivation() ? m_activation.activation() : Activation.TANH,
                m_convolution ? Optional.of(new Convolution(m_filters, m_kernelSize, m_poolingSize)) : Optional.empty(),
                summary,
                m_dropout);
    }

    static final class CellTypeReference implements ParameterReference<CellTypeChoice> {}

    static final class HasActivation implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(CellTypeReference.class)
                    .isOneOf(Stream.of(CellTypeChoice.values())
                            .filter(CellTypeChoice::hasActivation)
                            .toArray(CellTypeChoice[]::new));
        }
    }

    static final class HasConvolution implements BooleanReference {}

    static final class MostHiddenUnits extends MaxValidation {

        @Override
        protected double getMax() {
            return NetworkSettings.MOST_HIDDEN_UNITS;
        }
    }

    static final class MostLayers extends MaxValidation {

        @Override
        protected double getMax() {
            return NetworkSettings.MOST_LAYERS;
        }
    }

    static final class MostDropout extends MaxValidation {

        @Override
        protected double getMax() {
            return NetworkSettings.MOST_DROPOUT;
        }
    }

    static final class Longest extends MaxValidation {

        @Override
        protected double getMax() {
            return Convolution.LONGEST;
        }
    }

    static final class LongestEmbedding extends MaxValidation {

        @Override
        protected double getMax() {
            return EncodingSettings.LONGEST_EMBEDDING;
        }
    }

    static final class MostOneHot extends MaxValidation {

        @Override
        protected double getMax() {
            return EncodingSettings.MOST_ONE_HOT;
        }
    }
}
