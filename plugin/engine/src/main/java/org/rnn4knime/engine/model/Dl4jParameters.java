package org.rnn4knime.engine.model;

import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.NetworkPlan;

/** The parameters of a network in the order of Deeplearning4j: it is ours, but for those of the convolution. */
final class Dl4jParameters {

    private Dl4jParameters() {}

    /** A copy in the order of Deeplearning4j. */
    static float[] of(final NetworkPlan plan, final float[] parameters) {
        final var ordered = parameters.clone();
        plan.settings()
                .convolution()
                .ifPresent(convolution ->
                        order(parameters, convolution, plan.inputs().embeddedFeatures(), ordered));
        return ordered;
    }

    /** Ours are the weights [filter, step, feature], then the biases; theirs the biases, then [step, feature, filter]. */
    private static void order(
            final float[] parameters, final Convolution convolution, final int features, final float[] ordered) {
        final var filters = convolution.filters();
        final var patternSize = convolution.kernelSize() * features;
        System.arraycopy(parameters, filters * patternSize, ordered, 0, filters);
        for (int filter = 0; filter < filters; filter++) {
            for (int index = 0; index < patternSize; index++) {
                ordered[filters + index * filters + filter] = parameters[filter * patternSize + index];
            }
        }
    }
}
