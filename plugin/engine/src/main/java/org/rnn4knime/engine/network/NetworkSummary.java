package org.rnn4knime.engine.network;

import java.util.List;
import org.rnn4knime.engine.network.cell.KernelLayer;

/** Tells what a network consists of. It can be asked without loading native libraries. */
public final class NetworkSummary {

    private NetworkSummary() {}

    /**
     * The layers from the inputs to the outputs; their parameters are as many as {@link Parameters#count} says, which refuses a network
     * that is too large.
     */
    public static List<LayerSummary> of(final NetworkPlan plan) {
        // What it refuses may overflow here.
        Parameters.count(plan);
        return NetworkLayers.of(plan).stream().map(NetworkSummary::summary).toList();
    }

    private static LayerSummary summary(final KernelLayer layer) {
        return new LayerSummary(
                layer.getLayerName(),
                layer.type(),
                layer.kernel().outputs(),
                layer.parameters().stream()
                        .map(parameter -> new LayerSummary.Weights(parameter.name(), parameter.shape()))
                        .toList());
    }
}
