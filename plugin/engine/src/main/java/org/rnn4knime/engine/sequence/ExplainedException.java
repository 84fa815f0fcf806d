package org.rnn4knime.engine.sequence;

import java.util.Objects;

/** A failure that the user can do something about: its message is written for the user and can be shown as it is. */
public abstract class ExplainedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    private final String remedy;

    /**
     * @param problem one sentence: what was found, and what was expected
     * @param remedy one sentence: the way out
     */
    protected ExplainedException(final String problem, final String remedy) {
        super(problem + " " + remedy);
        this.problem = Objects.requireNonNull(problem);
        this.remedy = Objects.requireNonNull(remedy);
    }

    /** What was found, and what was expected: one sentence. */
    public String problem() {
        return problem;
    }

    /** The way out: one sentence. */
    public String remedy() {
        return remedy;
    }
}
