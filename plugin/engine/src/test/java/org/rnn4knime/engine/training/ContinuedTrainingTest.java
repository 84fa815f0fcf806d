package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.lists;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.RawSequences;
import org.rnn4knime.engine.Refusals;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.model.EpochRecord;
import org.rnn4knime.engine.model.LearningRateSettings;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.OptimizerType;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.ScheduleSettings;
import org.rnn4knime.engine.model.ScheduleType;
import org.rnn4knime.engine.model.TrainedNetwork;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.ValidationSplit;

/** A training that goes on is one training. */
class ContinuedTrainingTest {

    private static final NetworkSettings DROPPING =
            new NetworkSettings(CellType.GRU, 4, 2, false, Activation.TANH, Optional.empty(), Summary.LAST, 0.3);

    /** Two networks with dropout in batches of 5 of 16 ragged sequences, whose last steps are held back. */
    private static final Setup SETUP = Setup.of(
                    Data.of(SequenceLayout.LISTS, Scope.STEP).features("x"))
            .network(DROPPING)
            .batchSize(5)
            .networks(2)
            .validation(ValidationSplit.IN_TIME, 0.25);

    private static Table ragged(final long seed) {
        final var random = new Random(seed);
        return RawSequences.of(IntStream.range(0, 16)
                        .map(sequence -> 4 + sequence * 5 % 9)
                        .toArray())
                .numbers("x", (sequence, step) -> random.nextGaussian())
                .numbers("y", (sequence, step) -> seed + random.nextGaussian())
                .lists();
    }

    private static RnnModel on(final RnnModel model, final Setup setup, final Table table, final boolean keeps) {
        return Trainer.train(TrainingJob.of(table, setup.settings()).continuing(model, keeps), TrainingListener.NONE)
                .model();
    }

    private static void assertSame(final RnnModel expected, final RnnModel actual) {
        assertEquals(expected.encoders(), actual.encoders());
        assertEquals(expected.networks().size(), actual.networks().size());
        for (int number = 0; number < expected.networks().size(); number++) {
            assertSame(expected.networks().get(number), actual.networks().get(number));
        }
    }

    private static void assertSame(final TrainedNetwork expected, final TrainedNetwork actual) {
        assertArrayEquals(expected.parameters(), actual.parameters());
        assertEquals(ModelBytes.timeless(expected.history()), ModelBytes.timeless(actual.history()));
        assertEquals(expected.state().epochs(), actual.state().epochs());
        assertEquals(expected.state().learningRate(), actual.state().learningRate());
        assertEquals(expected.state().plateau(), actual.state().plateau());
        final var optimizer = expected.state().optimizer();
        assertEquals(optimizer.steps(), actual.state().optimizer().steps());
        for (int array = 0; array < optimizer.values().size(); array++) {
            assertArrayEquals(
                    optimizer.values().get(array),
                    actual.state().optimizer().values().get(array));
        }
    }

    private static List<Integer> epochs(final TrainedNetwork network) {
        return network.history().stream().map(EpochRecord::epoch).toList();
    }

    private static List<Setup> setups() {
        final var setups = new ArrayList<Setup>();
        for (final var type : OptimizerType.values()) {
            for (final var schedule : List.of(ScheduleType.CONSTANT, ScheduleType.STEP, ScheduleType.PLATEAU)) {
                setups.add(SETUP.optimizer(new OptimizerSettings(type, 0.1, 0.9, true))
                        .learningRate(
                                new LearningRateSettings(0.02, new ScheduleSettings(schedule, 0.7, 3, 0, 2), false)));
            }
        }
        setups.add(SETUP.tbptt(3));
        return setups;
    }

    @ParameterizedTest
    @MethodSource("setups")
    void tenEpochsAndTenMoreAreTwentyToTheBitThroughAFile(final Setup setup) throws IOException {
        final var whole = setup.epochs(20).train(ragged(1));
        final var half = setup.epochs(10).train(ragged(1));

        assertSame(whole, on(ModelBytes.saved(half), setup.epochs(10), ragged(1), true));
    }

    @Test
    void aTrainingMayGoOnEpochByEpoch() {
        final var whole = SETUP.epochs(4).train(ragged(1));
        var model = SETUP.epochs(1).train(ragged(1));
        for (int epoch = 2; epoch <= 4; epoch++) {
            model = on(model, SETUP.epochs(1), ragged(1), true);
        }

        assertSame(whole, model);
    }

    @Test
    void theModelThatGoesOnIsNotChanged() throws IOException {
        final var model = SETUP.train(ragged(1));
        final var before = ModelBytes.file(model);
        on(model, SETUP, ragged(2), true);

        assertArrayEquals(before, ModelBytes.file(model));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SGD")
    void anOptimizerThatBeginsAnewLeadsElsewhere(final OptimizerType type) {
        final var setup = SETUP.optimizer(new OptimizerSettings(type, 0, 0, false));
        final var model = setup.train(ragged(1));
        final var kept = on(model, setup, ragged(1), true).networks().get(0);
        final var anew = on(model, setup, ragged(1), false).networks().get(0);

        assertFalse(Arrays.equals(kept.parameters(), anew.parameters()));
        assertEquals(List.of(1, 2, 3, 4), epochs(anew));
        assertTrue(anew.state().optimizer().steps() < kept.state().optimizer().steps());
    }

    @Test
    void withoutMomentumAnOptimizerHasNothingToForget() {
        final var setup = SETUP.plainDescent();
        final var model = setup.train(ragged(1));

        assertArrayEquals(
                on(model, setup, ragged(1), true).networks().get(1).parameters(),
                on(model, setup, ragged(1), false).networks().get(1).parameters());
    }

    @Test
    void aNewOptimizerOfAnotherKindMustBeginAnew() {
        final var model = SETUP.train(ragged(1));
        final var other = SETUP.plainDescent();

        assertEquals(
                "The model was trained with the optimizer ADAM, whose memory is of no use to SGD. Choose ADAM, or let the"
                        + " optimizer begin anew.",
                Refusals.ofSettings(() -> on(model, other, ragged(1), true)));
        assertEquals(
                List.of(1, 2, 3, 4),
                epochs(on(model, other, ragged(1), false).networks().get(0)));
    }

    @Test
    void newDataAreEncodedAsTheOldOnesWere() {
        final var model = SETUP.train(ragged(1));
        final var other = on(model, SETUP, ragged(50), true);

        assertEquals(model.encoders(), other.encoders());
        // In units of the old data, the new ones are about 49 away.
        final var history = other.networks().get(0).history();
        assertTrue(history.get(2).trainingLoss() > 1000, history::toString);
        assertEquals(List.of(1, 2, 3, 4), epochs(other.networks().get(0)));
    }

    @Test
    void theSettingsOfTheModelHoldButForThoseOfTheTraining() {
        final var model = SETUP.train(ragged(1));
        final var other = on(model, SETUP.network(CellType.LSTM, 9).networks(5).epochs(3, 0.007), ragged(1), true);

        assertEquals(model.settings().network(), other.settings().network());
        assertEquals(2, other.networks().size());
        assertEquals(2, other.settings().training().numNetworks());
        assertEquals(List.of(1, 2, 3, 4, 5), epochs(other.networks().get(1)));
        assertEquals(0.007, other.networks().get(1).history().get(4).learningRate());
    }

    @Test
    void aModelThatEndedEarlyGoesOnAfterItsBestEpoch() {
        final var setup = SETUP.epochs(60, 0.05).early(2, 0);
        final var model = setup.train(ragged(1));
        final var other = on(model, setup.epochs(3), ragged(1), true);
        for (int number = 0; number < 2; number++) {
            final var best = model.networks().get(number).bestEpoch();
            final var before = epochs(model.networks().get(number));
            final var after = epochs(other.networks().get(number));
            assertEquals(best + 2, before.size());
            assertEquals(IntStream.rangeClosed(1, after.size()).boxed().toList(), after);
            assertTrue(after.size() > best && after.size() <= best + 3, after::toString);
        }
        // What was thrown away is learned again: the same, as it follows from the seed and the epoch.
        assertEquals(
                ModelBytes.timeless(model.networks().get(0).history()),
                ModelBytes.timeless(on(model, SETUP.epochs(2, 0.05), ragged(1), true)
                        .networks()
                        .get(0)
                        .history()));
    }

    @Test
    void whatIsHeldBackNowNeedNotHaveBeenHeldBackBefore() {
        final var without = SETUP.validation(ValidationSplit.IN_TIME, 0);
        final var model = without.train(ragged(1));
        final var trained = Trainer.train(
                TrainingJob.of(ragged(1), SETUP.settings()).continuing(model, true), TrainingListener.NONE);

        assertEquals(List.of(), Examples.warnings(trained));
        final var history = trained.model().networks().get(0).history();
        assertTrue(history.get(1).validationLoss().isEmpty());
        assertTrue(history.get(2).validationLoss().isPresent());
        final var back = Trainer.train(
                TrainingJob.of(ragged(1), without.settings()).continuing(trained.model(), true), TrainingListener.NONE);
        assertEquals(List.of(), Examples.warnings(back));
    }

    private static Setup classes() {
        return Setup.of(Data.of(SequenceLayout.LISTS, Scope.SEQUENCE).features("x"));
    }

    private static Table classes(final String... names) {
        final var random = new Random(1);
        return table(
                lists(
                        "x",
                        Arrays.stream(names)
                                .map(name -> random.doubles(3).toArray())
                                .toArray(double[][]::new)),
                text("y", names));
    }

    @Test
    void aClassThatWasNotThereBeforeIsToldAndNotLearned() {
        final var model = classes().train(classes("a", "b", "a", "b"));
        final var trained = Trainer.train(
                TrainingJob.of(classes("a", "c", "b", "c", "d"), classes().settings())
                        .continuing(model, true),
                TrainingListener.NONE);

        assertEquals(model.encoders(), trained.model().encoders());
        assertEquals(
                List.of("The target column \"y\" has 3 values of classes that the model does not know, such as \"c\":"
                        + " nothing is learned from these. Train a new model to learn new classes."),
                Examples.warnings(trained));
    }

    @Test
    void aTargetOfAnotherKindIsRefused() {
        final var words = classes().train(classes("a", "b", "a", "b"));
        final var figures = table(lists("x", new double[] {1}, new double[] {2}), numbers("y", 1, 2));
        final var figureModel = classes().train(figures);

        assertTrue(Refusals.ofData(() -> on(words, classes(), figures, true)).contains("\"y\""));
        assertTrue(Refusals.ofData(() -> on(figureModel, classes(), classes("a", "b"), true))
                .contains("\"y\""));
    }
}
