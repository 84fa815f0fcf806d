package org.rnn4knime.engine.network;

import java.util.Random;
import org.rnn4knime.engine.network.cell.KernelLayer;

/**
 * The parameters of a network as one flat array: those of its layers, from the inputs to the outputs, each as its class tells. What a
 * network would be like can be asked without loading native libraries.
 */
public final class Parameters {

    private Parameters() {}

    /** How many a network has; refuses a network with more than two gigabytes of them with an IllegalArgumentException. */
    public static int count(final NetworkPlan plan) {
        try {
            return NetworkLayers.of(plan).stream()
                            .mapToInt(layer -> Math.multiplyExact(layer.kernel().parameters(), Float.BYTES))
                            .reduce(0, Math::addExact)
                    / Float.BYTES;
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "This network would have more than 536,870,911 parameters. Lower the hidden units, the recurrent"
                            + " layers, or what else makes it large.",
                    e);
        }
    }

    /** Where the parameters of each layer begin, and where those of the last one end. */
    public static int[] layerBoundaries(final NetworkPlan plan) {
        final var sizes = NetworkLayers.of(plan).stream()
                .mapToInt(layer -> layer.kernel().parameters())
                .filter(size -> size > 0)
                .toArray();
        final var boundaries = new int[sizes.length + 1];
        for (int layer = 0; layer < sizes.length; layer++) {
            boundaries[layer + 1] = boundaries[layer] + sizes[layer];
        }
        return boundaries;
    }

    /** Those to begin with, however long it takes to draw them. */
    public static float[] initial(final NetworkPlan plan, final long seed) {
        return initial(plan, seed, () -> {});
    }

    /**
     * Draws the parameters to begin with: Glorot's for weights of inputs, orthogonal ones for those of states, gate by gate; zeros for
     * biases but for the LSTM's forget gate, which begins with 1.
     *
     * @param seed any number; Java defines the numbers drawn, so they are the same everywhere
     * @param check is run again and again, as large networks take long; what it throws ends it
     */
    public static float[] initial(final NetworkPlan plan, final long seed, final Runnable check) {
        final var random = new Random(seed);
        final var parameters = new float[count(plan)];
        int offset = 0;
        for (final KernelLayer layer : NetworkLayers.of(plan)) {
            for (final var parameter : layer.parameters()) {
                final var blocks = parameter.blocks();
                final var size = Math.toIntExact(parameter.size() / blocks.size());
                for (final var start : blocks) {
                    final var values = Initialization.of(start, parameter.rows(), size, random, check);
                    System.arraycopy(values, 0, parameters, offset, size);
                    offset += size;
                }
            }
        }
        return parameters;
    }
}
