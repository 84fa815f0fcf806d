package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;

/** The sections of the dialog in the order of the work; KNIME leaves out a section that holds nothing. */
interface LearnerSections {

    @Section(title = "Input data")
    interface InputData {}

    @Section(title = "Sequences")
    @After(InputData.class)
    interface Sequences {}

    @Section(title = "Network")
    @After(Sequences.class)
    interface Network {}

    @Section(title = "Training")
    @After(Network.class)
    interface Training {}

    @Section(title = "Output")
    @After(Training.class)
    interface Output {}
}
