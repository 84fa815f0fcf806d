package org.rnn4knime.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.model.GradientVerdict.Kind;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Inputs;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.network.Parameters;
import org.rnn4knime.engine.network.RnnNetwork;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.network.reference.ReferenceNetwork;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;
import org.rnn4knime.engine.training.SquaredError;

/** The verdict on networks whose gradients are known to vanish, to explode and to stay: by their recurrent weights. */
class GradientVerdictOfNetworksTest {

    private static final int STEPS = 50;

    private static final int WINDOWS = 20;

    private static NetworkPlan plan(final CellType cell, final Activation activation) {
        return new NetworkPlan(
                Inputs.numbers(2),
                new NetworkSettings(cell, 16, 1, false, activation, Optional.empty(), Summary.LAST, 0),
                new Outputs(1, Outputs.Type.NUMBERS, Outputs.Scope.SEQUENCE));
    }

    /** The parameters to begin with, but for those of a block: each is replaced. */
    private static float[] parameters(final NetworkPlan plan, final String block, final Change change) {
        final var parameters = Parameters.initial(plan, 5);
        int changed = 0;
        for (final var some : ReferenceNetwork.blocks(plan)) {
            for (int index = some.from(); some.name().equals(block) && index < some.to(); index++) {
                parameters[index] = change.of(parameters[index]);
                changed++;
            }
        }
        assertTrue(changed > 0, block);
        return parameters;
    }

    /** A new value for an old one. */
    private interface Change {

        float of(float value);
    }

    /** With inputs so small that tanh is linear. */
    private static GradientVerdict verdict(final NetworkPlan plan, final float[] parameters) {
        return verdict(plan, parameters, 1e-12f);
    }

    private static GradientVerdict verdict(final NetworkPlan plan, final float[] parameters, final float inputSize) {
        final var random = new Random(11);
        final var inputs = Tensor.zeros(STEPS, 2, WINDOWS);
        for (int index = 0; index < inputs.values().length; index++) {
            inputs.values()[index] = inputSize * (float) random.nextGaussian();
        }
        final var targets = Tensor.zeros(1, 1, WINDOWS);
        Arrays.fill(targets.values(), 1);
        try (var network = RnnNetwork.of(plan, parameters, 2)) {
            final var norms = network.reach(Batch.ofEqualLength(inputs, targets), new SquaredError(), () -> {});
            return GradientVerdict.of(
                    plan.settings(), plan.outputs().scope(), ClippingType.NONE, List.of(GradientReach.of(5, norms)));
        }
    }

    /** An orthogonal matrix keeps the length of a gradient, so half of it halves the length: 0.5^7 is the first below 0.01. */
    @Test
    void halfOfAnOrthogonalMatrixMakesTheGradientVanish() {
        final var plan = plan(CellType.ELMAN, Activation.TANH);
        final var verdict = verdict(plan, parameters(plan, "forward U of layer 1", value -> 0.5f * value));
        assertEquals(
                new GradientVerdict(
                        Kind.VANISHING,
                        "The gradient falls to a hundredth within 7 of 50 time steps: the network can hardly learn from further"
                                + " back. Try LSTM or GRU, the mean, the maximum or attention as summary of the sequence, or a"
                                + " shorter sequence length."),
                verdict);
    }

    /** 1.5^12 is the first above 100. */
    @Test
    void oneAndAHalfOfAnOrthogonalMatrixMakesTheGradientExplode() {
        final var plan = plan(CellType.ELMAN, Activation.TANH);
        final var verdict = verdict(plan, parameters(plan, "forward U of layer 1", value -> 1.5f * value));
        assertEquals(
                new GradientVerdict(
                        Kind.EXPLODING,
                        "The gradient grows a hundredfold over 12 time steps, so that the steps of the training may be far too"
                                + " large. Clip gradients by their global norm (threshold 1), or lower the learning rate."),
                verdict);
    }

    @Test
    void anOrthogonalMatrixItselfIsHealthy() {
        final var plan = plan(CellType.ELMAN, Activation.TANH);
        assertEquals(
                new GradientVerdict(Kind.HEALTHY, "The gradient reaches back over all 50 time steps."),
                verdict(plan, Parameters.initial(plan, 5)));
    }

    /** A forget gate of nearly 1 hands the cell on from step to step. */
    @Test
    void anLstmWithAnOpenForgetGateIsHealthy() {
        final var plan = plan(CellType.LSTM, Activation.TANH);
        assertEquals(
                new GradientVerdict(Kind.HEALTHY, "The gradient reaches back over all 50 time steps."),
                verdict(plan, parameters(plan, "forward bf of layer 1", value -> 6), 1));
    }

    @Test
    void anLstmWithAClosedForgetGateIsNot() {
        final var plan = plan(CellType.LSTM, Activation.TANH);
        assertEquals(
                Kind.VANISHING,
                verdict(plan, parameters(plan, "forward bf of layer 1", value -> -6), 1)
                        .kind());
    }

    /** An update gate that copies the state. */
    @Test
    void aGruThatKeepsItsStateIsHealthy() {
        final var plan = plan(CellType.GRU, Activation.TANH);
        assertEquals(
                new GradientVerdict(Kind.HEALTHY, "The gradient reaches back over all 50 time steps."),
                verdict(plan, parameters(plan, "forward bu of layer 1", value -> 6), 1));
    }
}
