package org.rnn4knime.engine.prediction;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.network.RnnNetwork;
import org.rnn4knime.engine.sequence.Tensor;

/** A model's network at work on any number of windows. */
final class Inference implements AutoCloseable {

    /** Enough to be fast, few enough not to take much memory. */
    private static final int WINDOWS_AT_ONCE = 128;

    private final int length;

    private final RnnNetwork network;

    Inference(final RnnModel model) {
        this.length = model.settings().sequences().sequenceLength();
        this.network = RnnNetwork.of(
                model.settings().plan(),
                model.parameters(),
                Runtime.getRuntime().availableProcessors());
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
            final var inputs = Tensor.zeros(length, 1, Math.min(WINDOWS_AT_ONCE, count - start));
            for (int slot = 0; slot < inputs.windows(); slot++) {
                inputs.putSteps(slot, steps.apply(start + slot), target.applyAsInt(start + slot) - length);
            }
            final var lengths = new int[inputs.windows()];
            Arrays.fill(lengths, length);
            final var outputs = network.predict(inputs, lengths, Inference::refuseInterrupt);
            final var last = outputs.steps() - 1;
            System.arraycopy(outputs.values(), outputs.index(last, 0, 0), predictions, start, inputs.windows());
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
