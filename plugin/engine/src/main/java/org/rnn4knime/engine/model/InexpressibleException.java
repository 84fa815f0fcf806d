package org.rnn4knime.engine.model;

import org.rnn4knime.engine.sequence.ExplainedException;

/** A network has a part that Deeplearning4j does not have. */
public final class InexpressibleException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    InexpressibleException(final String problem, final String remedy) {
        super(problem, remedy);
    }
}
