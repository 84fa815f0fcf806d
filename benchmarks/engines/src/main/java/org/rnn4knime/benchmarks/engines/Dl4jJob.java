package org.rnn4knime.benchmarks.engines;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.rnn4knime.benchmarks.worker.Engine;
import org.rnn4knime.benchmarks.worker.Example;
import org.rnn4knime.benchmarks.worker.Job;
import org.rnn4knime.benchmarks.worker.Phase;
import org.rnn4knime.benchmarks.worker.Task;

/** A network of Deeplearning4j with its data. */
final class Dl4jJob implements Job {

    private final Phase phase;

    private final MultiLayerNetwork network;

    private final INDArray inputs;

    private final INDArray targets;

    Dl4jJob(final Task task) {
        final var shape = task.shape();
        final var example = Example.of(task);
        phase = task.phase();
        network = network(task);
        // Of the orders that an array may have, the one that costs Deeplearning4j the fewest copies.
        inputs = Nd4j.create(
                example.inputsByFeature(shape), new int[] {shape.batch(), shape.features(), shape.steps()}, 'f');
        targets = Nd4j.create(example.targets(), new int[] {shape.batch(), 1}, 'f');
    }

    private static MultiLayerNetwork network(final Task task) {
        final var shape = task.shape();
        final var configuration = new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(Engine.LEARNING_RATE))
                .list()
                .layer(new LastTimeStep(layer(task)))
                .layer(new OutputLayer.Builder(LossFunction.MSE)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .setInputType(InputType.recurrent(shape.features(), shape.steps()))
                .build();
        final var made = new MultiLayerNetwork(configuration);
        made.init();
        return made;
    }

    private static BaseRecurrentLayer layer(final Task task) {
        final var units = task.shape().units();
        return switch (task.cell()) {
            case LSTM -> new LSTM.Builder()
                    .nOut(units)
                    .activation(Activation.TANH)
                    .build();
            case ELMAN -> new SimpleRnn.Builder()
                    .nOut(units)
                    .activation(Activation.TANH)
                    .build();
            case GRU -> throw new IllegalArgumentException("Deeplearning4j has no GRU.");
        };
    }

    @Override
    public void run() {
        if (phase == Phase.TRAINING) {
            network.fit(inputs, targets);
        } else {
            network.output(inputs).close();
        }
    }

    @Override
    public void close() {
        network.close();
        inputs.close();
        targets.close();
    }
}
