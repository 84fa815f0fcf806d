package org.rnn4knime.engine.training;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.BatchReader;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.Parameters;
import org.rnn4knime.engine.network.RnnNetwork;
import org.rnn4knime.engine.network.TrainingPass;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Table;

/**
 * What a training of a network without dropout begins with, for a test that makes its steps itself: the network, and the batches of each
 * epoch in the order of the training. The target is a number and all windows are equally long.
 */
final class HandMade implements AutoCloseable {

    private final RnnSettings settings;

    private final NetworkPlan plan;

    private final BatchReader reader;

    private final float[] parameters;

    private final RnnNetwork network;

    HandMade(final Setup setup, final Table table) {
        this.settings = setup.settings();
        final var learned = TrainingData.of(table, settings, true);
        final var encoders = learned.fit();
        this.plan = settings.plan(encoders);
        this.reader = learned.reader(encoders.encode(learned.sequences(), settings.ahead()), plan);
        this.parameters =
                Parameters.initial(plan, new Random(settings.training().seed()).nextLong());
        this.network = RnnNetwork.of(plan, parameters, 1);
    }

    /** The parameters of now; whoever changes them has the next gradient of these. */
    float[] parameters() {
        return parameters;
    }

    /** Where the parameters of the layers lie. */
    int[] boundaries() {
        return Parameters.layerBoundaries(plan);
    }

    /** The gradient of the mean squared error. */
    float[] gradient(final Batch batch) {
        final var gradient = new float[parameters.length];
        learn(batch, gradient);
        return gradient;
    }

    /** The mean squared error; its gradient is written into an array. */
    double learn(final Batch batch, final float[] gradient) {
        network.setParameters(parameters);
        return network.gradient(batch, new SquaredError(), TrainingPass.of(0), gradient, () -> {});
    }

    /** The batches of an epoch, shuffled as Fisher and Yates do. */
    List<Batch> batches(final int epoch) {
        final var order = IntStream.range(0, reader.windows().size()).toArray();
        final var seed = settings.training().seed() ^ ((1L << 32) | epoch);
        final var random = new Random(new SplittableRandom(seed).nextLong());
        for (int index = order.length - 1; index > 0; index--) {
            final var other = random.nextInt(index + 1);
            final var swapped = order[index];
            order[index] = order[other];
            order[other] = swapped;
        }
        final var size = settings.training().batchSize();
        return IntStream.iterate(0, from -> from < order.length, from -> from + size)
                .mapToObj(from -> Arrays.copyOfRange(order, from, Math.min(order.length, from + size)))
                .map(members -> reader.read(members, 0, members.length))
                .toList();
    }

    @Override
    public void close() {
        network.close();
    }
}
