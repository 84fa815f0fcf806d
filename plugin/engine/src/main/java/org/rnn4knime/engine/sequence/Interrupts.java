package org.rnn4knime.engine.sequence;

import java.util.concurrent.CancellationException;

/** Ends work that nobody waits for any more. */
public final class Interrupts {

    private Interrupts() {}

    /**
     * Refuses to go on in a thread that was interrupted; costs next to nothing, so that it can be asked for each row of millions.
     *
     * @throws CancellationException if the thread is interrupted, which it stays
     */
    public static void refuse() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The computation was interrupted.");
        }
    }
}
