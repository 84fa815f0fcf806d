package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.RawSequences;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.model.Baseline;
import org.rnn4knime.engine.model.Comparison;
import org.rnn4knime.engine.model.GradientReach;
import org.rnn4knime.engine.model.MetricType;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.TrainedNetwork;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;

class ModelWarningsTest {

    private static Table table(final Scope scope) {
        final var random = new Random(1);
        final var raw = RawSequences.of(IntStream.range(0, 20).map(any -> 30).toArray())
                .numbers("x", (sequence, step) -> random.nextGaussian());
        return scope == Scope.STEP
                ? raw.numbers("y", (sequence, step) -> random.nextGaussian()).lists()
                : raw.whole(numbers("y", random.doubles(20).toArray())).lists();
    }

    /** A model of Elman's network whose gradient halves at every step, or doubles. */
    private static RnnModel model(final Scope scope, final double factor, final double rmse) {
        final var model = Setup.of(Data.of(SequenceLayout.LISTS, scope).features("x"))
                .network(CellType.ELMAN, 3)
                .epochs(1)
                .train(table(scope));
        final var norms =
                IntStream.range(0, 30).mapToDouble(lag -> Math.pow(factor, lag)).toArray();
        final var network = model.networks().get(0);
        return model.withNetworks(List.of(new TrainedNetwork(
                        network.parameters(),
                        network.history(),
                        1,
                        List.of(GradientReach.of(1, List.of(norms))),
                        network.state())))
                .withComparison(
                        Optional.of(new Comparison(MetricType.RMSE, rmse, Baseline.of(Baseline.Kind.MEAN, 1), true)));
    }

    @ParameterizedTest
    @CsvSource({
        "SEQUENCE, 0.5, true",
        "SEQUENCE, 0.26, true",
        "SEQUENCE, 0.24, false",
        "STEP, 1.1, true",
        "STEP, 0.9, false"
    })
    void aGradientThatVanishesIsToldUnlessTheModelDoesWell(final Scope scope, final double rmse, final boolean isTold) {
        final var warnings = ModelWarnings.of(model(scope, 0.5, rmse));

        assertEquals(
                isTold, warnings.stream().anyMatch(warning -> warning.contains("gradient falls")), warnings::toString);
    }

    @Test
    void aGradientThatExplodesIsAlwaysTold() {
        final var warnings = ModelWarnings.of(model(Scope.STEP, 2, 0.001));

        assertTrue(warnings.get(0).contains("gradient grows"), warnings::toString);
    }

    @ParameterizedTest
    @CsvSource({"0.99, false", "1, true", "1.01, true"})
    void aModelThatIsNoBetterThanASimpleMethodIsTold(final double rmse, final boolean isTold) {
        final var warnings = ModelWarnings.of(model(Scope.STEP, 1, rmse));

        assertEquals(
                isTold ? 1 : 0,
                warnings.stream()
                        .filter(warning -> warning.startsWith(
                                "The model is not better than a simple method: on what was held back,"))
                        .count(),
                warnings::toString);
    }
}
