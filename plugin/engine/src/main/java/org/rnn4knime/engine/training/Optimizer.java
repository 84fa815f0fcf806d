package org.rnn4knime.engine.training;

import org.rnn4knime.engine.model.OptimizerState;

/** Moves parameters against their gradient, one step after the other. It belongs to one training and one thread. */
interface Optimizer {

    /**
     * Changes the parameters by one step. What is no number in the gradient is no number in the parameters either.
     *
     * @param parameters changed in place
     * @param gradient the slope of the loss by each parameter; only read
     * @param learningRate the size of the step
     */
    void step(float[] parameters, float[] gradient, double learningRate);

    /** A copy of what it remembers; an optimizer that is made from it goes on bit for bit as this one. */
    OptimizerState state();
}
