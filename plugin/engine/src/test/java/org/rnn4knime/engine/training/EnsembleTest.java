package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.sine;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Predicted;
import org.rnn4knime.engine.RawSequences;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.model.LearningRateSettings;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.ScheduleSettings;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.prediction.ForecastRequest;
import org.rnn4knime.engine.prediction.Forecaster;
import org.rnn4knime.engine.prediction.GenerationListener;
import org.rnn4knime.engine.prediction.Generator;
import org.rnn4knime.engine.prediction.GeneratorSettings;
import org.rnn4knime.engine.prediction.NumberResults;
import org.rnn4knime.engine.prediction.Predictor;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.ValidationSplit;

/** Several networks are trained each on its own, and predict together. */
class EnsembleTest {

    private static final int NETWORKS = 3;

    private static final Setup FUTURE =
            Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE).target("value")).networks(NETWORKS);

    private static Table sequences(final boolean isWhole, final boolean isNominal) {
        final var random = new Random(2);
        final var raw = RawSequences.of(
                        IntStream.range(0, 12).map(sequence -> 3 + sequence % 5).toArray())
                .numbers("x", (sequence, step) -> random.nextGaussian());
        if (isWhole) {
            raw.whole(
                    isNominal
                            ? text("y", "a", "b", "c", "a", "b", "c", "a", "a", "a", "c", "c", "c")
                            : numbers("y", random.doubles(12).toArray()));
        } else if (isNominal) {
            raw.texts("y", (sequence, step) -> "y" + random.nextInt(3));
        } else {
            raw.numbers("y", (sequence, step) -> 100 * random.nextGaussian());
        }
        return raw.lists();
    }

    private static RnnModel single(final RnnModel model, final int number) {
        return model.withNetworks(List.of(model.networks().get(number)));
    }

    private static double[][] mean(final RnnModel model, final Table table) {
        final var sums = Predicted.of(single(model, 0), table);
        for (int number = 1; number < model.networks().size(); number++) {
            final var some = Predicted.of(single(model, number), table);
            for (int place = 0; place < sums.length; place++) {
                for (int value = 0; value < sums[place].length; value++) {
                    sums[place][value] += some[place][value];
                }
            }
        }
        return Arrays.stream(sums)
                .map(values -> Arrays.stream(values)
                        .map(value -> value / model.networks().size())
                        .toArray())
                .toArray(double[][]::new);
    }

    @ParameterizedTest
    @EnumSource
    void aPredictionIsTheMeanOfThoseOfTheNetworks(final Scope scope) {
        for (final boolean isNominal : new boolean[] {false, true}) {
            final var data = Data.of(SequenceLayout.LISTS, scope).features("x");
            final var table = sequences(scope == Scope.SEQUENCE, isNominal);
            final var model = Setup.of(data).networks(NETWORKS).train(table);
            final var values = Predicted.of(model, table);

            assertEquals(NETWORKS, model.networks().size());
            assertTrue(Predicted.count(values) >= 12);
            Predicted.assertEqual(mean(model, table), values);
            assertFalse(Arrays.deepEquals(Predicted.of(single(model, 0), table), values));
        }
    }

    @Test
    void theNetworksDiffer() {
        final var networks = FUTURE.train(sine(40)).networks();
        for (int one = 0; one < NETWORKS; one++) {
            for (int other = 0; other < one; other++) {
                assertFalse(Arrays.equals(
                        networks.get(one).parameters(), networks.get(other).parameters()));
                assertNotEquals(
                        networks.get(one).history().get(0).trainingLoss(),
                        networks.get(other).history().get(0).trainingLoss());
            }
        }
    }

    @Test
    void theFirstNetworkIsTheSingleOneOfTheSameSeed() {
        final var setup = FUTURE.epochs(4).seed(-77);
        final var single = setup.networks(1).train(sine(40)).networks().get(0);
        final var first = setup.train(sine(40)).networks().get(0);

        assertArrayEquals(single.parameters(), first.parameters());
        assertEquals(ModelBytes.timeless(single.history()), ModelBytes.timeless(first.history()));
        // Each of the others is the same too, whatever their number.
        assertArrayEquals(
                setup.networks(2).train(sine(40)).networks().get(1).parameters(),
                setup.train(sine(40)).networks().get(1).parameters());
    }

    @Test
    void theNumberOfThreadsChangesNoBit() throws IOException {
        final var dropping =
                new NetworkSettings(CellType.GRU, 5, 2, false, Activation.TANH, Optional.empty(), Summary.LAST, 0.2);
        final var finding = new LearningRateSettings(0.1, ScheduleSettings.CONSTANT, true);
        final var setup = FUTURE.network(dropping)
                .networks(5)
                .batchSize(40)
                .validation(ValidationSplit.IN_TIME, 0.2)
                .epochs(6);
        for (final var some : List.of(setup, setup.learningRate(finding), setup.early(1, 0), setup.networks(1))) {
            final var job = TrainingJob.of(sine(130), some.settings());
            final var expected = ModelBytes.of(
                    Trainer.train(job.onThreads(1), TrainingListener.NONE).model());
            for (final var threads : new int[] {2, 4, 7}) {
                assertArrayEquals(
                        expected,
                        ModelBytes.of(Trainer.train(job.onThreads(threads), TrainingListener.NONE)
                                .model()),
                        () -> threads + " threads");
            }
        }
    }

    @Test
    void aForecastOfOneStepIsTheMeanOfThoseOfTheNetworks() {
        final var model = FUTURE.train(sine(40));
        final var mean = IntStream.range(0, NETWORKS)
                .mapToDouble(number -> forecast(single(model, number), 1)[0])
                .average()
                .orElseThrow();

        assertEquals(mean, forecast(model, 1)[0], 1e-5);
        // The next step reads the mean of all, not each its own.
        final var longer = forecast(model, 3);
        assertEquals(forecast(model, 1)[0], longer[0], 1e-6);
        assertTrue(Arrays.stream(longer).allMatch(Double::isFinite));
    }

    private static double[] forecast(final RnnModel model, final int steps) {
        final var forecast =
                Forecaster.forecast(model, sine(40), Optional.empty(), new ForecastRequest(steps, List.of()));
        return ((NumberColumn) forecast.sequences().get(0).values()).values();
    }

    @Test
    void hiddenStatesAreThoseOfTheFirstNetwork() {
        final var model = FUTURE.train(sine(40));
        final var all = Predictor.predictWithStates(model, sine(40));
        final var first = Predictor.predictWithStates(single(model, 0), sine(40));

        assertArrayEquals(
                first.states().orElseThrow().values(),
                all.states().orElseThrow().values());
        Predicted.assertEqual(mean(model, sine(40)), Predicted.of(all));
        assertFalse(
                Arrays.equals(((NumberResults) first.results()).values(), ((NumberResults) all.results()).values()));
    }

    @Test
    void theSameNetworkThreeTimesIsLikeOne() {
        final var one = FUTURE.networks(1).train(sine(40));
        final var three = one.withNetworks(Collections.nCopies(3, one.networks().get(0)));

        assertArrayEquals(Predicted.of(one, sine(40)), Predicted.of(three, sine(40)));
        assertArrayEquals(forecast(one, 9), forecast(three, 9));
    }

    @Test
    void textsAreWrittenByAllNetworks() {
        final var setup = Setup.of(Data.of(SequenceLayout.TEXT, Scope.FUTURE).target("text"))
                .network(CellType.GRU, 12)
                .length(12)
                .epochs(150, 0.02)
                .networks(NETWORKS);
        final var model = setup.train(table(text("text", "roses are red", "violets are blue", "sugar is sweet")));

        assertEquals(generated(model, 1), generated(model, 1));
        final var written = generated(model, 0);
        assertTrue(
                List.of("roses are red", "violets are blue", "sugar is sweet").contains(written), written);
        final var one = single(model, 2);
        assertEquals(
                generated(one, 1),
                generated(
                        model.withNetworks(Collections.nCopies(4, one.networks().get(0))), 1));
    }

    private static String generated(final RnnModel model, final double temperature) {
        return Generator.generate(
                        model,
                        List.of(Optional.empty()),
                        new GeneratorSettings(temperature, Optional.empty(), 30, Optional.empty(), 5),
                        GenerationListener.NONE)
                .texts()
                .get(0);
    }
}
