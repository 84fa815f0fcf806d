package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4knime.engine.LeastSquares;
import org.rnn4knime.engine.RuleCase;
import org.rnn4knime.engine.RuleCase.Item;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.sequence.Scope;

/** For each combination of layout, scope and type a network learns a rule that no linear model can tell. */
class LayoutScopeTypeTest {

    private static List<RuleCase> cases() {
        return RuleCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aNetworkLearnsARuleThatNoLinearModelCanTell(final RuleCase some) {
        final var train = some.raw(1);
        final var test = some.unseen(some.raw(2), train);
        final var model = Setup.of(some.data())
                .length(some.scope() == Scope.STEP ? 3 * RuleCase.WINDOW : RuleCase.WINDOW)
                .network(CellType.GRU, 12)
                .epochs(some.hasId() ? 40 : 20, 0.02)
                .seed(2)
                .train(some.table(train));
        final var results = Predictor.predict(model, some.table(test)).results();
        final var items = some.items(test);
        final var linear = LeastSquares.of(some.items(train));
        assertTrue(items.size() >= 30, () -> items.size() + " predictions");
        if (some.isNominal()) {
            final var classes = (ClassResults) results;
            final var baseline = accuracy(items, item -> linear.predict(item.inputs()));
            final var reached = accuracy(items, item -> isOne(classes, item.place()) ? 1 : 0);
            assertTrue(baseline < 0.7, () -> "linear model: " + baseline);
            assertTrue(reached >= 0.95, () -> "network: " + reached);
        } else {
            final var numbers = (NumberResults) results;
            final var deviation = error(items, item -> 0);
            final var baseline = error(items, item -> linear.predict(item.inputs()));
            final var reached = error(items, item -> numbers.values()[item.place()]);
            assertTrue(baseline > 0.9 * deviation, () -> "linear model: " + baseline + " of " + deviation);
            assertTrue(reached < 0.3 * baseline, () -> "network: " + reached + ", linear model: " + baseline);
        }
    }

    private static boolean isOne(final ClassResults results, final int place) {
        assertTrue(results.has(place), () -> "no prediction at place " + place);
        return List.of("true", "1").contains(results.names().get(results.best(place)));
    }

    private static double error(final List<Item> items, final ToDoubleFunction<Item> prediction) {
        return Math.sqrt(items.stream()
                .mapToDouble(item -> Math.pow(prediction.applyAsDouble(item) - item.truth(), 2))
                .average()
                .orElseThrow());
    }

    private static double accuracy(final List<Item> items, final ToDoubleFunction<Item> prediction) {
        return items.stream()
                .mapToDouble(item -> (prediction.applyAsDouble(item) > 0.5) == (item.truth() > 0.5) ? 1 : 0)
                .average()
                .orElseThrow();
    }
}
