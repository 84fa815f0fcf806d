package org.rnn4knime.nodes.learner;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.SettingRange;
import org.rnn4knime.engine.sequence.Tokenizer;
import org.rnn4knime.nodes.table.ColumnGuess;

/** The section "Input data": which columns mean what, and what is predicted. */
final class InputDataParameters implements NodeParameters {

    @Widget(
            title = "Data layout",
            description =
                    """
                    How the sequences stand in the table: see the small tables in the description of the node. Default:
                    list cells if the table has lists, texts if it has one column of text and one of their labels, else
                    one row a time step.
                    """)
    @RadioButtonsWidget
    @ValueReference(Shown.LayoutReference.class)
    LayoutChoice m_layout = LayoutChoice.ROWS;

    @Widget(
            title = "Predict",
            description =
                    """
                    What the network learns to predict: one value of each whole sequence, one of each time step, or how
                    the target goes on. Default: the next values, if the last column that can be predicted holds
                    numbers; else one value per sequence with list cells and texts, and one per time step with rows.
                    """)
    @ChoicesProvider(LearnerChoices.Predictable.class)
    @ValueReference(Shown.PredictReference.class)
    PredictChoice m_predict = PredictChoice.FUTURE;

    @Widget(
            title = "Target column",
            description =
                    """
                    The column to predict. Numbers are predicted as numbers; text and Booleans are classes, each of
                    which gets a probability. Where numbers stand for classes, turn them into text before, with the
                    node Number to String. With list cells, one value per time step and the next values are lists too.
                    Where the next values are predicted, its own past is what the network reads. Default: the last
                    column with numbers, Booleans or text with few different values.
                    """)
    @ChoicesProvider(LearnerChoices.TargetColumns.class)
    @Effect(predicate = Shown.WithTargetColumn.class, type = EffectType.SHOW)
    String m_targetColumn = "";

    @Widget(
            title = "Feature columns",
            description =
                    """
                    What the network reads at each time step: numbers, Booleans and text, with list cells lists of
                    these. With one column a time step these are the time steps, in the order of the table. Where the
                    next values are predicted the target's own past is read anyway, and features come on top: each is
                    read up to the last time step of the history. The target, the sequence ID and the order column are
                    never features, even if they are included here. Default: none where the next values are predicted,
                    else all columns that fit, which is also what an empty choice stands for.
                    """)
    @ColumnFilterWidget(choicesProvider = LearnerChoices.FeatureColumns.class)
    @Effect(predicate = Shown.WithFeatures.class, type = EffectType.SHOW)
    ColumnFilter m_featureColumns = new ColumnFilter().withExcludeUnknownColumns();

    @Widget(
            title = "Known in the future",
            description =
                    """
                    Features whose values are known before their time, such as the day of the week, holidays or a
                    planned price. Of these the network also reads the value of the time step that it forecasts, and the
                    RNN Forecaster takes them from its table "Known future". A column that is included here is a
                    feature, whether it is one above or not. Default: none.
                    """)
    @ColumnFilterWidget(choicesProvider = LearnerChoices.FeatureColumns.class)
    @Effect(predicate = Shown.WithKnownFuture.class, type = EffectType.SHOW)
    ColumnFilter m_knownFutureColumns = new ColumnFilter().withExcludeUnknownColumns();

    @Widget(
            title = "Text column",
            description =
                    """
                    The column with one text a row. Default: the first text column that does not look like dates or
                    labels.
                    """)
    @ChoicesProvider(LearnerChoices.TextColumns.class)
    @Effect(predicate = Shown.ForText.class, type = EffectType.SHOW)
    String m_textColumn = "";

    @Widget(
            title = "Split into",
            description =
                    """
                    What a time step of a text is. Characters need no large vocabulary and fit any script; with words
                    the sequences are shorter and meaning is nearer, but rare words remain unknown. Default: Characters.
                    """)
    @ValueSwitchWidget
    @Effect(predicate = Shown.ForText.class, type = EffectType.SHOW)
    TokensChoice m_tokens = TokensChoice.CHARACTERS;

    @Widget(
            title = "Lower case",
            description =
                    """
                    Whether large and small letters are the same: there are fewer symbols to learn then, but the next
                    symbols are all small. Default: off.
                    """)
    @Effect(predicate = Shown.ForText.class, type = EffectType.SHOW)
    boolean m_lowerCase;

    @Widget(
            title = "Sequence ID columns",
            description =
                    """
                    The columns that tell several sequences in one table apart, such as a shop, a machine or a customer:
                    rows with the same values in all of them form one sequence, and nothing is learned across the border
                    of two sequences. Where a row holds a whole sequence, they only name it in results. Default: none,
                    so that with one row a time step the whole table is one sequence.
                    """)
    @ColumnFilterWidget(choicesProvider = LearnerChoices.SequenceIdColumns.class)
    ColumnFilter m_sequenceIdColumns = new ColumnFilter().withExcludeUnknownColumns();

    @Widget(
            title = "Order column",
            description =
                    """
                    The column that brings the rows of a sequence into order: numbers, dates, times, or text in ISO form
                    such as <tt>1949-01</tt> or <tt>2024-03-31</tt>, which is what a CSV file gives. The RNN Forecaster
                    continues it. Switched off, the rows count in the order of the table. Default: the first date or
                    time column, else the first text column that looks like dates, else switched off.
                    """)
    @OptionalWidget(defaultProvider = LearnerChoices.DefaultOrderColumn.class)
    @ChoicesProvider(LearnerChoices.OrderColumns.class)
    @Effect(predicate = Shown.ForRows.class, type = EffectType.SHOW)
    Optional<String> m_orderColumn = Optional.empty();

    @Widget(
            title = "Features per time step",
            description =
                    """
                    How many neighboring feature columns make one time step. With 2, the columns
                    <tt>x1, y1, x2, y2, x3, y3</tt> are three time steps of x and y; where the next values are predicted,
                    those of x are. Default: 1.
                    """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MostFeatures.class)
    @Effect(predicate = Shown.ForColumns.class, type = EffectType.SHOW)
    int m_featuresPerStep = 1;

    @Widget(
            title = "Missing values",
            description =
                    """
                    What becomes of a time step in which a value that the network reads is missing; predictions do the
                    same later. Without a target, nothing is learned from a time step or sequence: a warning counts
                    them. Default: Stop.
                    """)
    MissingValuesChoice m_missingValues = MissingValuesChoice.FAIL;

    @Widget(
            title = "Unknown values",
            description =
                    """
                    What becomes of a prediction that would read a value of a text column that was not there in
                    training. The unknown characters and words of a text are read as unknown in any case.
                    Default: No prediction.
                    """,
            advanced = true)
    @ValueSwitchWidget
    @Effect(predicate = Shown.WithFeatures.class, type = EffectType.SHOW)
    UnknownValuesChoice m_unknownValues = UnknownValuesChoice.NO_PREDICTION;

    InputDataParameters() {
        // nothing is known of the table
    }

    InputDataParameters(final NodeParametersInput input) {
        final var guess = input.getInTableSpec(0).map(ColumnGuess::of).orElseGet(ColumnGuess::nothing);
        m_layout = LayoutChoice.valueOf(guess.layout().name());
        m_predict = PredictChoice.valueOf(guess.predict().name());
        m_targetColumn = guess.target().orElse("");
        m_featureColumns = new ColumnFilter(guess.features().toArray(String[]::new)).withExcludeUnknownColumns();
        m_textColumn = guess.text().orElse("");
        m_orderColumn = guess.order();
    }

    /** Names the setting that is null, as the dialog never writes it, or out of range. */
    @Override
    public void validate() throws InvalidSettingsException {
        SettingChecks.checkChosen(m_layout, "Data layout");
        SettingChecks.checkChosen(m_predict, "Predict");
        SettingChecks.checkChosen(m_targetColumn, "Target column");
        SettingChecks.checkChosen(m_textColumn, "Text column");
        SettingChecks.checkChosen(m_tokens, "Split into");
        SettingChecks.checkChosen(m_orderColumn, "Order column");
        SettingChecks.checkChosen(m_missingValues, "Missing values");
        SettingChecks.checkChosen(m_unknownValues, "Unknown values");
        SettingChecks.check(() ->
                SettingRange.requireBetween("Features per time step", m_featuresPerStep, 1, SequenceSettings.LONGEST));
    }

    /** Returns where a time step is, and what is predicted. */
    Task task() {
        return new Task(m_layout, m_predict);
    }

    /** Returns what a symbol of a text is. */
    Tokenizer tokenizer() {
        return new Tokenizer(m_tokens.tokens(), m_lowerCase);
    }

    static final class MostFeatures extends MaxValidation {

        @Override
        protected double getMax() {
            return SequenceSettings.LONGEST;
        }
    }
}
