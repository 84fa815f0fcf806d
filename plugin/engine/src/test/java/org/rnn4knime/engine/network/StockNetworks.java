package org.rnn4knime.engine.network;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.runtime.Dl4jRuntime;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;

/**
 * Networks of Deeplearning4j's own LSTM layers, trained by Deeplearning4j itself: the measure for our own training. Forward,
 * with the last step as summary, squared error, no dropout, and sequences of equal lengths.
 *
 * <p>Its score is the squared error summed over the steps, divided by outputs and sequences, and its updaters get the gradient
 * of that. With one target a sequence it is the mean over all targets; with one a step, that mean times the number of steps.
 */
public final class StockNetworks {

    private StockNetworks() {}

    /** Parameters after so many calls of {@link MultiLayerNetwork#fit(DataSet)} with the same batch. */
    public static float[] fit(
            final NetworkPlan plan,
            final float[] parameters,
            final IUpdater updater,
            final Batch batch,
            final int iterations) {
        return Dl4jRuntime.call(() -> {
            final var network = network(plan, parameters, updater);
            final var data = data(plan, batch);
            for (int iteration = 0; iteration < iterations; iteration++) {
                network.fit(data);
            }
            return network.params().toFloatVector();
        });
    }

    /** The score before training. */
    static double score(final NetworkPlan plan, final float[] parameters, final IUpdater updater, final Batch batch) {
        return Dl4jRuntime.call(() -> network(plan, parameters, updater).score(data(plan, batch)));
    }

    private static MultiLayerNetwork network(final NetworkPlan plan, final float[] parameters, final IUpdater updater) {
        final var settings = plan.settings();
        final var sequence = plan.outputs().scope() == Scope.SEQUENCE;
        final var layers = new NeuralNetConfiguration.Builder().updater(updater).list();
        for (int number = 1; number <= settings.numLayers(); number++) {
            final var lstm = new LSTM.Builder()
                    .activation(Activation.TANH)
                    .nOut(settings.hiddenUnits())
                    .build();
            layers.layer(sequence && number == settings.numLayers() ? new LastTimeStep(lstm) : lstm);
        }
        final var output = sequence
                ? new OutputLayer.Builder(LossFunction.MSE)
                        .activation(Activation.IDENTITY)
                        .nOut(plan.outputs().values())
                        .build()
                : new RnnOutputLayer.Builder(LossFunction.MSE)
                        .activation(Activation.IDENTITY)
                        .nOut(plan.outputs().values())
                        .build();
        final var network = new MultiLayerNetwork(layers.layer(output)
                .setInputType(InputType.recurrent(plan.inputs().numbers()))
                .build());
        network.init(Nd4j.createFromArray(new float[][] {parameters}), true);
        return network;
    }

    private static DataSet data(final NetworkPlan plan, final Batch batch) {
        if (Arrays.stream(batch.lengths())
                .anyMatch(length -> length != batch.inputs().steps())) {
            throw new IllegalArgumentException("sequences of different lengths");
        }
        final var targets = array(batch.targets());
        return new DataSet(
                array(batch.inputs()),
                plan.outputs().scope() == Scope.SEQUENCE
                        ? targets.reshape('c', batch.size(), plan.outputs().values())
                        : targets);
    }

    /** The values as [window, feature, time]. */
    private static INDArray array(final Tensor tensor) {
        return Nd4j.createFromArray(tensor.values())
                .reshape('c', tensor.steps(), tensor.features(), tensor.windows())
                .permute(2, 1, 0)
                .dup('c');
    }
}
