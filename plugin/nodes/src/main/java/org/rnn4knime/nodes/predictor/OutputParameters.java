package org.rnn4knime.nodes.predictor;

import java.util.Optional;
import java.util.stream.Stream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.widget.OptionalWidget;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;
import org.rnn4knime.nodes.table.PredictionOptions;
import org.rnn4knime.nodes.table.PredictionTable;

/** The section "Output": which results there are, and what they are called. */
final class OutputParameters implements NodeParameters {

    @Widget(
            title = "Change prediction column name",
            description =
                    """
                    The name of the column with the predictions. If the table has a column of that name already, a
                    number is added. Where each of several step columns is predicted, the name of the step column is
                    added in brackets. Default: switched off, the column is called <tt>Prediction (T)</tt> for a target
                    <tt>T</tt>.
                    """)
    @OptionalWidget(defaultProvider = DefaultName.class)
    Optional<String> m_predictionColumn = Optional.empty();

    @Widget(
            title = "Append class probabilities",
            description =
                    """
                    Appends a column <tt>P (T=v)</tt> with the probability of each class <tt>v</tt> of a target
                    <tt>T</tt>. Only where there is one prediction for each row of the result, and the target is text or
                    a Boolean: predictions in lists or of several step columns have no such columns. The classes are
                    known once the model is trained, so before that the columns of the result are not. Default: off.
                    """)
    @Effect(predicate = HasProbabilities.class, type = EffectType.SHOW)
    boolean m_classProbabilities;

    @Widget(
            title = "Append hidden states",
            description =
                    """
                    Appends what the network has in mind when it predicts, in columns <tt>Hidden state 1</tt>,
                    <tt>Hidden state 2</tt> and so on: one for each hidden unit of the last recurrent layer, two if it
                    reads in both directions (first all of the forward, then all of the backward direction). They are
                    the states after the last time step that was read for the prediction, or at the time step itself
                    where each time step has a prediction. Sequences with similar states are similar to the network, so
                    the columns can be clustered or drawn. A network with the cell type Jordan has its own outputs as
                    states. Where predictions are lists or of several step columns, the states are lists. Default: off.
                    """)
    boolean m_hiddenStates;

    /** Names the setting that is null, as the dialog never writes it. */
    @Override
    public void validate() throws InvalidSettingsException {
        CheckUtils.checkSetting(
                m_predictionColumn != null,
                "The setting \"Change prediction column name\" is null: switch it off instead.");
    }

    /** Returns what the user chose; a blank name counts as none. */
    PredictionOptions toOptions() {
        return new PredictionOptions(
                m_predictionColumn.filter(name -> !name.isBlank()), m_classProbabilities, m_hiddenStates);
    }

    private static Optional<RnnModelPortObjectSpec> model(final NodeParametersInput input) {
        return Stream.of(input.getInPortSpecs())
                .filter(RnnModelPortObjectSpec.class::isInstance)
                .map(RnnModelPortObjectSpec.class::cast)
                .findFirst();
    }

    static final class DefaultName implements OptionalWidget.DefaultValueProvider<String> {

        @Override
        public String computeState(final NodeParametersInput input) {
            return model(input)
                    .map(model -> model.data().targetColumn())
                    .filter(target -> !target.isEmpty())
                    .map(target -> "Prediction (" + target + ")")
                    .orElse("Prediction");
        }
    }

    /** Shows the setting too while no model is there: it may have classes. */
    static final class HasProbabilities implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getConstant(input -> model(input)
                    .map(model -> PredictionTable.hasProbabilities(model.columns()))
                    .orElse(true));
        }
    }
}
