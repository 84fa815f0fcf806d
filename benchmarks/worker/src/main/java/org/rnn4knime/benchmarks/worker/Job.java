package org.rnn4knime.benchmarks.worker;

/** A task that is set up in an engine. */
public interface Job extends AutoCloseable {

    /** Does the task once. */
    void run();

    /** What the time of one run is to be multiplied with. */
    default double scale() {
        return 1;
    }

    /** The outputs for the parameters of the example, if this engine is compared. */
    default float[] outputs() {
        return new float[0];
    }

    /** The gradient of the loss by the parameters of the example, in their order, if this engine is compared. */
    default float[] gradient() {
        return new float[0];
    }

    @Override
    default void close() {}
}
