package org.rnn4knime.engine.network.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Cuts a layer's flat parameters into those that Deeplearning4j knows by name. Whoever builds a network gives it the parameters. */
enum CellParameters implements ParamInitializer {
    INSTANCE;

    static final String INPUT_WEIGHTS = "W";

    static final String STATE_WEIGHTS = "RW";

    static final String BIASES = "b";

    @Override
    public long numParams(final NeuralNetConfiguration configuration) {
        return numParams(configuration.getLayer());
    }

    @Override
    public long numParams(final Layer layer) {
        return ((CellLayer) layer).weights().parameters();
    }

    @Override
    public List<String> paramKeys(final Layer layer) {
        return List.of(INPUT_WEIGHTS, STATE_WEIGHTS, BIASES);
    }

    @Override
    public List<String> weightKeys(final Layer layer) {
        return List.of(INPUT_WEIGHTS, STATE_WEIGHTS);
    }

    @Override
    public List<String> biasKeys(final Layer layer) {
        return List.of(BIASES);
    }

    @Override
    public boolean isWeightParam(final Layer layer, final String key) {
        return weightKeys(layer).contains(key);
    }

    @Override
    public boolean isBiasParam(final Layer layer, final String key) {
        return BIASES.equals(key);
    }

    /** Refuses to draw parameters. */
    @Override
    public Map<String, INDArray> init(
            final NeuralNetConfiguration configuration, final INDArray flat, final boolean initialize) {
        if (initialize) {
            throw new UnsupportedOperationException(
                    "The parameters of " + configuration.getLayer() + " must be given.");
        }
        final var table = blocks(configuration, flat);
        table.keySet().forEach(configuration::addVariable);
        return table;
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(
            final NeuralNetConfiguration configuration, final INDArray flat) {
        return blocks(configuration, flat);
    }

    private static Map<String, INDArray> blocks(final NeuralNetConfiguration configuration, final INDArray flat) {
        final var layer = (CellLayer) configuration.getLayer();
        final var weights = layer.weights();
        final var table = new LinkedHashMap<String, INDArray>();
        final var state = weights.stateWeights();
        final var columns = state / layer.getNIn();
        final var biases = weights.biases();
        table.put(INPUT_WEIGHTS, block(flat, 0, state).reshape('f', layer.getNIn(), columns));
        table.put(STATE_WEIGHTS, block(flat, state, biases).reshape('f', layer.getNOut(), columns));
        table.put(BIASES, block(flat, biases, weights.parameters()));
        return table;
    }

    private static INDArray block(final INDArray flat, final long from, final long to) {
        return flat.reshape(flat.length()).get(NDArrayIndex.interval(from, to));
    }
}
