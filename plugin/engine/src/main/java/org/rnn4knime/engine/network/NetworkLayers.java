package org.rnn4knime.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.cell.BidirectionalLayer;
import org.rnn4knime.engine.network.cell.CellLayer;
import org.rnn4knime.engine.network.cell.ElmanLayer;
import org.rnn4knime.engine.network.cell.GruLayer;
import org.rnn4knime.engine.network.cell.JordanLayer;
import org.rnn4knime.engine.network.cell.KernelLayer;
import org.rnn4knime.engine.network.cell.LstmLayer;
import org.rnn4knime.engine.network.cell.NamedParameter;
import org.rnn4knime.engine.network.kernel.AttentionKernel;
import org.rnn4knime.engine.network.kernel.AverageKernel;
import org.rnn4knime.engine.network.kernel.ConvolutionKernel;
import org.rnn4knime.engine.network.kernel.DenseKernel;
import org.rnn4knime.engine.network.kernel.DropoutKernel;
import org.rnn4knime.engine.network.kernel.EmbeddingKernel;
import org.rnn4knime.engine.network.kernel.LayerKernel;
import org.rnn4knime.engine.network.kernel.Nonlinearity;
import org.rnn4knime.engine.network.kernel.PoolingKernel;
import org.rnn4knime.engine.network.kernel.RecurrentKernel.Direction;
import org.rnn4knime.engine.network.kernel.SummaryKernel;

/** Lists the layers of a network, from its inputs to its outputs. */
final class NetworkLayers {

    private final NetworkPlan plan;

    private final NetworkSettings settings;

    private final List<KernelLayer> layers = new ArrayList<>();

    /** The features that the next layer reads. */
    private int features;

    private NetworkLayers(final NetworkPlan plan) {
        this.plan = plan;
        this.settings = plan.settings();
        this.features = plan.inputs().features();
    }

    /** The layers of a plan; whoever takes them closes their kernels. */
    static List<KernelLayer> of(final NetworkPlan plan) {
        final var network = new NetworkLayers(plan);
        network.addEmbeddings();
        network.addConvolution();
        for (int number = 1; number <= plan.settings().numLayers(); number++) {
            network.addRecurrent(number);
        }
        network.addSummary();
        network.addOutput();
        return network.layers;
    }

    private void add(
            final String name, final String type, final LayerKernel kernel, final List<NamedParameter> parameters) {
        add(new KernelLayer(name, type, kernel, parameters));
    }

    private void add(final KernelLayer layer) {
        layers.add(layer);
        features = layer.kernel().outputs();
    }

    private void addDropout() {
        if (settings.dropout() > 0) {
            add("dropout " + layers.size(), "Dropout", new DropoutKernel(features, settings.dropout()), List.of());
        }
    }

    private void addEmbeddings() {
        final var embeddings = plan.inputs().embeddings();
        if (embeddings.isEmpty()) {
            return;
        }
        final var sizes = embeddings.stream()
                .map(embedding -> new EmbeddingKernel.Size(embedding.categories(), embedding.size()))
                .toList();
        add(
                "embedding",
                "Embedding",
                new EmbeddingKernel(plan.inputs().numbers(), sizes),
                IntStream.range(0, sizes.size())
                        .mapToObj(table -> NamedParameter.table(
                                table,
                                sizes.get(table).categories(),
                                sizes.get(table).size()))
                        .toList());
        addDropout();
    }

    private void addConvolution() {
        settings.convolution().ifPresent(convolution -> {
            final var covered = convolution.kernelSize() * features;
            add(
                    "convolution",
                    "Convolution",
                    new ConvolutionKernel(features, convolution.filters(), convolution.kernelSize()),
                    NamedParameter.dense(covered, convolution.filters()));
            if (convolution.poolingSize() > 1) {
                add("pooling", "Max pooling", new PoolingKernel(features, convolution.poolingSize()), List.of());
            }
            addDropout();
        });
    }

    private void addRecurrent(final int number) {
        final var name = "recurrent " + number;
        final var last = number == settings.numLayers();
        if (settings.bidirectional()) {
            add(new BidirectionalLayer(
                    name, cell(name, last, Direction.FORWARD), cell(name, last, Direction.BACKWARD)));
        } else {
            add(cell(name, last, Direction.FORWARD));
        }
        if (!(last && plan.outputIsFedBack())) {
            addDropout();
        }
    }

    private CellLayer cell(final String name, final boolean last, final Direction direction) {
        final var units = settings.hiddenUnits();
        return switch (settings.cellType()) {
            case ELMAN -> new ElmanLayer(name, features, units, activation(), direction);
            case JORDAN -> new JordanLayer(
                    name,
                    new JordanLayer.Sizes(features, units, last ? plan.outputs().values() : units),
                    activation(),
                    last ? outputFunction() : Nonlinearity.TANH,
                    direction);
            case LSTM -> new LstmLayer(name, features, units, direction);
            case GRU -> new GruLayer(name, features, units, direction);
        };
    }

    private Nonlinearity activation() {
        return switch (settings.activation()) {
            case TANH -> Nonlinearity.TANH;
            case SIGMOID -> Nonlinearity.SIGMOID;
            case RELU -> Nonlinearity.RELU;
        };
    }

    private Nonlinearity outputFunction() {
        return plan.outputs().type() == Type.CLASSES ? Nonlinearity.SOFTMAX : Nonlinearity.IDENTITY;
    }

    private void addSummary() {
        if (plan.outputs().scope() == Scope.STEP) {
            return;
        }
        final var name = "summary";
        switch (settings.summary()) {
            case LAST -> add(
                    name,
                    "Summary: last step",
                    new SummaryKernel(
                            features,
                            settings.bidirectional()
                                    ? SummaryKernel.Kind.LAST_OF_BOTH_DIRECTIONS
                                    : SummaryKernel.Kind.LAST),
                    List.of());
            case MEAN -> add(name, "Summary: mean", new SummaryKernel(features, SummaryKernel.Kind.MEAN), List.of());
            case MAX -> add(name, "Summary: maximum", new SummaryKernel(features, SummaryKernel.Kind.MAX), List.of());
            case ATTENTION -> add(name, "Attention", new AttentionKernel(features), NamedParameter.attention(features));
        }
    }

    private void addOutput() {
        final var name = "output";
        final var values = plan.outputs().values();
        if (!plan.outputIsFedBack()) {
            add(
                    name,
                    plan.outputs().type() == Type.CLASSES ? "Dense (softmax)" : "Dense (linear)",
                    new DenseKernel(features, values, outputFunction()),
                    NamedParameter.dense(features, values));
        } else if (settings.bidirectional()) {
            add(name, "Average of both directions", new AverageKernel(values), List.of());
        }
    }
}
