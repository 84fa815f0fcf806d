package org.rnn4knime.nodes.run;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.rnn4knime.engine.sequence.ExplainedException;

/** Calls the engine and says what went wrong as KNIME expects it. */
public final class EngineCall {

    private EngineCall() {}

    /**
     * Returns what a call returns.
     *
     * @throws KNIMEException for whatever the user can do something about: its message is the engine's, word for word
     * @throws CanceledExecutionException if the user cancels
     */
    public static <T> T run(final Work<T> work) throws CanceledExecutionException, KNIMEException {
        try {
            return work.run();
        } catch (final ExplainedException | InvalidSettingsException e) {
            // The remedy stands in the summary and is no resolution besides: the summary is all that a run without
            // KNIME's window shows.
            throw new KNIMEException(e.getMessage(), e);
        } catch (final CancellationException e) {
            final var canceled = new CanceledExecutionException();
            canceled.initCause(e);
            throw canceled;
        }
    }

    /** Shows the engine's warnings, all in one: KNIME keeps the last one only. */
    public static void showWarnings(final List<String> warnings, final Consumer<String> node) {
        if (!warnings.isEmpty()) {
            node.accept(String.join(" ", warnings));
        }
    }

    /**
     * Something for the engine to do.
     *
     * @param <T> the result
     */
    @FunctionalInterface
    public interface Work<T> {

        /** Does it. */
        T run() throws CanceledExecutionException, InvalidSettingsException;
    }
}
