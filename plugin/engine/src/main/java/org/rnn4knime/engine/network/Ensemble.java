package org.rnn4knime.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.rnn4knime.engine.sequence.Tensor;

/**
 * Networks of one shape that were trained from different beginnings. What they write is averaged, number by number or probability by
 * probability (Hansen and Salamon 1990): the errors that only one of them makes mostly cancel. Any number of threads may use it at once.
 */
public final class Ensemble implements AutoCloseable {

    private final List<RnnNetwork> networks;

    private Ensemble(final List<RnnNetwork> networks) {
        this.networks = networks;
    }

    /**
     * Builds the networks.
     *
     * @param plan of each of them
     * @param parameters of each network, at least one
     * @param threads that compute at once, the calling one included
     */
    public static Ensemble of(final NetworkPlan plan, final List<float[]> parameters, final int threads) {
        final var networks = new ArrayList<RnnNetwork>();
        try {
            for (final var some : parameters) {
                networks.add(RnnNetwork.of(plan, some, threads));
            }
            return new Ensemble(List.copyOf(networks));
        } catch (RuntimeException | Error e) {
            networks.forEach(RnnNetwork::close);
            throw e;
        }
    }

    /**
     * The mean of what the networks write; of one network, what it writes, bit by bit.
     *
     * @see RnnNetwork#predict
     */
    public Tensor predict(final Tensor inputs, final int[] lengths, final Runnable check) {
        return mean(network -> network.predict(inputs, lengths, check));
    }

    /**
     * What {@link #predict} returns, and the hidden states of the first network: those of different networks mean different things.
     *
     * @see RnnNetwork#read
     */
    public Reading read(final Tensor inputs, final int[] lengths, final Runnable check) {
        final var first = networks.get(0).read(inputs, lengths, check);
        final var outputs =
                mean(network -> network == networks.get(0) ? first.outputs() : network.predict(inputs, lengths, check));
        return new Reading(outputs, first.states());
    }

    private Tensor mean(final Function<RnnNetwork, Tensor> outputs) {
        final var mean = outputs.apply(networks.get(0));
        if (networks.size() == 1) {
            return mean;
        }
        final var sums = new double[mean.values().length];
        add(mean, sums);
        networks.stream().skip(1).forEach(network -> add(outputs.apply(network), sums));
        for (int index = 0; index < sums.length; index++) {
            mean.values()[index] = (float) (sums[index] / networks.size());
        }
        return mean;
    }

    private static void add(final Tensor some, final double[] sums) {
        for (int index = 0; index < sums.length; index++) {
            sums[index] += some.values()[index];
        }
    }

    /** Frees the memory outside of the heap; not while anything computes. */
    @Override
    public void close() {
        networks.forEach(RnnNetwork::close);
    }
}
