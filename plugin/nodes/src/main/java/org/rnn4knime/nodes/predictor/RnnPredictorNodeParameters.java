package org.rnn4knime.nodes.predictor;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;

/** All settings of the RNN Predictor, one class a section. */
final class RnnPredictorNodeParameters implements NodeParameters {

    @Layout(OutputSection.class)
    OutputParameters m_output = new OutputParameters();

    @Override
    public void validate() throws InvalidSettingsException {
        m_output.validate();
    }

    @Section(title = "Output")
    interface OutputSection {}
}
