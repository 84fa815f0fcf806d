package org.rnn4knime.engine.sequence;

/** The table does not hold what the settings need; names the column, the row and the value. */
public final class UnusableDataException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    /** @see ExplainedException#ExplainedException(String, String) */
    public UnusableDataException(final String problem, final String remedy) {
        super(problem, remedy);
    }
}
