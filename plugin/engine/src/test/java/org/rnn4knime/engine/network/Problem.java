package org.rnn4knime.engine.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.reference.Example;
import org.rnn4knime.engine.network.reference.ReferenceLoss;
import org.rnn4knime.engine.network.reference.ReferenceNetwork;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;
import org.rnn4knime.engine.training.CrossEntropy;
import org.rnn4knime.engine.training.SquaredError;

/** A network, a batch and a loss, all of them drawn at random but for the shapes. */
record Problem(NetworkPlan plan, float[] parameters, Batch batch) {

    static final Runnable NO_CHECK = () -> {};

    static final int FEATURES = 2;

    private static final double[] CLASS_WEIGHTS = {1, 0.5, 2};

    /** Of the given lengths, each feature a number. */
    static Problem of(final NetworkPlan plan, final int... lengths) {
        final var random = new Random(17);
        final var steps = Arrays.stream(lengths).max().orElseThrow();
        final var inputs = Tensor.zeros(steps, plan.inputs().features(), lengths.length);
        fill(inputs, random);
        for (int index = 0; index < plan.inputs().embeddings().size(); index++) {
            final var feature = plan.inputs().numbers() + index;
            final var categories = plan.inputs().embeddings().get(index).categories();
            for (int step = 0; step < steps; step++) {
                for (int window = 0; window < lengths.length; window++) {
                    inputs.values()[inputs.index(step, feature, window)] = random.nextInt(categories);
                }
            }
        }
        final var parameters = new float[Parameters.count(plan)];
        for (int index = 0; index < parameters.length; index++) {
            parameters[index] = (float) random.nextGaussian() / 2;
        }
        return new Problem(plan, parameters, new Batch(inputs, lengths, targets(plan, steps, lengths.length, random)));
    }

    private static void fill(final Tensor tensor, final Random random) {
        for (int index = 0; index < tensor.values().length; index++) {
            tensor.values()[index] = (float) random.nextGaussian();
        }
    }

    private static Tensor targets(final NetworkPlan plan, final int steps, final int windows, final Random random) {
        final var numbers = plan.outputs().type() == Type.NUMBERS;
        final var targets = Tensor.zeros(
                plan.outputs().scope() == Scope.STEP ? steps : 1,
                numbers ? plan.outputs().values() : 1,
                windows);
        fill(targets, random);
        if (!numbers) {
            for (int index = 0; index < targets.values().length; index++) {
                targets.values()[index] = random.nextInt(plan.outputs().values());
            }
        }
        // Some are unknown, at the first step of a window and within it; but not the only one.
        for (int index = 0; index < targets.values().length && windows > 1; index += 7) {
            targets.values()[index] = Float.NaN;
        }
        return targets;
    }

    private boolean classes() {
        return plan.outputs().type() == Type.CLASSES;
    }

    Loss loss() {
        return classes() ? new CrossEntropy(CLASS_WEIGHTS) : new SquaredError();
    }

    ReferenceLoss referenceLoss() {
        return classes() ? ReferenceLoss.crossEntropy(CLASS_WEIGHTS) : ReferenceLoss.squared();
    }

    ReferenceNetwork reference() {
        return ReferenceNetwork.of(plan, parameters);
    }

    List<Example> examples() {
        return Example.of(batch, plan.outputs().scope());
    }

    /** What the network writes, learns and how wrong it is. */
    record Answer(Tensor outputs, double loss, float[] gradient) {}

    Answer solve(final int threads) {
        return solve(threads, new TrainingPass(1, false, Optional.empty()));
    }

    Answer solve(final int threads, final TrainingPass training) {
        try (var network = RnnNetwork.of(plan, parameters, threads)) {
            final var gradient = new float[parameters.length];
            Arrays.fill(gradient, Float.NaN);
            final var outputs = network.predict(batch.inputs(), batch.lengths(), NO_CHECK);
            final var loss = network.gradient(batch, loss(), training, gradient, NO_CHECK);
            return new Answer(outputs, loss, gradient);
        }
    }

    static double[] doubles(final float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(index -> values[index])
                .toArray();
    }
}
