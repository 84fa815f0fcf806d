package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.airline;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.sine;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.ModelFile;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.training.Trainer;
import org.rnn4knime.engine.training.TrainingListener;

/** Forecasts of models that learned from tables. */
class ForecastLearningTest {

    private static RnnModel trained(
            final Table table,
            final DataSettings data,
            final SequenceSettings sequences,
            final TargetTransform transform,
            final NetworkSettings network,
            final TrainingSettings training) {
        return Trainer.train(
                        table,
                        new RnnSettings(
                                data,
                                sequences,
                                new EncodingSettings(Normalization.Z_SCORE, transform),
                                network,
                                training),
                        TrainingListener.NONE)
                .model();
    }

    private static ForecastSequence forecast(final RnnModel model, final Table history, final int horizon) {
        return Forecaster.forecast(model, history, Optional.empty(), new ForecastRequest(horizon))
                .sequences()
                .get(0);
    }

    private static double[] values(final ForecastSequence forecast) {
        return ((NumberColumn) forecast.values()).values();
    }

    private static double[] column(final Table table, final String name) {
        return ((NumberColumn) table.column(name)).values();
    }

    private static RnnModel sineModel(final ForecastMode mode) {
        return trained(
                sine(100),
                new DataSettings("value", List.of(), Optional.empty()),
                LinearRule.steps(10, mode, 10),
                TargetTransform.NONE,
                new NetworkSettings(CellType.LSTM, 6),
                new TrainingSettings(60, 16, 0.02, 0, 1));
    }

    @Test
    void aSineGoesOnRecursivelyAndDirectly() {
        final var truth = Arrays.copyOfRange(column(sine(110), "value"), 100, 110);

        for (final var mode : ForecastMode.values()) {
            assertArrayEquals(truth, values(forecast(sineModel(mode), sine(100), 10)), 0.3, mode::name);
        }
    }

    @Test
    void theModelsFileForecastsTheSame() throws IOException {
        final var model = sineModel(ForecastMode.RECURSIVE);
        final var stream = new ByteArrayOutputStream();
        ModelFile.write(model, stream);
        final var read = ModelFile.read(new ByteArrayInputStream(stream.toByteArray()));

        assertArrayEquals(values(forecast(model, sine(50), 20)), values(forecast(read, sine(50), 20)));
    }

    @Test
    void airlinePassengersAreForecastBetterThanByTheSameMonthOfTheYearBefore() {
        final var model = trained(
                airline(0, 120),
                new DataSettings("passengers", List.of(), Optional.of("month")),
                new SequenceSettings(24),
                new TargetTransform(true, true),
                new NetworkSettings(CellType.LSTM, 32),
                new TrainingSettings(40, 32, 0.005, 0, 1));
        final var forecast = forecast(model, airline(0, 120), 12);
        final var truth = column(airline(120, 132), "passengers");
        final var naive = column(airline(108, 120), "passengers");

        assertEquals(
                IntStream.range(0, 12)
                        .mapToObj(row -> airline(120, 132).column("month").text(row))
                        .toList(),
                IntStream.range(0, 12)
                        .mapToObj(step -> forecast.order().orElseThrow().text(step))
                        .toList());
        assertTrue(rootMeanSquare(truth, values(forecast)) < rootMeanSquare(truth, naive));
    }

    private static double rootMeanSquare(final double[] truth, final double[] forecast) {
        return Math.sqrt(IntStream.range(0, truth.length)
                .mapToDouble(step -> Math.pow(truth[step] - forecast[step], 2))
                .average()
                .orElseThrow());
    }

    /** Whether the value doubles or halves is known of each step and nothing else tells it. */
    @Test
    void whatIsKnownInTheFutureDecides() {
        final var random = new Random(1);
        final var rows = 400;
        final var mood = new String[rows + 6];
        final var values = new double[rows + 6];
        double level = 1;
        for (int row = 0; row < mood.length; row++) {
            final var isUp = random.nextBoolean();
            level = isUp ? Math.min(8, level * 2) : Math.max(1, level / 2);
            mood[row] = isUp ? "up" : "down";
            values[row] = level;
        }
        final var data =
                LinearRule.data(List.of("mood"), List.of("mood"), List.of(), Optional.empty(), MissingValues.FAIL);
        final var history = table(text("mood", Arrays.copyOf(mood, rows)), numbers("y", Arrays.copyOf(values, rows)));
        final var future = table(text("mood", Arrays.copyOfRange(mood, rows, rows + 6)));
        for (final var mode : ForecastMode.values()) {
            final var model = trained(
                    history,
                    data,
                    LinearRule.steps(4, mode, 6),
                    TargetTransform.NONE,
                    new NetworkSettings(CellType.GRU, 24),
                    new TrainingSettings(80, 16, 0.01, 0, 1));
            final var forecast = Forecaster.forecast(model, history, Optional.of(future), new ForecastRequest(6));

            assertArrayEquals(
                    Arrays.copyOfRange(values, rows, rows + 6),
                    values(forecast.sequences().get(0)),
                    1,
                    mode::name);
        }
    }

    @Test
    void aCycleOfClassesGoesOn() {
        // After "a" comes "b" or "c": which of them, the step before tells.
        final var cycle = List.of("a", "b", "a", "c");
        final var history = table(text(
                "y", IntStream.range(0, 80).mapToObj(row -> cycle.get(row % 4)).toArray(String[]::new)));
        final var model = trained(
                history,
                new DataSettings("y", List.of(), Optional.empty()),
                new SequenceSettings(4),
                TargetTransform.NONE,
                new NetworkSettings(CellType.ELMAN, 8),
                new TrainingSettings(40, 16, 0.02, 0, 1));
        final var forecast = forecast(model, history, 8);

        assertEquals(
                List.of("a", "b", "a", "c", "a", "b", "a", "c"),
                IntStream.range(0, 8)
                        .mapToObj(step -> forecast.values().text(step).orElseThrow())
                        .toList());
    }

    @Test
    void constantValuesGoOn() {
        final var history = table(
                numbers("value", IntStream.range(0, 30).mapToDouble(row -> 7).toArray()));
        final var model = trained(
                history,
                new DataSettings("value", List.of(), Optional.empty()),
                new SequenceSettings(3),
                new TargetTransform(false, true),
                new NetworkSettings(CellType.GRU, 4),
                new TrainingSettings(20, 8, 0.02, 0.2, 1));
        final var measured = Backtest.measured(model, history, Optional.empty(), () -> {});
        final var forecast = Forecaster.forecast(
                        measured, history, Optional.empty(), new ForecastRequest(3, List.of(80.0)))
                .sequences()
                .get(0);

        assertArrayEquals(new double[] {7, 7, 7}, values(forecast), 0.2);
        assertTrue(forecast.intervals().get(0).lower()[2] <= values(forecast)[2]);
    }
}
