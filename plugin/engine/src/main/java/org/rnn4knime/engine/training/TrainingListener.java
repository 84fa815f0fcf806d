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

    /**
     * Called in the training thread at every time step that is computed, so it must be quick.
     *
     * @throws java.util.concurrent.CancellationException to stop the training, without waiting for the end of a batch
     */
    default void checkCanceled() {}
}
