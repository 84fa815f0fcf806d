package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.OptimizerType;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Inputs;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.Parameters;
import org.rnn4knime.engine.network.RnnNetwork;
import org.rnn4knime.engine.network.StockNetworks;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.network.TrainingPass;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;

/** Our training steps lead where Deeplearning4j's own layers and its own training lead. */
class StepsLikeDeeplearning4jTest {

    private static final int STEPS = 6;

    private static final int ITERATIONS = 10;

    private static Tensor random(final int steps, final int features, final int windows, final long seed) {
        final var tensor = Tensor.zeros(steps, features, windows);
        final var random = new Random(seed);
        for (int index = 0; index < tensor.values().length; index++) {
            tensor.values()[index] = (float) random.nextGaussian();
        }
        return tensor;
    }

    private static IUpdater updater(final OptimizerSettings settings, final double rate) {
        return switch (settings.type()) {
            case ADAM -> new org.nd4j.linalg.learning.config.Adam(rate);
            case RMSPROP -> new RmsProp(rate, 0.95, 1e-8);
            case SGD -> settings.nesterov() ? new Nesterovs(rate, settings.momentum()) : new Sgd(rate);
            case ADAMW -> throw new IllegalArgumentException("Deeplearning4j has none.");
        };
    }

    private static float[] train(
            final NetworkPlan plan, final OptimizerSettings settings, final double rate, final Batch batch) {
        final var parameters = Parameters.initial(plan, 1);
        final var gradient = new float[parameters.length];
        final var optimizer = Optimizers.of(settings, parameters.length);
        try (var network = RnnNetwork.of(plan, parameters, 2)) {
            for (int iteration = 0; iteration < ITERATIONS; iteration++) {
                network.gradient(batch, new SquaredError(), TrainingPass.of(0), gradient, () -> {});
                for (int index = 0; index < gradient.length; index++) {
                    // Deeplearning4j adds up the losses of all steps.
                    gradient[index] *= batch.targets().steps();
                }
                optimizer.step(parameters, gradient, rate);
                network.setParameters(parameters);
            }
        }
        return parameters;
    }

    private static double distance(final float[] one, final float[] other) {
        double squares = 0;
        for (int index = 0; index < one.length; index++) {
            squares += Math.pow((double) one[index] - other[index], 2);
        }
        return Math.sqrt(squares);
    }

    @ParameterizedTest
    @CsvSource({
        "ADAM, 0, false, 0.01, 1, SEQUENCE", "ADAM, 0, false, 0.01, 2, STEP",
        "RMSPROP, 0, false, 0.01, 2, SEQUENCE", "RMSPROP, 0, false, 0.01, 1, STEP",
        "SGD, 0, false, 0.1, 2, SEQUENCE", "SGD, 0, false, 0.02, 1, STEP",
        "SGD, 0.9, true, 0.05, 1, SEQUENCE", "SGD, 0.9, true, 0.01, 2, STEP"
    })
    void tenStepsReachTheSameParameters(
            final OptimizerType type,
            final double momentum,
            final boolean nesterov,
            final double rate,
            final int layers,
            final Scope scope) {
        final var plan = new NetworkPlan(
                Inputs.numbers(3),
                new NetworkSettings(
                        CellType.LSTM, 5, layers, false, Activation.TANH, Optional.empty(), Summary.LAST, 0),
                new Outputs(2, Type.NUMBERS, scope));
        final var batch =
                Batch.ofEqualLength(random(STEPS, 3, 20, 1), random(scope == Scope.STEP ? STEPS : 1, 2, 20, 2));
        final var settings = new OptimizerSettings(type, 0, momentum, nesterov);

        final var ours = train(plan, settings, rate, batch);

        final var before = Parameters.initial(plan, 1);
        final var theirs = StockNetworks.fit(plan, before.clone(), updater(settings, rate), batch, ITERATIONS);
        final var ratio = distance(ours, theirs) / distance(theirs, before);
        assertTrue(ratio <= 1e-4, "the distance is " + ratio + " of the change");
    }
}
