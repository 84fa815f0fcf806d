package org.rnn4knime.engine.network.cell;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rnn4knime.engine.network.kernel.CellKernel;
import org.rnn4knime.engine.network.kernel.Weights;

/** The configuration of a layer with one of our cells, whose activation is the hyperbolic tangent. It reads no masks. */
public abstract class CellLayer extends BaseRecurrentLayer {

    private static final long serialVersionUID = 1L;

    private static final int BYTES = Float.BYTES;

    private transient Runnable check = () -> {};

    CellLayer() {
        setActivationFn(new ActivationTanH());
        setRnnDataFormat(RNNFormat.NCW);
    }

    /**
     * The layer with as many units as its state has.
     *
     * @param units the size of the state
     * @param check is run at every time step in the thread that computes; what it throws ends the computation
     */
    public CellLayer with(final long units, final Runnable check) {
        setNOut(units);
        this.check = check;
        return this;
    }

    abstract CellKernel cell();

    Runnable check() {
        return check;
    }

    Weights weights() {
        return new Weights(cell(), Math.toIntExact(getNIn()), Math.toIntExact(getNOut()));
    }

    @Override
    public Layer instantiate(
            final NeuralNetConfiguration configuration,
            final Collection<TrainingListener> listeners,
            final int index,
            final INDArray parameters,
            final boolean initialize,
            final DataType type) {
        final var layer = new FusedLayer(configuration, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        final Map<String, INDArray> table = initializer().init(configuration, parameters, initialize);
        layer.setParamTable(table);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return CellParameters.INSTANCE;
    }

    @Override
    public LayerMemoryReport getMemoryReport(final InputType inputType) {
        final var steps = Math.max(1, ((InputType.InputTypeRecurrent) inputType).getTimeSeriesLength());
        final var perWindow = BYTES * steps * cell().arrays() * getNOut();
        return new LayerMemoryReport.Builder(getLayerName(), getClass(), inputType, getOutputType(-1, inputType))
                .standardMemory(initializer().numParams(this), 0)
                .workingMemory(0, 0, MemoryReport.CACHE_MODE_ALL_ZEROS, Map.of())
                .cacheMemory(0, perWindow)
                .build();
    }

    @Override
    public boolean equals(final Object other) {
        return super.equals(other) && getClass() == other.getClass();
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), getClass());
    }
}
