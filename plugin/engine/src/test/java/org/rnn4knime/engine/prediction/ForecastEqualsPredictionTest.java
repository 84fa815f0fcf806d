package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.training.Trainer;
import org.rnn4knime.engine.training.TrainingListener;

/** What the Forecaster says of a step is what the Predictor says of a row that is there already, but for its target. */
class ForecastEqualsPredictionTest {

    private static final int ROWS = 20;

    private static final int AHEAD = 3;

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void ofNumbers(@ForAll final long seed) {
        final var problem = new Problem(seed, true);
        final var forecasts = problem.forecast();

        for (int shop = 0; shop < 2; shop++) {
            final var values = ((NumberColumn) forecasts.get(shop).values()).values();
            for (int step = 0; step < values.length; step++) {
                final var results = (NumberResults)
                        problem.predict(shop, step, forecasts.get(shop)).results();
                // The windows beside it change the order of additions, and so the last digits.
                assertEquals(
                        results.values()[problem.rowOf(shop, step)],
                        values[step],
                        1e-6 * Math.max(1, Math.abs(values[step])));
            }
        }
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void ofClasses(@ForAll final long seed) {
        final var problem = new Problem(seed, false);
        final var forecasts = problem.forecast();

        for (int shop = 0; shop < 2; shop++) {
            for (int step = 0; step < forecasts.get(shop).steps(); step++) {
                final var results = (ClassResults)
                        problem.predict(shop, step, forecasts.get(shop)).results();
                final var best = results.best(problem.rowOf(shop, step));
                assertEquals(
                        results.names().get(best),
                        forecasts.get(shop).values().text(step).orElseThrow());
            }
        }
    }

    /** A model of two shops with a number and a nominal value beside the target, all drawn. */
    private static final class Problem {

        private final boolean isNumber;

        private final boolean isDirect;

        private final boolean isKnown;

        private final double[] x = new double[2 * (ROWS + AHEAD)];

        private final String[] c = new String[x.length];

        private final double[] y = new double[x.length];

        private final RnnModel model;

        Problem(final long seed, final boolean isNumber) {
            final var random = new Random(seed);
            this.isNumber = isNumber;
            this.isDirect = isNumber && random.nextBoolean();
            this.isKnown = random.nextBoolean();
            final var missing = MissingValues.values()[random.nextInt(4)];
            for (int index = 0; index < x.length; index++) {
                final var canMiss = missing != MissingValues.FAIL && index < 2 * (ROWS - 1);
                x[index] = canMiss && random.nextInt(10) == 0 ? Double.NaN : random.nextGaussian();
                c[index] = canMiss && random.nextInt(10) == 0 ? "?" : random.nextBoolean() ? "p" : "q";
                y[index] = canMiss && random.nextInt(9) == 0 ? Double.NaN : 1 + random.nextInt(9);
            }
            final var features = List.of("x", "c");
            final var data = LinearRule.data(
                    features,
                    isKnown ? features : List.of(),
                    List.of("shop"),
                    missing == MissingValues.SKIP ? Optional.empty() : Optional.of("t"),
                    missing);
            final var level = WindowLevel.values()[random.nextInt(3)];
            final var transform = isNumber
                    ? new TargetTransform(
                            random.nextBoolean(),
                            random.nextBoolean(),
                            random.nextBoolean() ? Optional.of(2) : Optional.empty(),
                            level)
                    : TargetTransform.NONE;
            final var settings = new RnnSettings(
                    data,
                    LinearRule.steps(2, isDirect ? ForecastMode.DIRECT : ForecastMode.RECURSIVE, AHEAD),
                    new EncodingSettings(Normalization.Z_SCORE, transform),
                    new NetworkSettings(CellType.values()[random.nextInt(4)], 4),
                    new TrainingSettings(2, 8, 0.05, 0, seed));
            model = Trainer.train(table(0, ROWS, y), settings, TrainingListener.NONE)
                    .model();
        }

        /** Some rows of both shops, the one's beside the other's, with these targets. */
        private Table table(final int from, final int to, final double[] targets) {
            final Supplier<IntStream> rows = () -> IntStream.range(2 * from, 2 * to);
            final var target = rows.get()
                    .mapToObj(row -> Double.isNaN(targets[row])
                            ? Optional.<String>empty()
                            : Optional.of(Integer.toString((int) targets[row] % 3)))
                    .toList();
            return Examples.table(
                    TextColumn.of(
                            "shop",
                            rows.get()
                                    .mapToObj(row -> Optional.of("shop " + row % 2))
                                    .toList()),
                    new NumberColumn("t", rows.get().mapToDouble(row -> row / 2).toArray()),
                    new NumberColumn("x", Arrays.copyOfRange(x, 2 * from, 2 * to)),
                    TextColumn.of(
                            "c",
                            rows.get()
                                    .mapToObj(row -> Optional.of(c[row]).filter(value -> !"?".equals(value)))
                                    .toList()),
                    isNumber
                            ? new NumberColumn("y", Arrays.copyOfRange(targets, 2 * from, 2 * to))
                            : TextColumn.of("y", target));
        }

        int rowOf(final int shop, final int step) {
            return 2 * (ROWS + step) + shop;
        }

        List<ForecastSequence> forecast() {
            final var horizon = isDirect ? 1 : isKnown ? AHEAD : 1;
            final var forecast = Forecaster.forecast(
                    model, table(0, ROWS, y), Optional.of(table(ROWS, ROWS + AHEAD, y)), new ForecastRequest(horizon));
            assertTrue(forecast.sequences().size() == 2, forecast.warnings()::toString);
            return forecast.sequences();
        }

        /** Predicts the rows behind the history, up to a step with the forecasts as truth. */
        Predictions predict(final int shop, final int step, final ForecastSequence forecast) {
            final var targets = y.clone();
            Arrays.fill(targets, 2 * ROWS, targets.length, Double.NaN);
            for (int before = 0; before < step; before++) {
                targets[rowOf(shop, before)] = isNumber
                        ? ((NumberColumn) forecast.values()).values()[before]
                        : Double.parseDouble(forecast.values().text(before).orElseThrow());
            }
            return Predictor.predict(model, table(0, ROWS + AHEAD, targets));
        }
    }
}
