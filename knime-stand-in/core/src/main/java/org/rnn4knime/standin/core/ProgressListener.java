package org.rnn4knime.standin.core;

import java.util.OptionalDouble;
import org.knime.core.node.workflow.NodeProgressListener;

/** Hears of a node's progress: a fraction of 1 as far as it is known, and a text that may be empty. */
@FunctionalInterface
public interface ProgressListener extends NodeProgressListener {

    void progressChanged(OptionalDouble fraction, String message);
}
