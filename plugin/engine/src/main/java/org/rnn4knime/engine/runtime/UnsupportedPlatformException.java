package org.rnn4knime.engine.runtime;

import org.rnn4knime.engine.sequence.ExplainedException;

/** Nothing can be computed here: no native library of Deeplearning4j fits this platform, or it cannot be loaded. */
public final class UnsupportedPlatformException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    private static final String REMEDY = "Networks run on Linux and Windows with a 64-bit Intel or AMD processor and on"
            + " macOS: if this is such a computer, install the extension again from its update site.";

    private UnsupportedPlatformException(final String problem) {
        super(problem, REMEDY);
    }

    static UnsupportedPlatformException missing(final String platform, final String resource) {
        return new UnsupportedPlatformException(
                "There is no native library of Deeplearning4j for the platform " + platform + " (" + resource + ").");
    }

    static UnsupportedPlatformException broken(final String platform, final Throwable cause) {
        final var exception = new UnsupportedPlatformException("The native library of Deeplearning4j for the platform "
                + platform + " cannot be loaded: " + cause + ".");
        exception.initCause(cause);
        return exception;
    }
}
