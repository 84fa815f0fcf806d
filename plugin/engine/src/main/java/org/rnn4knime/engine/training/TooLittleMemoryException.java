package org.rnn4knime.engine.training;

import org.rnn4knime.engine.sequence.ExplainedException;

/** A training would need more memory than there is; names the settings to change. */
public final class TooLittleMemoryException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    TooLittleMemoryException(final String problem, final String remedy) {
        super(problem, remedy);
    }
}
