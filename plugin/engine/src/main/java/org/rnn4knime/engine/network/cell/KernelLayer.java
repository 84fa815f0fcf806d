package org.rnn4knime.engine.network.cell;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rnn4knime.engine.network.kernel.LayerKernel;

/**
 * The configuration of a layer of Deeplearning4j that computes with one of our kernels, which it owns: it serves one network, which
 * frees the kernel's memory when it is closed.
 */
public class KernelLayer extends BaseRecurrentLayer {

    private static final long serialVersionUID = 1L;

    private final transient String type;

    private final transient LayerKernel kernel;

    private final transient List<NamedParameter> parameters;

    /**
     * A layer.
     *
     * @param name unique in its network
     * @param type what it is, in words for an analyst
     * @param kernel computes
     * @param parameters of the kernel, in their order
     */
    public KernelLayer(
            final String name, final String type, final LayerKernel kernel, final List<NamedParameter> parameters) {
        final var named = parameters.stream().mapToLong(NamedParameter::size).sum();
        if (named != kernel.parameters()) {
            throw new IllegalArgumentException(name + " has " + kernel.parameters() + " parameters, not " + named);
        }
        this.type = type;
        this.kernel = kernel;
        this.parameters = List.copyOf(parameters);
        setLayerName(name);
        setNIn(kernel.inputs());
        setNOut(kernel.outputs());
        setActivationFn(new ActivationIdentity());
        setRnnDataFormat(RNNFormat.NCW);
    }

    /** What it is, in words for an analyst. */
    public String type() {
        return type;
    }

    /** The arithmetic of the layer. */
    public LayerKernel kernel() {
        return kernel;
    }

    /** The parameters, in their order. */
    public List<NamedParameter> parameters() {
        return parameters;
    }

    @Override
    public Layer instantiate(
            final NeuralNetConfiguration configuration,
            final Collection<TrainingListener> listeners,
            final int index,
            final INDArray flat,
            final boolean initialize,
            final DataType type) {
        final var layer = new FusedLayer(configuration, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(flat);
        layer.setParamTable(initializer().init(configuration, flat, initialize));
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return KernelParameters.INSTANCE;
    }

    @Override
    public LayerMemoryReport getMemoryReport(final InputType inputType) {
        return new LayerMemoryReport.Builder(getLayerName(), getClass(), inputType, inputType)
                .standardMemory(kernel.parameters(), 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, Map.copyOf(MemoryReport.CACHE_MODE_ALL_ZEROS))
                .build();
    }

    @Override
    public boolean equals(final Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
