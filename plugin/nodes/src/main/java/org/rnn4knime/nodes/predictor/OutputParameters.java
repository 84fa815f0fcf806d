package org.rnn4knime.nodes.predictor;

import java.util.Optional;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.OptionalWidget;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;

/** The section "Output": what the results are called. */
final class OutputParameters implements NodeParameters {

    @Widget(
            title = "Change prediction column name",
            description =
                    """
                    The name of the column with the predictions. If the table has a column of that name already, a
                    number is added. Default: switched off, the column is called <tt>Prediction (T)</tt> for a target
                    <tt>T</tt>.
                    """)
    @OptionalWidget(defaultProvider = DefaultName.class)
    Optional<String> m_predictionColumn = Optional.empty();

    /** Returns the name that the user chose, else the one that KNIME's predictors have too. */
    String predictionColumn(final String targetColumn) {
        return m_predictionColumn.filter(name -> !name.isBlank()).orElse("Prediction (" + targetColumn + ")");
    }

    static final class DefaultName implements OptionalWidget.DefaultValueProvider<String> {

        @Override
        public String computeState(final NodeParametersInput input) {
            return input.getInPortSpec(0)
                    .filter(RnnModelPortObjectSpec.class::isInstance)
                    .map(RnnModelPortObjectSpec.class::cast)
                    .map(model -> "Prediction (" + model.data().targetColumn() + ")")
                    .orElse("Prediction");
        }
    }
}
