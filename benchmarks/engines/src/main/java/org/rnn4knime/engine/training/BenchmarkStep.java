package org.rnn4knime.engine.training;

import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.network.RnnNetwork;
import org.rnn4knime.engine.network.TrainingPass;
import org.rnn4knime.engine.sequence.Batch;

/** One step of training as the trainer makes it: gradient, Adam, and the new parameters into the network. */
public final class BenchmarkStep {

    private static final Runnable NEVER_CANCELLED = () -> {};

    private final RnnNetwork network;

    private final Batch batch;

    private final double learningRate;

    private final float[] parameters;

    private final float[] gradient;

    private final Optimizer optimizer;

    private int steps;

    /** A step that begins with these parameters, which it changes. */
    public BenchmarkStep(
            final RnnNetwork network, final Batch batch, final double learningRate, final float[] parameters) {
        this.network = network;
        this.batch = batch;
        this.learningRate = learningRate;
        this.parameters = parameters;
        this.gradient = new float[parameters.length];
        this.optimizer = Optimizers.of(OptimizerSettings.ADAM, parameters.length);
    }

    /** Makes the step. */
    public void run() {
        optimizer.step(parameters, gradient(), learningRate);
        network.setParameters(parameters);
    }

    /** The gradient of the mean squared error by the network's parameters of now; the next call overwrites it. */
    public float[] gradient() {
        network.gradient(batch, new SquaredError(), TrainingPass.of(steps++), gradient, NEVER_CANCELLED);
        return gradient;
    }
}
