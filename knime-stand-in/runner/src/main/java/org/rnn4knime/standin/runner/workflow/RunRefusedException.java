package org.rnn4knime.standin.runner.workflow;

/**
 * A workflow cannot be run, or what came out cannot be told; the message says why in a sentence that is meant for the
 * user.
 */
public final class RunRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and the way out */
    public RunRefusedException(final String message) {
        super(message);
    }

    /**
     * @param message what is wrong and the way out
     * @param cause how it was found
     */
    public RunRefusedException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
