package org.rnn4knime.engine.network.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.Outputs.Scope;

/** All layers of a network with their parameters, in the order in which these lie in the flat vector. */
final class Layers {

    private final EmbeddingTables embeddings;

    private final Optional<ConvolutionLayer> convolution;

    private final List<RecurrentLayer> recurrent = new ArrayList<>();

    private final Optional<SummaryLayer> summary;

    private final OutputLayer output;

    /**
     * What comes of a sequence.
     *
     * @param outputs of each step, or of the sequence alone
     * @param layers what each recurrent layer writes at each step that it sees
     * @param states of each recurrent layer after the last step
     */
    record Result(List<Vector> outputs, List<List<Vector>> layers, List<Vector> states) {

        /** What the last recurrent layer writes. */
        List<Vector> hidden() {
            return layers.get(layers.size() - 1);
        }
    }

    Layers(final ParameterReader reader, final NetworkPlan plan) {
        final var settings = plan.settings();
        embeddings = new EmbeddingTables(reader, plan.inputs());
        int features = plan.inputs().embeddedFeatures();
        convolution = settings.convolution().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ConvolutionLayer(reader, settings.convolution().get(), features));
        features =
                convolution.isEmpty() ? features : settings.convolution().get().filters();
        for (int number = 1; number <= settings.numLayers(); number++) {
            final var layer = new RecurrentLayer(reader, plan, number, features);
            recurrent.add(layer);
            features = layer.features();
        }
        summary = plan.outputs().scope() == Scope.STEP
                ? Optional.empty()
                : Optional.of(new SummaryLayer(reader, settings, features));
        output = new OutputLayer(reader, plan, features);
    }

    /** The sizes of the states of all recurrent layers. */
    List<Integer> stateSizes() {
        return recurrent.stream().map(RecurrentLayer::stateSize).toList();
    }

    /** Runs through a sequence; the teacher corrects the last recurrent layer alone. */
    Result run(final List<Vector> inputs, final List<Vector> starts, final Teacher teacher) {
        final var embedded = inputs.stream().map(embeddings::of).toList();
        var steps = convolution.map(layer -> layer.of(embedded)).orElse(embedded);
        final var layers = new ArrayList<List<Vector>>();
        final var states = new ArrayList<Vector>();
        for (int index = 0; index < recurrent.size(); index++) {
            final var last = index == recurrent.size() - 1;
            final var result = recurrent.get(index).run(steps, starts.get(index), last ? teacher : Teacher.NONE);
            steps = result.outputs();
            layers.add(steps);
            states.add(result.state());
        }
        final var seen = steps;
        final var written = summary.map(layer -> List.of(layer.of(seen))).orElse(seen);
        return new Result(written.stream().map(output::of).toList(), layers, states);
    }
}
