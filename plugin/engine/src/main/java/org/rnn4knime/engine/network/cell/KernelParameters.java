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
enum KernelParameters implements ParamInitializer {
    INSTANCE;

    private static List<NamedParameter> parameters(final Layer layer) {
        return ((KernelLayer) layer).parameters();
    }

    private static List<String> names(final Layer layer, final boolean bias) {
        return parameters(layer).stream()
                .filter(parameter -> parameter.bias() == bias)
                .map(NamedParameter::name)
                .toList();
    }

    @Override
    public long numParams(final NeuralNetConfiguration configuration) {
        return numParams(configuration.getLayer());
    }

    @Override
    public long numParams(final Layer layer) {
        return parameters(layer).stream().mapToLong(NamedParameter::size).sum();
    }

    @Override
    public List<String> paramKeys(final Layer layer) {
        return parameters(layer).stream().map(NamedParameter::name).toList();
    }

    @Override
    public List<String> weightKeys(final Layer layer) {
        return names(layer, false);
    }

    @Override
    public List<String> biasKeys(final Layer layer) {
        return names(layer, true);
    }

    @Override
    public boolean isWeightParam(final Layer layer, final String key) {
        return weightKeys(layer).contains(key);
    }

    @Override
    public boolean isBiasParam(final Layer layer, final String key) {
        return biasKeys(layer).contains(key);
    }

    /** Refuses to draw parameters. */
    @Override
    public Map<String, INDArray> init(
            final NeuralNetConfiguration configuration, final INDArray flat, final boolean initialize) {
        if (initialize) {
            throw new UnsupportedOperationException(
                    "The parameters of " + configuration.getLayer() + " must be given.");
        }
        final var table = cut(configuration.getLayer(), flat);
        table.keySet().forEach(configuration::addVariable);
        return table;
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(
            final NeuralNetConfiguration configuration, final INDArray flat) {
        return cut(configuration.getLayer(), flat);
    }

    private static Map<String, INDArray> cut(final Layer layer, final INDArray flat) {
        final var table = new LinkedHashMap<String, INDArray>();
        long offset = 0;
        for (final var parameter : parameters(layer)) {
            final var end = offset + parameter.size();
            final var values = flat.reshape(flat.length()).get(NDArrayIndex.interval(offset, end));
            table.put(parameter.name(), values.reshape('f', parameter.shapeArray()));
            offset = end;
        }
        return table;
    }
}
