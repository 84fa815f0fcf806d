package org.rnn4knime.standin.runner.execution;

import java.util.OptionalDouble;
import org.rnn4knime.standin.runner.workflow.SavedNode;

/** Hears how a run goes on. */
public interface RunListener {

    /**
     * A running node got on; called from the node's own thread.
     *
     * @param fraction how much of it is done, if it says so
     * @param message what it does; may be empty
     */
    void progressed(SavedNode node, OptionalDouble fraction, String message);

    /** A node is through, or will not be run. */
    void finished(NodeResult result);
}
