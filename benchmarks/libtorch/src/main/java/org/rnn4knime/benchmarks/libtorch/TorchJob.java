package org.rnn4knime.benchmarks.libtorch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.rnn4knime.benchmarks.worker.Engine;
import org.rnn4knime.benchmarks.worker.Example;
import org.rnn4knime.benchmarks.worker.Job;
import org.rnn4knime.benchmarks.worker.Phase;
import org.rnn4knime.benchmarks.worker.Task;

/** A network of libtorch with its data and its optimizer. */
@SuppressWarnings("try") // Scopes are opened for what they do when they end.
final class TorchJob implements Job {

    private final PointerScope scope = new PointerScope();

    private final Task task;

    private final TorchLayer layer;

    private final LinearImpl linear;

    private final List<Tensor> parameters = new ArrayList<>();

    private final Example example;

    private final Tensor inputs;

    private final Tensor targets;

    private final Adam adam;

    TorchJob(final Task task) {
        this.task = task;
        final var shape = task.shape();
        example = Example.of(task);
        layer = TorchLayer.of(task);
        linear = new LinearImpl(shape.units(), 1);
        parameters.addAll(List.of(layer.module().parameters().get()));
        parameters.addAll(List.of(linear.parameters().get()));
        begin();
        inputs = tensor(example.inputs(), shape.steps(), shape.batch(), shape.features());
        targets = tensor(example.targets(), shape.batch(), 1);
        adam = new Adam(new TensorVector(parameters.toArray(Tensor[]::new)), new AdamOptions(Engine.LEARNING_RATE));
    }

    /** Training changes the parameters: this undoes it. */
    private void begin() {
        new TorchWeights(task).write(example.parameters(), parameters);
    }

    private static Tensor tensor(final float[] values, final long... sizes) {
        return torch.from_blob(new FloatPointer(values), sizes).clone();
    }

    @Override
    public void run() {
        try (var temporary = new PointerScope()) {
            if (task.phase() == Phase.TRAINING) {
                backward();
                adam.step();
            } else {
                try (var mode = new InferenceMode()) {
                    forward();
                }
            }
        }
    }

    private Tensor forward() {
        return linear.forward(layer.last(inputs).select(0, 0));
    }

    private void backward() {
        adam.zero_grad();
        torch.mse_loss(forward(), targets).backward();
    }

    @Override
    public float[] outputs() {
        begin();
        try (var temporary = new PointerScope();
                var mode = new InferenceMode()) {
            return TorchWeights.read(forward());
        }
    }

    @Override
    public float[] gradient() {
        begin();
        try (var temporary = new PointerScope()) {
            backward();
            return new TorchWeights(task).readGradients(parameters);
        }
    }

    @Override
    public void close() {
        scope.close();
    }
}
