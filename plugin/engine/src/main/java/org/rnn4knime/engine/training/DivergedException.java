package org.rnn4knime.engine.training;

import org.rnn4knime.engine.sequence.ExplainedException;

/** The training ran away: the loss or the gradient is no finite number any more. */
public final class DivergedException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    DivergedException(final String problem, final String remedy) {
        super(problem, remedy);
    }
}
