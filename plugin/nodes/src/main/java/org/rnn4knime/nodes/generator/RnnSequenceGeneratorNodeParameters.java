package org.rnn4knime.nodes.generator;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;

/** All settings of the RNN Sequence Generator, one class a section. */
final class RnnSequenceGeneratorNodeParameters implements NodeParameters {

    @Layout(BeginningsSection.class)
    BeginningParameters m_data;

    @Layout(OutputSection.class)
    OutputParameters m_output = new OutputParameters();

    RnnSequenceGeneratorNodeParameters() {
        m_data = new BeginningParameters();
    }

    RnnSequenceGeneratorNodeParameters(final NodeParametersInput input) {
        m_data = new BeginningParameters(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        m_data.validate();
        m_output.validate();
    }

    @Section(title = "Beginnings")
    interface BeginningsSection {}

    @Section(title = "Output")
    @After(BeginningsSection.class)
    interface OutputSection {}
}
