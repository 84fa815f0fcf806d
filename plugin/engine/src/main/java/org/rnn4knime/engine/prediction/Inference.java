package org.rnn4knime.engine.prediction;

import java.util.stream.IntStream;
import org.rnn4knime.engine.encoding.BatchReader;
import org.rnn4knime.engine.encoding.WindowBatches;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.network.Ensemble;
import org.rnn4knime.engine.network.Reading;
import org.rnn4knime.engine.sequence.Interrupts;
import org.rnn4knime.engine.sequence.Tensor;

/** A model's networks at work on any number of windows. */
final class Inference implements AutoCloseable {

    private final Ensemble networks;

    private final int outputs;

    Inference(final RnnModel model) {
        this.networks = model.ensemble(Runtime.getRuntime().availableProcessors());
        this.outputs = model.plan().outputs().values();
    }

    /** Takes what the network writes. */
    @FunctionalInterface
    interface Receiver {

        /**
         * Takes the outputs of a window.
         *
         * @param outputs [time or 1, value, window] of a whole batch
         * @param slot of the window in the batch
         */
        void take(int window, Tensor outputs, int slot);
    }

    /** Takes what the network writes and what it has in mind. */
    @FunctionalInterface
    interface ReadingReceiver {

        /**
         * Takes what the network makes of a window.
         *
         * @param reading of a whole batch
         * @param slot of the window in the batch
         */
        void take(int window, Reading reading, int slot);
    }

    /** Reads windows, those of about the same length together, and tells the outputs of each. */
    void run(final BatchReader reader, final IntStream windows, final Receiver receiver) {
        for (final var members : WindowBatches.of(reader, windows, outputs)) {
            final var batch = reader.read(members, 0, members.length);
            final var written = networks.predict(batch.inputs(), batch.lengths(), Interrupts::refuse);
            for (int slot = 0; slot < members.length; slot++) {
                receiver.take(members[slot], written, slot);
            }
        }
    }

    /** Does the same and tells the hidden states too. */
    void runWithStates(final BatchReader reader, final IntStream windows, final ReadingReceiver receiver) {
        for (final var members : WindowBatches.of(reader, windows, outputs)) {
            final var batch = reader.read(members, 0, members.length);
            final var reading = networks.read(batch.inputs(), batch.lengths(), Interrupts::refuse);
            for (int slot = 0; slot < members.length; slot++) {
                receiver.take(members[slot], reading, slot);
            }
        }
    }

    @Override
    public void close() {
        networks.close();
    }
}
