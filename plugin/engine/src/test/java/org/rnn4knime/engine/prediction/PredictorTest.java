package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.targetInOrder;
import static org.rnn4knime.engine.Examples.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.encoding.Encoders;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.NumberTarget;
import org.rnn4knime.engine.encoding.Scaler;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Parameters;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.UnusableDataException;
import org.rnn4knime.engine.training.Trainer;
import org.rnn4knime.engine.training.TrainingListener;

class PredictorTest {

    private static final double NONE = Double.NaN;

    private static RnnModel model;

    /** Rows 1, 2, … in order, the target a saw tooth. */
    private static Table saw(final int rows) {
        return table(
                numbers("step", IntStream.rangeClosed(1, rows).asDoubleStream().toArray()),
                numbers(
                        "value",
                        IntStream.range(0, rows)
                                .mapToDouble(row -> 10 + row % 4)
                                .toArray()));
    }

    private static double[] values(final Predictions predictions) {
        return ((NumberResults) predictions.results()).values();
    }

    @BeforeAll
    static void train() {
        final var settings = new RnnSettings(
                targetInOrder("value", "step"),
                new SequenceSettings(4),
                new EncodingSettings(Normalization.MIN_MAX, new TargetTransform(true, true)),
                new NetworkSettings(CellType.LSTM, 8),
                new TrainingSettings(80, 8, 0.02, 0, 1));
        model = Trainer.train(saw(40), settings, TrainingListener.NONE).model();
    }

    @Test
    void predictsEachRowFromTheRowsBeforeIt() {
        final var predictions = Predictor.predict(model, saw(20));

        // Four differences need five rows before.
        for (int row = 0; row < 20; row++) {
            assertEquals(row < 5, Double.isNaN(values(predictions)[row]), "row " + row);
        }
        final var expected =
                IntStream.range(5, 20).mapToDouble(row -> 10 + row % 4).toArray();
        assertArrayEquals(expected, Arrays.copyOfRange(values(predictions), 5, 20), 0.5);
        assertEquals(
                List.of("MAE", "RMSE"),
                predictions.evaluation().stream().map(Metric::name).toList());
        assertEquals(15, predictions.evaluation().get(0).count());
    }

    @Test
    void doesNotReadTheRowItPredictsNorThoseAfter() {
        final var before = values(Predictor.predict(model, saw(10)));
        final var values = new double[] {10, 11, 12, 13, 10, 11, 12, 99, 98, 97};
        final var steps = IntStream.rangeClosed(1, 10).asDoubleStream().toArray();
        final var after = values(Predictor.predict(model, table(numbers("step", steps), numbers("value", values))));

        assertArrayEquals(Arrays.copyOf(before, 8), Arrays.copyOf(after, 8));
    }

    @Test
    void writesPredictionsBesideTheRowsWhateverTheirOrder() {
        final var turned = table(numbers("step", 7, 6, 5, 4, 3, 2, 1), numbers("value", 12, 11, 10, 13, 12, 11, 10));
        final var expected = values(Predictor.predict(model, saw(7)));

        final var predictions = values(Predictor.predict(model, turned));
        assertEquals(expected[6], predictions[0]);
        assertEquals(expected[5], predictions[1]);
        assertTrue(Double.isNaN(predictions[6]));
    }

    @Test
    void predictsTheFirstRowWithoutTruth() {
        final var table = table(numbers("step", 1, 2, 3, 4, 5, 6, 7), numbers("value", 10, 11, 12, 13, 10, NONE, NONE));
        final var predictions = Predictor.predict(model, table);

        assertEquals(11, values(predictions)[5], 0.5);
        assertTrue(Double.isNaN(values(predictions)[6]));
        assertEquals(List.of(), predictions.evaluation());
    }

    @Test
    void refusesATableThatIsTooShort() {
        for (final int rows : new int[] {1, 5}) {
            final var message = assertThrows(UnusableDataException.class, () -> Predictor.predict(model, saw(rows)))
                    .getMessage();
            assertTrue(message.contains(rows + " row") && message.contains("6 are needed"), message);
        }
    }

    @Test
    void predictsNothingWhereThereIsNothing() {
        final var predictions = Predictor.predict(model, saw(0));

        assertEquals(0, predictions.results().size());
        assertEquals(List.of(), predictions.evaluation());
    }

    @Test
    void countsTheRowsBeforeTheFirstWithoutATargetAmongThoseThatAreTooFew() {
        final var steps = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
        final var unknown = new double[100];
        Arrays.fill(unknown, NONE);
        final var message = assertThrows(
                        UnusableDataException.class,
                        () -> Predictor.predict(model, table(numbers("step", steps), numbers("value", unknown))))
                .getMessage();

        assertEquals(
                "The table has 1 row up to the first without a target, but 6 are needed to predict one of them."
                        + " Give more rows, or train a model with a shorter sequence length.",
                message);
    }

    @Test
    void anInterruptCancelsWithinASecondAlsoWithALargeNetwork() throws InterruptedException {
        final var network = new NetworkSettings(CellType.LSTM, 512);
        final var settings = new RnnSettings(
                targetInOrder("value", "step"),
                new SequenceSettings(200),
                new EncodingSettings(Normalization.NONE, TargetTransform.NONE),
                network,
                model.settings().training());
        final var encoders = new Encoders(
                new NumberTarget("value", TargetTransform.NONE, new Scaler(0, 1)),
                Optional.of(new Encoders.OwnPast(0, Optional.empty(), MissingValues.FAIL)),
                List.of());
        final var large = new RnnModel(
                settings,
                encoders,
                List.of(LinearRule.network(Parameters.initial(settings.plan(encoders), 1))),
                Optional.empty(),
                Optional.empty(),
                model.provenance());
        final var end = new AtomicReference<Throwable>();
        final var thread = new Thread(() -> {
            try {
                Predictor.predict(large, saw(400));
            } catch (CancellationException e) {
                end.set(e);
            }
        });
        thread.start();
        TimeUnit.MILLISECONDS.sleep(300);
        thread.interrupt();
        thread.join(1000);

        assertInstanceOf(CancellationException.class, end.get());
    }

    @Test
    void refusesATargetOfAnotherType() {
        assertThrows(
                UnusableDataException.class,
                () -> Predictor.predict(model, table(numbers("step", 1), text("value", "a"))));
    }
}
