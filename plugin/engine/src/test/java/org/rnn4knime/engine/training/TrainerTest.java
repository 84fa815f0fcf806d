package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.sine;
import static org.rnn4knime.engine.Examples.small;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.targetById;
import static org.rnn4knime.engine.Examples.targetInOrder;
import static org.rnn4knime.engine.Examples.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.EpochRecord;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.model.ValidationSettings;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.UnusableDataException;

@Timeout(60)
class TrainerTest {

    private static final int LENGTH = 5;

    private static RnnModel train(final Table table, final TrainingSettings training) {
        return Trainer.train(table, small(LENGTH, training), TrainingListener.NONE)
                .model();
    }

    private static TrainingSettings epochs(final int epochs) {
        return new TrainingSettings(epochs, 8, 0.02, 0.2, 1);
    }

    private static TrainingSettings seed(final long seed) {
        return new TrainingSettings(2, 8, 0.02, 0, seed);
    }

    private static String refusal(final Table table, final RnnSettings settings) {
        return assertThrows(UnusableDataException.class, () -> Trainer.train(table, settings, TrainingListener.NONE))
                .getMessage();
    }

    private static void assertContains(final String text, final String... words) {
        for (final var word : words) {
            assertTrue(text.contains(word), () -> text + " lacks " + word);
        }
    }

    @Test
    void bothLossesFall() {
        final var history = train(sine(60), epochs(30)).networks().get(0).history();
        final var first = history.get(0);
        final var last = history.get(29);

        assertTrue(last.trainingLoss() < first.trainingLoss() / 5, last::toString);
        assertTrue(last.validationLoss().orElseThrow() < first.validationLoss().orElseThrow() / 5, last::toString);
    }

    @Test
    void theSameSeedGivesTheSameModelToTheByte() throws IOException {
        for (final long seed : new long[] {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertArrayEquals(ModelBytes.of(train(sine(30), seed(seed))), ModelBytes.of(train(sine(30), seed(seed))));
        }
    }

    @Test
    void anotherSeedGivesAnotherModel() {
        assertFalse(Arrays.equals(
                train(sine(30), seed(0)).networks().get(0).parameters(),
                train(sine(30), seed(1)).networks().get(0).parameters()));
    }

    @Test
    void theOrderOfTheRowsDoesNotMatterWhenThereIsAnOrderColumn() throws IOException {
        final var years = new double[30];
        final var values = new double[30];
        Arrays.setAll(years, row -> 1990.0 + row);
        Arrays.setAll(values, row -> Math.sin(row));
        final var turnedYears = new double[30];
        final var turnedValues = new double[30];
        Arrays.setAll(turnedYears, row -> years[29 - row]);
        Arrays.setAll(turnedValues, row -> values[29 - row]);
        final var settings = small(LENGTH, seed(1));
        final var inOrder = new RnnSettings(
                targetInOrder("value", "year"),
                settings.sequences(),
                settings.encoding(),
                settings.network(),
                settings.training());

        assertArrayEquals(
                ModelBytes.of(Trainer.train(
                                table(numbers("year", years), numbers("value", values)), inOrder, TrainingListener.NONE)
                        .model()),
                ModelBytes.of(Trainer.train(
                                table(numbers("year", turnedYears), numbers("value", turnedValues)),
                                inOrder,
                                TrainingListener.NONE)
                        .model()));
    }

    @Test
    void recordsEachEpochAndWhereTheModelComesFrom() {
        final var model = train(sine(30), epochs(3));

        assertEquals(
                List.of(1, 2, 3),
                model.networks().get(0).history().stream()
                        .map(EpochRecord::epoch)
                        .toList());
        assertTrue(model.networks().get(0).history().stream()
                .allMatch(epoch -> epoch.gradient().whole() > 0 && epoch.learningRate() == 0.02));
        assertEquals(30, model.provenance().rows());
        assertEquals(1, model.provenance().sequences());
        assertEquals(24 - LENGTH, model.provenance().trainingWindows());
        assertEquals(6, model.provenance().validationWindows());
        assertEquals("1.0.0-M2.1", model.provenance().deeplearning4jVersion());
    }

    @Test
    void aChangeInTheValidationPartDoesNotChangeTheParameters() {
        final var values = sine(30);
        final var changed = ((NumberColumn) values.column("value")).values().clone();
        changed[29] = 1000;

        assertArrayEquals(
                train(values, epochs(2)).networks().get(0).parameters(),
                train(table(numbers("value", changed)), epochs(2))
                        .networks()
                        .get(0)
                        .parameters());
    }

    @Test
    void reportsEveryBatch() {
        final var seen = new ArrayList<TrainingProgress>();
        Trainer.train(sine(30), small(LENGTH, epochs(2)), progress -> {
            // What is said once more within a long batch is no news.
            if (seen.isEmpty()
                    ? progress.batch() > 0
                    : progress.fraction() > seen.get(seen.size() - 1).fraction()
                            || !progress.validationLoss()
                                    .equals(seen.get(seen.size() - 1).validationLoss())) {
                seen.add(progress);
            }
        });

        // 19 windows make 3 batches; the end of the epoch, with its validation loss, is reported once more.
        assertEquals(2 * (3 + 1), seen.size());
        assertEquals(OptionalDouble.empty(), seen.get(0).validationLoss());
        assertTrue(seen.get(3).validationLoss().isPresent());
        assertEquals(1.0 / 6, seen.get(0).fraction(), 1e-12);
        assertEquals(1, seen.get(7).fraction());
        assertEquals(0, seen.get(7).timeLeft().orElseThrow().toNanos());
    }

    @Test
    void saysWhenTheTrainingRunsAway() {
        final var settings = small(LENGTH, new TrainingSettings(100, 8, 10, 0, 1));
        final var unscaled = new RnnSettings(
                settings.data(),
                settings.sequences(),
                new EncodingSettings(Normalization.NONE, TargetTransform.NONE),
                settings.network(),
                settings.training());
        final var huge = new double[30];
        Arrays.setAll(huge, row -> 3e38 * Math.sin(row));
        final var exception = assertThrows(
                DivergedException.class,
                () -> Trainer.train(table(numbers("value", huge)), unscaled, TrainingListener.NONE));

        assertContains(exception.problem(), "in epoch ", "learning rate 10:");
        assertContains(exception.remedy(), "learning rate", "normalize");
    }

    @Test
    void refusesFewerRowsThanTheSequenceLengthNeedsAndSaysHowMany() {
        final var settings = small(LENGTH, seed(1));

        assertContains(refusal(sine(LENGTH), settings), "has 5 rows", "6 are needed for a sequence length of 5. Lower");
        assertContains(refusal(sine(0), settings), "has 0 rows");
        assertContains(refusal(sine(1), settings), "has 1 row", "Lower the sequence length");
        assertEquals(1, train(sine(LENGTH + 1), seed(1)).provenance().trainingWindows());
    }

    @Test
    void countsTheValidationPartAmongTheRowsThatAreNeeded() {
        final var settings = small(LENGTH, new TrainingSettings(1, 8, 0.1, 0.5, 1));

        assertContains(
                refusal(sine(10), settings), "has 10 rows", "12 are needed", "of 5 and a validation fraction of 0.5.");
        assertEquals(1, train(sine(12), settings.training()).provenance().trainingWindows());
    }

    @Test
    @Timeout(10)
    void saysHowManyRowsAreNeededForTheLargestValidationFractionAndTheLongestWindow() {
        final var settings =
                small(SequenceSettings.LONGEST, new TrainingSettings(1, 8, 0.1, ValidationSettings.MOST_FRACTION, 1));

        assertContains(refusal(sine(100), settings), "has 100 rows", "100006 are needed", "fraction of 0.9");
    }

    @Test
    void refusesABatchThatNoArrayCanHold() {
        final var training = new TrainingSettings(1, TrainingSettings.MOST, 0.1, 0, 1);

        assertContains(
                refusal(sine(300_000), small(SequenceSettings.LONGEST, training)),
                "290,000 windows",
                "up to 10,000 time steps",
                "Lower the batch size or the sequence length");
    }

    @Test
    void countsSequencesThatAreTooShortInOneWarning() {
        final var ids = new String[10];
        Arrays.setAll(ids, row -> row < 7 ? "long" : "short" + row);
        final var settings = small(LENGTH, seed(1));
        final var trained = Trainer.train(
                table(text("id", ids), numbers("value", 1, 2, 3, 1, 2, 3, 1, 0, 0, 0)),
                new RnnSettings(
                        targetById("value", "id"),
                        settings.sequences(),
                        settings.encoding(),
                        settings.network(),
                        settings.training()),
                TrainingListener.NONE);

        assertEquals(List.of("3 of 4 sequences have fewer than 6 rows and are left out."), trained.warnings());
    }

    @Test
    void saysWhenThereIsNoValidationLoss() {
        final var trained =
                Trainer.train(sine(9), small(LENGTH, new TrainingSettings(1, 8, 0.1, 0.05, 1)), TrainingListener.NONE);

        assertContains(trained.warnings().get(0), "no validation loss", "0.05");
        assertEquals(
                OptionalDouble.empty(),
                trained.model().networks().get(0).history().get(0).validationLoss());
    }

    @Test
    void learnsAConstant() {
        final var constant = new double[20];
        Arrays.fill(constant, 7);
        final var model = train(table(numbers("value", constant)), epochs(20));

        assertTrue(
                model.networks().get(0).history().get(19).trainingLoss() < 0.1,
                model.networks().get(0).history()::toString);
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new TrainingSettings(0, 8, 0.1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new TrainingSettings(1, 0, 0.1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new TrainingSettings(1, 8, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new TrainingSettings(1, 8, Double.NaN, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new TrainingSettings(1, 8, 0.1, 0.99999999, 1));
        assertThrows(IllegalArgumentException.class, () -> new TrainingSettings(1, 8, 0.1, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new TrainingSettings(1, 8, 0.1, -0.1, 1));
    }
}
