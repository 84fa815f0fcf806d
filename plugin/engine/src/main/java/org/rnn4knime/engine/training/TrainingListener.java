package org.rnn4knime.engine.training;

/** Is told how the training goes. Where several networks are trained at once it is called by several threads. */
@FunctionalInterface
public interface TrainingListener {

    /** A listener that does nothing. */
    TrainingListener NONE = progress -> {};

    /**
     * Called after each batch and at the end of each epoch, and at least twice a second while something is computed; by one thread at a
     * time.
     *
     * @throws java.util.concurrent.CancellationException to stop the training
     */
    void progress(TrainingProgress progress);

    /**
     * Called at every time step that is computed, so it must be quick; by many threads at once.
     *
     * @throws java.util.concurrent.CancellationException to stop the training, without waiting for the end of a batch
     */
    default void checkCanceled() {}
}
