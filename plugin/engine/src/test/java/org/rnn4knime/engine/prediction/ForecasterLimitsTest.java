package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;
import static org.rnn4knime.engine.prediction.LinearRule.steps;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.UnusableDataException;

class ForecasterLimitsTest {

    private static final DataSettings SERIES = new DataSettings("y", List.of(), Optional.empty());

    /** The last value and one more. */
    private static RnnModel plusOne(final DataSettings data, final int sequenceLength) {
        return LinearRule.of(data, steps(sequenceLength), LinearRule.numbers(data, TargetTransform.NONE), 1, 1);
    }

    private static Forecast forecast(final RnnModel model, final Table history, final int horizon) {
        return Forecaster.forecast(model, history, Optional.empty(), new ForecastRequest(horizon));
    }

    private static double[] values(final Forecast forecast, final int sequence) {
        return ((NumberColumn) forecast.sequences().get(sequence).values()).values();
    }

    private static String refusal(final Runnable forecast) {
        return assertThrows(UnusableDataException.class, forecast::run).getMessage();
    }

    @Test
    void namesTheSequenceAndTheStepWhereAForecastRunsAway() {
        final var data = new DataSettings("y", List.of("shop"), Optional.empty());
        // Each step is e to the 100 times as large.
        final var model =
                LinearRule.of(data, steps(1), LinearRule.numbers(data, new TargetTransform(true, true)), 100, 0);
        final var history = table(text("shop", "a", "a", "b", "b"), numbers("y", 1, 1, Math.exp(-50), 1));

        assertEquals(List.of(), forecast(model, history, 7).warnings());
        final var forecast = forecast(model, history, 20);
        assertEquals(
                List.of("The forecast of the sequence [a] runs away: from step 8 on it is no finite number, and so it"
                        + " is with 1 more. Forecast fewer steps, or train a model without logarithm or"
                        + " difference."),
                forecast.warnings());
        assertTrue(Double.isInfinite(values(forecast, 0)[7]));
        assertTrue(Double.isNaN(values(forecast, 0)[8]));
        assertEquals(20, values(forecast, 1).length);
    }

    @Test
    void readsNothingOfAForecastThatRanAway() {
        final var linear =
                LinearRule.of(SERIES, steps(1), LinearRule.numbers(SERIES, new TargetTransform(true, false)), 0, 1);
        final var settings = linear.settings();
        // 1000 tanh(x) of the logarithm: also infinitely many are no more than e to the 1000.
        final var model = new RnnModel(
                new RnnSettings(
                        settings.data(),
                        settings.sequences(),
                        settings.encoding(),
                        new NetworkSettings(CellType.ELMAN, 1),
                        settings.training()),
                linear.encoders(),
                List.of(LinearRule.network(1, 0, 0, 1000, 0)),
                Optional.empty(),
                Optional.empty(),
                linear.provenance());

        assertArrayEquals(
                new double[] {Double.POSITIVE_INFINITY, Double.NaN, Double.NaN},
                values(forecast(model, table(numbers("y", Math.E)), 3), 0));
    }

    @Test
    void aDirectForecastGoesOnBehindAStepThatRanAway() {
        final var model = LinearRule.of(
                SERIES,
                steps(1, ForecastMode.DIRECT, 2),
                LinearRule.numbers(SERIES, new TargetTransform(true, false)),
                new double[] {1000, 1},
                new double[][] {{0}, {0}});

        assertArrayEquals(
                new double[] {Double.POSITIVE_INFINITY, Math.E},
                values(forecast(model, table(numbers("y", 1)), 2), 0),
                1e-5);
    }

    @Test
    void forecastsHugeValues() {
        final var data = SERIES;
        final var model =
                LinearRule.of(data, steps(1), LinearRule.numbers(data, new TargetTransform(true, true)), 0, 0);

        assertArrayEquals(
                new double[] {1e307, 1e307}, values(forecast(model, table(numbers("y", 1e-300, 1e307)), 2), 0), 1e295);
    }

    @Test
    void refusesAHorizonForSoManySequencesThatNothingCanHoldIt() {
        final var ids = new String[300];
        final var values = new double[300];
        for (int row = 0; row < ids.length; row++) {
            ids[row] = "s" + row;
        }
        final var model = plusOne(new DataSettings("y", List.of("shop"), Optional.empty()), 1);

        assertEquals(
                "A horizon of 100,000 for 300 sequences makes 30,000,000 forecasts, but at most 20,000,000 are possible."
                        + " Lower the horizon, or forecast some of the sequences at a time.",
                refusal(() -> forecast(model, table(text("shop", ids), numbers("y", values)), 100_000)));
    }

    @Test
    void anInterruptCancels() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> forecast(plusOne(SERIES, 1), table(numbers("y", 1)), 1));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void anInterruptCancelsALongForecastWithinASecond() {
        final var model = plusOne(SERIES, 1_000);
        final var history = table(numbers("y", new double[1_000]));
        final var thread = new Thread(() -> forecast(model, history, ForecastRequest.LONGEST));
        thread.setUncaughtExceptionHandler((failed, expected) -> {});
        thread.start();

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            Thread.sleep(500);
            assertTrue(thread.isAlive());
            final var begin = System.nanoTime();
            thread.interrupt();
            thread.join();
            assertTrue(System.nanoTime() - begin < 1e9);
        });
    }
}
