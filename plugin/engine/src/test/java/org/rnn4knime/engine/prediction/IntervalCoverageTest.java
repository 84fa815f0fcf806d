package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.training.Trainer;
import org.rnn4knime.engine.training.TrainingListener;

/** How many truths of simulated series, whose noise is known, lie in the intervals of trained models. */
class IntervalCoverageTest {

    private static final int HORIZON = 10;

    private static final int SERIES = 100;

    private static final int LENGTH = 60;

    /** A way to make series. */
    private interface Simulation {

        double next(double before, Random random);
    }

    private static double autoregression(final double before, final Random random) {
        return 0.8 * before + random.nextGaussian();
    }

    private static double randomWalk(final double before, final Random random) {
        return before + random.nextGaussian();
    }

    private static double growth(final double before, final Random random) {
        return before * Math.exp(0.02 + 0.05 * random.nextGaussian());
    }

    /** [series, step]. */
    private static double[][] simulate(
            final Simulation simulation, final double start, final int length, final long seed) {
        final var random = new Random(seed);
        final var values = new double[SERIES][length];
        for (final var series : values) {
            double value = start;
            for (int step = -10; step < length; step++) {
                value = simulation.next(value, random);
                if (step >= 0) {
                    series[step] = value;
                }
            }
        }
        return values;
    }

    private static Table table(final double[][] values, final int length) {
        return Examples.table(
                TextColumn.of(
                        "series",
                        IntStream.range(0, SERIES * length)
                                .mapToObj(row -> Optional.of("s" + row / length))
                                .toList()),
                new NumberColumn(
                        "y",
                        IntStream.range(0, SERIES * length)
                                .mapToDouble(row -> values[row / length][row % length])
                                .toArray()));
    }

    private static void assertCovers(
            final Simulation simulation, final double start, final TargetTransform transform, final ForecastMode mode) {
        final var model = trained(simulation, start, transform, mode);
        final var series = simulate(simulation, start, LENGTH + HORIZON, 2);
        final var forecast = Forecaster.forecast(
                model, table(series, LENGTH), Optional.empty(), new ForecastRequest(HORIZON, List.of(80.0, 95.0)));

        assertEquals(List.of(), forecast.warnings());
        final var covered = new int[2];
        for (int index = 0; index < SERIES; index++) {
            final var intervals = forecast.sequences().get(index).intervals();
            for (int level = 0; level < 2; level++) {
                for (int step = 0; step < HORIZON; step++) {
                    final var truth = series[index][LENGTH + step];
                    if (intervals.get(level).lower()[step] <= truth
                            && truth <= intervals.get(level).upper()[step]) {
                        covered[level]++;
                    }
                }
            }
            assertWiderAndWider(intervals.get(0), transform.logarithm());
        }
        final double forecasts = SERIES * HORIZON;
        assertTrue(covered[0] >= 0.7 * forecasts && covered[0] <= 0.9 * forecasts, covered[0] + " at 80 %");
        assertTrue(covered[1] >= 0.9 * forecasts && covered[1] > covered[0], covered[1] + " at 95 %");
    }

    private static void assertWiderAndWider(final ForecastInterval interval, final boolean isRatio) {
        final var widths = IntStream.range(0, HORIZON)
                .mapToDouble(step -> isRatio
                        ? interval.upper()[step] / interval.lower()[step]
                        : interval.upper()[step] - interval.lower()[step])
                .toArray();
        for (int step = 1; step < HORIZON; step++) {
            assertTrue(widths[step] >= widths[step - 1] * (1 - 1e-12));
        }
        assertTrue(widths[HORIZON - 1] > 1.3 * widths[0]);
    }

    private static RnnModel trained(
            final Simulation simulation, final double start, final TargetTransform transform, final ForecastMode mode) {
        final var table = table(simulate(simulation, start, LENGTH, 1), LENGTH);
        final var settings = new RnnSettings(
                new DataSettings("y", List.of("series"), Optional.empty()),
                LinearRule.steps(8, mode, HORIZON),
                new EncodingSettings(Normalization.Z_SCORE, transform),
                new NetworkSettings(CellType.GRU, 4),
                new TrainingSettings(6, 32, 0.01, 0.4, 1));
        return Backtest.measured(
                Trainer.train(table, settings, TrainingListener.NONE).model(), table, Optional.empty(), () -> {});
    }

    @Test
    void ofAnAutoregression() {
        assertCovers(IntervalCoverageTest::autoregression, 0, TargetTransform.NONE, ForecastMode.RECURSIVE);
    }

    @Test
    void ofAnAutoregressionForecastDirectly() {
        assertCovers(IntervalCoverageTest::autoregression, 0, TargetTransform.NONE, ForecastMode.DIRECT);
    }

    @Test
    void ofARandomWalkByDifferences() {
        assertCovers(IntervalCoverageTest::randomWalk, 0, new TargetTransform(false, true), ForecastMode.RECURSIVE);
    }

    @Test
    void ofGrowthByDifferencesOfLogarithms() {
        final var transform = new TargetTransform(true, true);
        assertCovers(IntervalCoverageTest::growth, 100, transform, ForecastMode.RECURSIVE);
    }
}
