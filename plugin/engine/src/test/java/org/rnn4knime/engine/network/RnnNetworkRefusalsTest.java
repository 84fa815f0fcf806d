package org.rnn4knime.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;

/** What a network refuses, before it computes anything. */
class RnnNetworkRefusalsTest {

    @Test
    void refusesAnIndexThatHasNoVector() {
        final var problem = Problem.of(RnnNetworkTest.large(CellType.LSTM), 3);
        for (final float index : new float[] {4, -1, 0.5f, Float.NaN}) {
            problem.batch().inputs().values()[2] = index;
            final var message = assertThrows(IllegalArgumentException.class, () -> problem.solve(1))
                    .getMessage();
            assertEquals("An index of an embedded value must be from 0 to 3, but is " + index + ".", message);
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        final var plan = RnnNetworkTest.small(CellType.LSTM);
        assertThrows(IllegalArgumentException.class, () -> RnnNetwork.of(plan, new float[3], 1));
        final var settings =
                new NetworkSettings(CellType.JORDAN, 4, 1, false, Activation.TANH, Optional.empty(), Summary.MAX, 0);
        assertThrows(
                IllegalArgumentException.class,
                () -> new NetworkPlan(Inputs.numbers(1), settings, new Outputs(2, Type.CLASSES, Scope.SEQUENCE)));
        final var pooling = RnnNetworkTest.large(CellType.LSTM).settings();
        final var outputs = new Outputs(2, Type.CLASSES, Scope.STEP);
        final var message = assertThrows(
                        IllegalArgumentException.class, () -> new NetworkPlan(Inputs.numbers(1), pooling, outputs))
                .getMessage();
        assertTrue(message.contains("pooling size of 2"), message);
    }

    @Test
    void refusesABatchOfAnotherShape() {
        final var plan = RnnNetworkTest.small(CellType.JORDAN);
        final var fitting = Problem.of(plan, 3, 2).batch();
        final var wrong = List.of(
                new Batch(Tensor.zeros(3, 1, 2), fitting.lengths(), fitting.targets()),
                new Batch(Tensor.zeros(3, 3, 2), fitting.lengths(), fitting.targets()),
                new Batch(fitting.inputs(), fitting.lengths(), Tensor.zeros(1, 1, 2)),
                new Batch(fitting.inputs(), fitting.lengths(), Tensor.zeros(3, 2, 2)));
        for (final var batch : wrong) {
            final var problem = new Problem(plan, new float[Parameters.count(plan)], batch);
            assertThrows(IllegalArgumentException.class, () -> problem.solve(1));
        }
        try (var network = RnnNetwork.of(plan, new float[Parameters.count(plan)], 1)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> network.predict(fitting.inputs(), new int[] {4, 1}, Problem.NO_CHECK));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> network.predict(fitting.inputs(), new int[] {1}, Problem.NO_CHECK));
            assertThrows(IllegalArgumentException.class, () -> network.setParameters(new float[1]));
        }
    }

    @Test
    void onlyAJordanNetworkThatCanReadTheTruthIsTaughtByIt() {
        final var training = new TrainingPass(1, true, Optional.empty());
        final var lstm = Problem.of(RnnNetworkTest.small(CellType.LSTM), 3);
        assertThrows(IllegalArgumentException.class, () -> lstm.solve(1, training));
        final var settings =
                new NetworkSettings(CellType.JORDAN, 4, 1, true, Activation.TANH, Optional.empty(), Summary.LAST, 0);
        final var both = Problem.of(
                new NetworkPlan(
                        Inputs.numbers(2),
                        settings,
                        RnnNetworkTest.small(CellType.LSTM).outputs()),
                3);
        assertThrows(IllegalArgumentException.class, () -> both.solve(1, training));
    }

    @Test
    void refusesToCarryAStateThatIsNotThere() {
        final var problem = Problem.of(RnnNetworkTest.large(CellType.LSTM), 3, 3);
        final var training = new TrainingPass(1, false, Optional.of(new CarriedState()));
        assertThrows(IllegalArgumentException.class, () -> problem.solve(1, training));

        final var other = Problem.of(RnnNetworkTest.small(CellType.LSTM), 3, 3);
        final var carried = new TrainingPass(1, false, Optional.of(new CarriedState()));
        other.solve(1, carried);
        final var larger = Problem.of(RnnNetworkTest.small(CellType.LSTM), 3, 3, 3);
        assertThrows(IllegalArgumentException.class, () -> larger.solve(1, carried));
    }
}
