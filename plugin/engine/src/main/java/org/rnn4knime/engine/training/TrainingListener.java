package org.rnn4knime.engine.training;

/** Is told how the training goes. */
@FunctionalInterface
public interface TrainingListener {

    /** A listener that does nothing. */
    TrainingListener NONE = progress -> {};

    /**
     * Called in the training thread after each batch and at the end of each epoch.
     *
     * @throws java.util.concurrent.CancellationException to stop the training
     */
    void progress(TrainingProgress progress);
}
