package org.rnn4knime.engine.model;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.Summary;

/** A network in the words of Deeplearning4j: layers of its own alone. */
final class Dl4jConfiguration {

    /** Any but 0, which stands for the time of day: the same network is to give the same file. */
    private static final long SEED = 1;

    private Dl4jConfiguration() {}

    /** The network must be one that {@link Dl4jParts} lets through. */
    static MultiLayerConfiguration of(final NetworkPlan plan) {
        final var settings = plan.settings();
        final var sequence = plan.outputs().scope() == Scope.SEQUENCE;
        final var layers = new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .dataType(DataType.FLOAT)
                .list();
        settings.convolution().ifPresent(convolution -> convolve(layers, convolution));
        for (int number = 1; number <= settings.numLayers(); number++) {
            final var lastStep = sequence && number == settings.numLayers() && settings.summary() == Summary.LAST;
            final var first = number == 1 && settings.convolution().isEmpty();
            layers.layer(recurrent(settings, lastStep, first ? 0 : settings.dropout()));
        }
        if (sequence) {
            pool(layers, settings.summary());
        }
        return layers.layer(output(plan.outputs(), settings.dropout()))
                .setInputType(InputType.recurrent(plan.inputs().numbers()))
                .build();
    }

    private static void convolve(final ListBuilder layers, final Convolution convolution) {
        layers.layer(forTraining(new Convolution1DLayer.Builder(), 0)
                .kernelSize(convolution.kernelSize())
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.RELU)
                .nOut(convolution.filters())
                .build());
        if (convolution.poolingSize() > 1) {
            layers.layer(new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                    .kernelSize(convolution.poolingSize())
                    .stride(convolution.poolingSize())
                    .convolutionMode(ConvolutionMode.Same)
                    .build());
        }
    }

    private static Layer recurrent(final NetworkSettings settings, final boolean lastStep, final double dropout) {
        final Layer cell = cell(settings, dropout);
        // Inside of Bidirectional, so that each direction gives the last step that it reads itself.
        final var layer = lastStep ? new LastTimeStep(cell) : cell;
        return settings.bidirectional() ? new Bidirectional(Bidirectional.Mode.CONCAT, layer) : layer;
    }

    private static Layer cell(final NetworkSettings settings, final double dropout) {
        return settings.cellType() == CellType.LSTM
                ? forTraining(new LSTM.Builder(), dropout)
                        .gateActivationFunction(Activation.SIGMOID)
                        .activation(Activation.TANH)
                        .nOut(settings.hiddenUnits())
                        .build()
                : forTraining(new SimpleRnn.Builder(), dropout)
                        .activation(activation(settings))
                        .nOut(settings.hiddenUnits())
                        .build();
    }

    private static Activation activation(final NetworkSettings settings) {
        return switch (settings.activation()) {
            case TANH -> Activation.TANH;
            case SIGMOID -> Activation.SIGMOID;
            case RELU -> Activation.RELU;
        };
    }

    /**
     * What only those need who train the network further: Deeplearning4j's own defaults, and dropout. They are set for
     * each layer because those of a whole network do not reach a cell inside of two wrappers.
     *
     * @param dropout of the layer's inputs: a DropoutLayer before it would throw where there is a mask
     */
    private static <B extends BaseLayer.Builder<B>> B forTraining(final B layer, final double dropout) {
        if (dropout > 0) {
            // Deeplearning4j wants what is kept.
            layer.dropOut(1 - dropout);
        }
        return layer.updater(new Adam())
                .weightInit(WeightInit.XAVIER)
                .biasInit(0)
                .gainInit(1)
                .gradientNormalization(GradientNormalization.None);
    }

    private static void pool(final ListBuilder layers, final Summary summary) {
        switch (summary) {
            case MEAN -> layers.layer(new GlobalPoolingLayer(PoolingType.AVG));
            case MAX -> layers.layer(new GlobalPoolingLayer(PoolingType.MAX));
            case LAST, ATTENTION -> {
                // The last recurrent layer gives the last step itself; attention is refused.
            }
        }
    }

    private static Layer output(final Outputs outputs, final double dropout) {
        final var classes = outputs.type() == Type.CLASSES;
        final var loss = classes ? LossFunction.MCXENT : LossFunction.MSE;
        final var activation = classes ? Activation.SOFTMAX : Activation.IDENTITY;
        return outputs.scope() == Scope.STEP
                ? forTraining(new RnnOutputLayer.Builder(loss), dropout)
                        .activation(activation)
                        .nOut(outputs.values())
                        .build()
                : forTraining(new OutputLayer.Builder(loss), dropout)
                        .activation(activation)
                        .nOut(outputs.values())
                        .build();
    }
}
