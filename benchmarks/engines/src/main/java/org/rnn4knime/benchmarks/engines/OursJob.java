package org.rnn4knime.benchmarks.engines;

import java.util.Arrays;
import org.rnn4knime.benchmarks.worker.Engine;
import org.rnn4knime.benchmarks.worker.Example;
import org.rnn4knime.benchmarks.worker.Job;
import org.rnn4knime.benchmarks.worker.Phase;
import org.rnn4knime.benchmarks.worker.Task;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Inputs;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.network.RnnNetwork;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;
import org.rnn4knime.engine.training.BenchmarkStep;

/** A network of our engine with its data. */
final class OursJob implements Job {

    private static final Runnable NEVER_CANCELLED = () -> {};

    private final Phase phase;

    private final Example example;

    private final RnnNetwork network;

    private final Batch batch;

    private final BenchmarkStep step;

    OursJob(final Task task) {
        final var shape = task.shape();
        phase = task.phase();
        example = Example.of(task);
        final var plan = new NetworkPlan(
                Inputs.numbers(shape.features()),
                new NetworkSettings(CellType.valueOf(task.cell().name()), shape.units()),
                new Outputs(1, Outputs.Type.NUMBERS, Outputs.Scope.SEQUENCE));
        network = RnnNetwork.of(plan, example.parameters().clone(), task.threads());
        final var lengths = new int[shape.batch()];
        Arrays.fill(lengths, shape.steps());
        batch = new Batch(
                new Tensor(shape.steps(), shape.features(), shape.batch(), example.inputsByFeature(shape)),
                lengths,
                new Tensor(1, 1, shape.batch(), example.targets()));
        step = new BenchmarkStep(
                network, batch, Engine.LEARNING_RATE, example.parameters().clone());
    }

    @Override
    public void run() {
        if (phase == Phase.TRAINING) {
            step.run();
        } else {
            predict();
        }
    }

    private Tensor predict() {
        return network.predict(batch.inputs(), batch.lengths(), NEVER_CANCELLED);
    }

    @Override
    public float[] outputs() {
        network.setParameters(example.parameters().clone());
        return predict().values();
    }

    @Override
    public float[] gradient() {
        network.setParameters(example.parameters().clone());
        return step.gradient().clone();
    }

    @Override
    public void close() {
        network.close();
    }
}
