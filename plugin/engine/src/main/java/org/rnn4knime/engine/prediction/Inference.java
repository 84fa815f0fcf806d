package org.rnn4knime.engine.prediction;

import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.network.RnnNetwork;
import org.rnn4knime.engine.sequence.Batch;

/** A model's network at work on any number of windows. */
final class Inference implements AutoCloseable {

    /** Enough to be fast, few enough not to take much memory. */
    private static final int WINDOWS_AT_ONCE = 128;

    private final int length;

    private final RnnNetwork network;

    Inference(final RnnModel model) {
        this.length = model.settings().sequences().sequenceLength();
        this.network =
                RnnNetwork.of(model.settings().network(), length, model.parameters(), Inference::refuseInterrupt);
    }

    /**
     * The encoded predictions for windows 0 to count - 1.
     *
     * @param steps gives the encoded steps of a window's sequence
     * @param target gives the index of the step that a window predicts
     */
    float[] predict(final int count, final IntFunction<double[]> steps, final IntUnaryOperator target) {
        final var predictions = new float[count];
        for (int start = 0; start < count; start += WINDOWS_AT_ONCE) {
            final var batch = Batch.of(Math.min(WINDOWS_AT_ONCE, count - start), length);
            for (int slot = 0; slot < batch.size(); slot++) {
                batch.set(slot, steps.apply(start + slot), target.applyAsInt(start + slot));
            }
            System.arraycopy(network.predict(batch), 0, predictions, start, batch.size());
        }
        return predictions;
    }

    private static void refuseInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The prediction was interrupted.");
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
