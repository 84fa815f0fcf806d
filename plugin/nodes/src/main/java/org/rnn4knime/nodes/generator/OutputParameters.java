package org.rnn4knime.nodes.generator;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.rnn4knime.engine.prediction.GeneratorSettings;

/** The section "Output": how symbols are chosen, and how long texts become. */
final class OutputParameters implements NodeParameters {

    @Widget(
            title = "Temperature",
            description =
                    """
                    How daring the choice of each symbol is, from 0 to 10. At 1, symbols come up as often as the model
                    finds them probable; less prefers the probable ones, and 0 always takes the most probable one; more
                    gives the improbable ones a chance. Try 0.5 to 0.8 where the texts have too many mistakes.
                    Default: 1.
                    """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Highest.class)
    double m_temperature = 1;

    @Widget(
            title = "Top k",
            description =
                    """
                    From how many of the most probable symbols each one is chosen. Few keep slips out of the texts, but
                    make them less varied. Default: off, so that all symbols can come up.
                    """)
    @OptionalWidget(defaultProvider = DefaultTopK.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MostSymbols.class)
    Optional<Integer> m_topK = Optional.empty();

    @Widget(
            title = "Length",
            description =
                    """
                    The most characters or words that are written of a text, its beginning not counted. Most texts end
                    before, where the model finds that they are complete. Default: 200.
                    """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Longest.class)
    int m_length = 200;

    @Widget(
            title = "Stop symbol",
            description =
                    """
                    The character or word with which a text ends as soon as it is written, such as a full stop for one
                    sentence a text. Write <tt>\\n</tt> for the end of a line and <tt>\\t</tt> for a tab. Default: off,
                    so that a text ends where the model finds that it is complete.
                    """)
    @OptionalWidget(defaultProvider = DefaultStopSymbol.class)
    Optional<String> m_stopSymbol = Optional.empty();

    @Widget(
            title = "Random seed",
            description =
                    """
                    The number that the random choices come from. The same seed, model, beginnings and settings give the
                    same texts; another seed gives others. Default: 1.
                    """,
            advanced = true)
    long m_seed = 1;

    /** The same checks as the engine's, for flow variables bypass the dialog. */
    @Override
    public void validate() throws InvalidSettingsException {
        CheckUtils.checkSetting(m_topK != null, "The setting \"Top k\" is null: switch it off instead.");
        CheckUtils.checkSetting(m_stopSymbol != null, "The setting \"Stop symbol\" is null: switch it off instead.");
        toSettings();
    }

    /** Returns the settings of the engine. */
    GeneratorSettings toSettings() throws InvalidSettingsException {
        try {
            return new GeneratorSettings(
                    m_temperature, m_topK, m_length, m_stopSymbol.map(OutputParameters::unescaped), m_seed);
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private static String unescaped(final String stopSymbol) {
        return switch (stopSymbol) {
            case "\\n" -> "\n";
            case "\\t" -> "\t";
            default -> stopSymbol;
        };
    }

    static final class DefaultTopK implements OptionalWidget.DefaultValueProvider<Integer> {

        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 5;
        }
    }

    static final class DefaultStopSymbol implements OptionalWidget.DefaultValueProvider<String> {

        @Override
        public String computeState(final NodeParametersInput input) {
            return ".";
        }
    }

    static final class Highest extends MaxValidation {

        @Override
        protected double getMax() {
            return GeneratorSettings.HIGHEST;
        }
    }

    static final class MostSymbols extends MaxValidation {

        @Override
        protected double getMax() {
            return GeneratorSettings.MOST_SYMBOLS;
        }
    }

    static final class Longest extends MaxValidation {

        @Override
        protected double getMax() {
            return GeneratorSettings.LONGEST;
        }
    }
}
