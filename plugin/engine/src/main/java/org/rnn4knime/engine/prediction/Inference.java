package org.rnn4knime.engine.prediction;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.rnn4knime.engine.encoding.BatchReader;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.network.Reading;
import org.rnn4knime.engine.network.RnnNetwork;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Interrupts;
import org.rnn4knime.engine.sequence.Tensor;

/** A model's network at work on any number of windows. */
final class Inference implements AutoCloseable {

    /** Enough to be fast, few enough not to take much memory. */
    private static final int WINDOWS_AT_ONCE = 128;

    /** The values of a batch that a computer of any size has room for. */
    private static final long VALUES_AT_ONCE = 1L << 24;

    private final RnnNetwork network;

    Inference(final RnnModel model) {
        this.network = RnnNetwork.of(
                model.plan(), model.parameters(), Runtime.getRuntime().availableProcessors());
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
        runBatches(reader, windows, (batch, members) -> {
            final var outputs = network.predict(batch.inputs(), batch.lengths(), Interrupts::refuse);
            for (int slot = 0; slot < members.length; slot++) {
                receiver.take(members[slot], outputs, slot);
            }
        });
    }

    /** Does the same and tells the hidden states too. */
    void runWithStates(final BatchReader reader, final IntStream windows, final ReadingReceiver receiver) {
        runBatches(reader, windows, (batch, members) -> {
            final var reading = network.read(batch.inputs(), batch.lengths(), Interrupts::refuse);
            for (int slot = 0; slot < members.length; slot++) {
                receiver.take(members[slot], reading, slot);
            }
        });
    }

    private static void runBatches(
            final BatchReader reader, final IntStream windows, final BiConsumer<Batch, int[]> receiver) {
        // A length and a number in one: millions of windows as objects would need much memory.
        final var members = windows.mapToLong(window -> (long) reader.windows().length(window) << Integer.SIZE | window)
                .sorted()
                .mapToInt(key -> (int) key)
                .toArray();
        for (int from = 0; from < members.length; ) {
            final var to = end(reader, members, from);
            receiver.accept(reader.read(members, from, to), Arrays.copyOfRange(members, from, to));
            from = to;
        }
    }

    /** The end of a batch that begins with a window; the last one of a batch is the longest. */
    private static int end(final BatchReader reader, final int[] members, final int from) {
        int to = from + 1;
        while (to < members.length
                && to - from < WINDOWS_AT_ONCE
                && (to - from + 1) * reader.values(reader.windows().length(members[to])) <= VALUES_AT_ONCE) {
            to++;
        }
        return to;
    }

    @Override
    public void close() {
        network.close();
    }
}
