package org.rnn4knime.nodes.learner;

import java.util.Optional;
import java.util.stream.Stream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
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
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.NetworkSettings;

/** The section "Network": what the network is made of. */
final class NetworkParameters implements NodeParameters {

    @Widget(
            title = "Cell type",
            description =
                    """
                    The recurrent cell: what the network remembers from one time step to the next, and how. Start with
                    LSTM, and try GRU too. The simple networks, Elman and Jordan, train faster; they are for series
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
                    below it writes. One is enough for most series. Try 2 or 3 where there are thousands of rows and
                    more hidden units do not help any more; each layer makes the training longer. Default: 1.
                    """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MostLayers.class)
    int m_numLayers = 1;

    @Widget(
            title = "Bidirectional",
            description =
                    """
                    Whether each recurrent layer also reads the window from its end to its beginning, and hands on what
                    both directions found. Nothing behind the window is read, so the value to forecast stays unseen.
                    When forecasting, this rarely helps, for the window holds the past alone, and it has a price: the
                    training takes about twice as long, and the network learns from one value a window, the one behind
                    it, instead of from the next value at each time step. Try it where there are thousands of rows.
                    Default: off.
                    """)
    boolean m_bidirectional;

    @Widget(
            title = "Summary of the sequence",
            description =
                    """
                    What the forecast is made from once a window has been read. The last step knows the whole window,
                    and with it the network learns from the next value at each time step, provided that it is neither
                    bidirectional nor has a convolution. Each of the other choices weighs in all steps and learns from
                    one value a window, the one behind it, so it needs more rows. Try these where the level or the
                    peaks of a window matter more than how it ends. Of a Jordan network it is the outputs that are
                    summed up. Default: Last step.
                    """,
            advanced = true)
    SummaryChoice m_summary = SummaryChoice.LAST;

    @Widget(
            title = "Dropout",
            description =
                    """
                    The fraction of the values handed from one layer to the next that is dropped, at random and anew
                    each time, while the network trains; it always predicts with all of them. What a layer remembers from
                    step to step is never dropped, nor is what the last layer of a Jordan network writes, for that is
                    the forecast itself. Try 0.1 to 0.5 where the training loss keeps falling but the validation loss
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
                    Try it with sequences of a hundred steps or more, such as readings of a sensor. With it the network
                    learns from one value a window, the one behind it, instead of from the next value at each time step.
                    Default: off.
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
                    steps to the recurrent layers, 1 leaves all. Choose more for long sequences, but far fewer than the
                    sequence length, or nothing is left to remember. Default: 2.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Longest.class)
    @Effect(predicate = HasConvolution.class, type = EffectType.SHOW)
    int m_poolingSize = 2;

    /** The same checks as the engine's. A settings file may hold a null choice, which the dialog never writes. */
    @Override
    public void validate() throws InvalidSettingsException {
        checkChosen(m_cellType, "cellType");
        checkChosen(m_activation, "activation");
        checkChosen(m_summary, "summary");
        try {
            toSettings();
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private static void checkChosen(final Enum<?> choice, final String key) throws InvalidSettingsException {
        CheckUtils.checkSetting(choice != null, "Nothing is chosen: the setting \"%s\" is null.", key);
    }

    /** Returns the settings of the engine, without what the dialog hides. */
    NetworkSettings toSettings() {
        return new NetworkSettings(
                m_cellType.cellType(),
                m_hiddenUnits,
                m_numLayers,
                m_bidirectional,
                m_cellType.hasActivation() ? m_activation.activation() : Activation.TANH,
                m_convolution ? Optional.of(new Convolution(m_filters, m_kernelSize, m_poolingSize)) : Optional.empty(),
                m_summary.summary(),
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
}
