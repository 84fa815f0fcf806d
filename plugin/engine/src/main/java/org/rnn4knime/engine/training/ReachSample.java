package org.rnn4knime.engine.training;

import java.util.Optional;
import java.util.stream.IntStream;
import org.rnn4knime.engine.encoding.BatchReader;
import org.rnn4knime.engine.model.GradientReach;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.Loss;
import org.rnn4knime.engine.network.RnnNetwork;
import org.rnn4knime.engine.sequence.Batch;

/**
 * Some windows by which it is measured how far the gradient reaches back.
 *
 * @param batch of which the targets of the last steps count
 * @param loss that the network learns by
 */
record ReachSample(Batch batch, Loss loss) {

    /** More windows would tell little more. */
    private static final int MOST_WINDOWS = 32;

    private static final int TEN = 10;

    /**
     * How many windows are enough, and take no more memory than those that are learned from at once.
     *
     * @param longest the steps of the longest window
     */
    static int windows(final TrainingSettings settings, final int longest) {
        final var steps = settings.backPropagation().tbpttLength().orElse(longest);
        final var atOnce = (long) Math.min(MOST_WINDOWS, settings.batchSize()) * Math.min(steps, longest);
        return (int) Math.max(1, atOnce / Math.max(1, longest));
    }

    /**
     * All windows of a reader.
     *
     * @param reader of few windows, with the targets that predictions are measured by
     */
    static ReachSample of(final BatchReader reader, final Loss loss) {
        final var members = IntStream.range(0, reader.windows().size()).toArray();
        return new ReachSample(reader.read(members, 0, members.length), loss);
    }

    /**
     * Measures the reach, if it is due: before the first epoch, after epoch 1, 2, 5, 10, 20, 50 and so on, and after the last one.
     *
     * @param check is run at every time step; what it throws ends the measurement
     */
    Optional<GradientReach> measure(
            final RnnNetwork network, final int epoch, final boolean isLast, final Runnable check) {
        return isLast || isDue(epoch)
                ? Optional.of(GradientReach.of(epoch, network.reach(batch, loss, check)))
                : Optional.empty();
    }

    private static boolean isDue(final int epoch) {
        int power = 1;
        while (epoch / power >= TEN) {
            power *= TEN;
        }
        return epoch == 0 || epoch == power || epoch == 2 * power || epoch == 5 * power;
    }
}
