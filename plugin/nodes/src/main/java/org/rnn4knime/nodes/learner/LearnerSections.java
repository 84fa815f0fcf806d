package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;

/**
 * The sections of the dialog in the order of the work; KNIME leaves out a section that holds nothing. What a model to
 * continue brings along is not shown where there is a port for one.
 */
interface LearnerSections {

    @Section(title = "Input data")
    @Effect(predicate = Shown.WithoutModel.class, type = EffectType.SHOW)
    interface InputData {}

    @Section(title = "Sequences")
    @After(InputData.class)
    @Effect(predicate = Shown.WithoutModel.class, type = EffectType.SHOW)
    interface Sequences {}

    @Section(title = "Network")
    @After(Sequences.class)
    @Effect(predicate = Shown.WithoutModel.class, type = EffectType.SHOW)
    interface Network {}

    @Section(title = "Training")
    @After(Network.class)
    interface Training {}

    @Section(title = "Gradients")
    @After(Training.class)
    interface Gradients {}

    @Section(title = "Validation and stopping")
    @After(Gradients.class)
    interface Validation {}

    @Section(title = "Output")
    @After(Validation.class)
    interface Output {}
}
