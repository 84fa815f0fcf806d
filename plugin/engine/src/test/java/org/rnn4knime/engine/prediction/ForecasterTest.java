package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.airline;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.sine;
import static org.rnn4knime.engine.Examples.small;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.targetById;
import static org.rnn4knime.engine.Examples.targetInOrder;
import static org.rnn4knime.engine.Examples.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.Scaler;
import org.rnn4knime.engine.encoding.TargetEncoder;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.ModelFile;
import org.rnn4knime.engine.model.Provenance;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Parameters;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.UnusableDataException;
import org.rnn4knime.engine.training.Trainer;
import org.rnn4knime.engine.training.TrainingListener;

class ForecasterTest {

    private static final int LENGTH = 10;

    private static RnnModel sineModel;

    @BeforeAll
    static void trainOnASine() {
        sineModel = Trainer.train(
                        sine(100), small(LENGTH, new TrainingSettings(60, 16, 0.02, 0, 1)), TrainingListener.NONE)
                .model();
    }

    private static RnnModel withoutTraining(final RnnSettings settings, final Table table) {
        return Trainer.train(table, settings, TrainingListener.NONE).model();
    }

    private static RnnSettings oneEpoch(final DataSettings data, final boolean difference) {
        return new RnnSettings(
                data,
                new SequenceSettings(2),
                new EncodingSettings(Normalization.Z_SCORE, false, difference),
                new NetworkSettings(CellType.LSTM, 2),
                new TrainingSettings(1, 8, 0.01, 0, 1));
    }

    @Test
    void continuesASine() {
        final var forecast =
                Forecaster.forecast(sineModel, sine(100), 10).sequences().get(0);
        final var truth = Arrays.copyOfRange(((NumberColumn) sine(110).column("value")).values(), 100, 110);

        assertArrayEquals(truth, forecast.values(), 0.3);
        assertEquals(Optional.empty(), forecast.order());
        assertEquals(99, forecast.lastRow());
    }

    @Test
    void theFirstStepIsWhatThePredictorSays() {
        final var forecast =
                Forecaster.forecast(sineModel, sine(50), 3).sequences().get(0).values();
        final var values = Arrays.copyOf(((NumberColumn) sine(50).column("value")).values(), 51);
        values[50] = Double.NaN;

        // The windows beside it change the order of additions, and so the last digits.
        assertEquals(
                forecast[0],
                Predictor.predict(sineModel, table(numbers("value", values))).values()[50],
                1e-6);
    }

    @Test
    void readsItsOwnForecastsAsIfTheyWereTrue() {
        final var forecast =
                Forecaster.forecast(sineModel, sine(50), 3).sequences().get(0).values();
        final var values = Arrays.copyOf(((NumberColumn) sine(50).column("value")).values(), 52);
        values[50] = forecast[0];
        values[51] = forecast[1];

        assertEquals(
                forecast[2],
                Forecaster.forecast(sineModel, table(numbers("value", values)), 1)
                        .sequences()
                        .get(0)
                        .values()[0],
                1e-6);
    }

    @Test
    void isTheSameWithAModelFromItsFile() throws IOException {
        final var stream = new ByteArrayOutputStream();
        ModelFile.write(sineModel, stream);
        final var loaded = ModelFile.read(new ByteArrayInputStream(stream.toByteArray()));

        assertArrayEquals(
                Forecaster.forecast(sineModel, sine(50), 20).sequences().get(0).values(),
                Forecaster.forecast(loaded, sine(50), 20).sequences().get(0).values());
    }

    @Test
    void forecastsEachSequenceAndContinuesItsOrder() {
        final var table = table(
                text("shop", "a", "b", "a", "b", "a", "b", "a", "c"),
                numbers("step", 1, 10, 2, 20, 3, 30, 4, 5),
                numbers("value", 1, 5, 2, 6, 3, 7, 4, 9));
        final var settings = oneEpoch(
                new DataSettings(SequenceLayout.ROWS, Scope.FUTURE, "value", List.of("shop"), Optional.of("step")),
                false);
        final var forecast = Forecaster.forecast(withoutTraining(settings, table), table, 2);

        assertEquals(
                List.of(List.of("a"), List.of("b")),
                forecast.sequences().stream().map(ForecastSequence::id).toList());
        assertEquals(
                List.of(6, 5),
                forecast.sequences().stream().map(ForecastSequence::lastRow).toList());
        assertArrayEquals(new double[] {5, 6}, steps(forecast.sequences().get(0)));
        assertArrayEquals(new double[] {40, 50}, steps(forecast.sequences().get(1)));
        assertEquals(List.of("1 of 3 sequences have fewer than 2 rows and are left out."), forecast.warnings());
    }

    private static double[] steps(final ForecastSequence sequence) {
        return ((NumberColumn) sequence.order().orElseThrow()).values();
    }

    @Test
    void warnsOfStepsThatAreNotEqual() {
        final var table = table(numbers("step", 1, 2, 3, 5), numbers("value", 1, 2, 3, 4));
        final var model = withoutTraining(oneEpoch(targetInOrder("value", "step"), false), table);
        final var forecast = Forecaster.forecast(model, table, 2);

        assertArrayEquals(new double[] {6, 7}, steps(forecast.sequences().get(0)));
        assertTrue(forecast.warnings().get(0).contains("not all equal"), forecast.warnings()::toString);
    }

    @Test
    void refusesAHistoryThatIsTooShortAndSaysHowManyRowsItNeeds() {
        final var model = withoutTraining(
                oneEpoch(targetById("value", "shop"), true),
                table(text("shop", "a", "a", "a", "a"), numbers("value", 1, 2, 4, 3)));
        final var message = assertThrows(
                        UnusableDataException.class,
                        () -> Forecaster.forecast(model, table(text("shop", "a", "a"), numbers("value", 1, 2)), 1))
                .getMessage();

        assertTrue(message.contains("2 rows") && message.contains("3 are needed"), message);
    }

    @Test
    void leavesASequenceOutWhoseOrderHasNoStep() {
        final var table =
                table(text("shop", "a", "b", "a", "a"), numbers("step", 1, 1, 2, 3), numbers("value", 1, 5, 2, 3));
        final var data =
                new DataSettings(SequenceLayout.ROWS, Scope.FUTURE, "value", List.of("shop"), Optional.of("step"));
        final var settings = oneEpoch(data, false);
        final var model = withoutTraining(
                new RnnSettings(
                        data, new SequenceSettings(1), settings.encoding(), settings.network(), settings.training()),
                table);
        final var forecast = Forecaster.forecast(model, table, 1);

        assertEquals(
                List.of(List.of("a")),
                forecast.sequences().stream().map(ForecastSequence::id).toList());
        assertEquals(List.of("1 of 2 sequences have fewer than 2 rows and are left out."), forecast.warnings());
        final var message = assertThrows(
                        UnusableDataException.class,
                        () -> Forecaster.forecast(
                                model, table(text("shop", "a"), numbers("step", 1), numbers("value", 1)), 1))
                .getMessage();
        assertEquals(
                "The table has 1 row, but 2 are needed to forecast from and to continue the order column."
                        + " Give more history, or train a model with a shorter sequence length.",
                message);
    }

    @Test
    void namesTheSequenceAndTheStepWhereAForecastRunsAway() {
        final var table = table(text("shop", "a", "a", "b", "b"), numbers("value", 1, 1, Math.exp(-50), 1));
        final var settings = oneEpoch(targetById("value", "shop"), false);
        final var parameters = new float[Parameters.count(settings.plan())];
        // The output's bias alone: each step adds 1 to what is encoded, 100 to the logarithm.
        parameters[parameters.length - 1] = 1;
        final var model = new RnnModel(
                new RnnSettings(
                        settings.data(),
                        new SequenceSettings(1),
                        new EncodingSettings(Normalization.Z_SCORE, true, true),
                        settings.network(),
                        settings.training()),
                new TargetEncoder(new TargetTransform(true, true), new Scaler(0, 100)),
                parameters,
                List.of(),
                new Provenance("", "", "", "", 1, 4, 2, 2, 0));

        assertEquals(List.of(), Forecaster.forecast(model, table, 7).warnings());
        assertEquals(
                List.of("The forecast of the sequence [a] runs away: from step 8 on it is no finite number, and so it"
                        + " is with 1 more. Forecast fewer steps, or train a model without logarithm or"
                        + " difference."),
                Forecaster.forecast(model, table, 20).warnings());
    }

    @Test
    void refusesAHorizonOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> Forecaster.forecast(sineModel, sine(50), 0));
        assertThrows(
                IllegalArgumentException.class, () -> Forecaster.forecast(sineModel, sine(50), Forecaster.LONGEST + 1));
    }

    @Test
    void anInterruptCancels() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> Forecaster.forecast(sineModel, sine(50), 1));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void forecastsAirlinePassengersBetterThanTheSameMonthOfTheYearBefore() {
        final var settings = new RnnSettings(
                targetInOrder("passengers", "month"),
                new SequenceSettings(24),
                new EncodingSettings(Normalization.Z_SCORE, true, true),
                new NetworkSettings(CellType.LSTM, 32),
                new TrainingSettings(40, 32, 0.005, 0, 1));
        final var model =
                Trainer.train(airline(0, 120), settings, TrainingListener.NONE).model();
        final var forecast =
                Forecaster.forecast(model, airline(0, 120), 12).sequences().get(0);
        final var truth = ((NumberColumn) airline(120, 132).column("passengers")).values();
        final var naive = ((NumberColumn) airline(108, 120).column("passengers")).values();

        assertEquals(airline(120, 132).column("month"), forecast.order().orElseThrow());
        assertTrue(rmse(truth, forecast.values()) < rmse(truth, naive));
    }

    private static double rmse(final double[] truth, final double[] predictions) {
        return Evaluation.of(truth, predictions).get(1).value();
    }
}
