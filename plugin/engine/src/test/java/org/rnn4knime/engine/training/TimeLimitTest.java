package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.sine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.model.StoppingSettings;
import org.rnn4knime.engine.model.TrainedNetwork;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.ValidationSplit;

@Timeout(60)
class TimeLimitTest {

    private static final double SECOND = 1.0 / 60;

    private static final int EPOCHS = 1_000_000;

    /** 27 windows: 4 batches an epoch. */
    private static final Setup SETUP = Setup.of(
                    Data.of(SequenceLayout.ROWS, Scope.FUTURE).target("value"))
            .plainDescent()
            .batchSize(8)
            .epochs(EPOCHS, 0.1);

    private static final Setup MEASURED = SETUP.validation(ValidationSplit.IN_TIME, 0.2);

    /** So that what takes its time but once is there. */
    @BeforeAll
    static void warmUp() {
        SETUP.epochs(1).train(sine(30));
    }

    private static Setup minutes(final Setup setup, final double minutes) {
        return setup.stopping(new StoppingSettings(Optional.empty(), Optional.of(minutes)));
    }

    private static TrainedModel train(final Setup setup, final TrainingListener listener) {
        return Trainer.train(sine(30), setup.settings(), listener);
    }

    private static TrainedNetwork network(final TrainedModel trained) {
        return trained.model().networks().get(0);
    }

    private static String ended(final double minutes, final int epoch) {
        return "The longest training time of " + NumberColumn.text(minutes) + " minutes ended the training in epoch "
                + epoch + " of 1000000. The weights of ";
    }

    /** Waits once after the first batch of an epoch until the time is over. */
    private static TrainingListener waitingIn(final int epoch) {
        final var hasWaited = new AtomicBoolean();
        return progress -> {
            if (progress.epoch() == epoch && progress.batch() == 1 && !hasWaited.getAndSet(true)) {
                try {
                    TimeUnit.MILLISECONDS.sleep(2100);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    @Test
    void aTrainingEndsAfterTheBatchInWhichTheTimeIsOver() {
        final var trained = train(minutes(SETUP, 1e-9), TrainingListener.NONE);
        final var network = network(trained);

        assertEquals(List.of(ended(1e-9, 1) + "that moment are kept."), Examples.warnings(trained));
        assertEquals(1, network.state().optimizer().steps());
        assertEquals(1, network.history().size());
        assertTrue(Double.isFinite(network.history().get(0).trainingLoss()));
    }

    @Test
    void withoutAValidationPartTheWeightsOfTheMomentAreKept() {
        final var trained = train(minutes(SETUP, 2 * SECOND), waitingIn(3));
        final var network = network(trained);

        assertEquals(List.of(ended(2 * SECOND, 3) + "that moment are kept."), Examples.warnings(trained));
        assertEquals(3, network.history().size());
        assertEquals(9, network.state().optimizer().steps());
        try (var hand = new HandMade(SETUP, sine(30))) {
            for (int step = 0; step < 9; step++) {
                final var gradient = hand.gradient(hand.batches(1 + step / 4).get(step % 4));
                for (int index = 0; index < gradient.length; index++) {
                    hand.parameters()[index] -= 0.1f * gradient[index];
                }
            }
            assertArrayEquals(hand.parameters(), network.parameters());
        }
    }

    @Test
    void withAValidationPartTheBestWeightsAreKept() {
        // At this rate some epochs are worse than those before.
        final var setup = MEASURED.epochs(EPOCHS, 1.5);
        final var trained = train(minutes(setup, 2 * SECOND), waitingIn(8));
        final var network = network(trained);
        int best = 1;
        for (final var epoch : network.history().subList(1, 7)) {
            final var before = network.history().get(best - 1).validationLoss().orElseThrow();
            best = epoch.validationLoss().orElseThrow() < before ? epoch.epoch() : best;
        }

        assertEquals(8, network.history().size());
        assertTrue(network.history().get(7).validationLoss().isEmpty());
        assertTrue(best < 7, "the last epoch was the best");
        assertEquals(best, network.bestEpoch());
        assertEquals(best, network.state().epochs());
        assertEquals(
                List.of(ended(2 * SECOND, 8) + "epoch " + best + ", the best until then, are kept."),
                Examples.warnings(trained));
        assertArrayEquals(setup.epochs(best).train(sine(30)).networks().get(0).parameters(), network.parameters());
    }

    @Test
    void beforeTheFirstMeasurementTheWeightsOfTheMomentAreKept() {
        final var trained = train(minutes(MEASURED, 1e-9), TrainingListener.NONE);

        assertEquals(List.of(ended(1e-9, 1) + "that moment are kept."), Examples.warnings(trained));
        assertEquals(1, network(trained).state().optimizer().steps());
    }

    @Test
    void aTrainingThatIsReadyBeforeIsNotTouched() {
        final var setup = MEASURED.epochs(5);
        final var trained = train(minutes(setup, StoppingSettings.MOST_MINUTES), TrainingListener.NONE);

        assertEquals(List.of(), Examples.warnings(trained));
        assertArrayEquals(
                setup.train(sine(30)).networks().get(0).parameters(),
                network(trained).parameters());
    }

    @Test
    void networksThatTakeTurnsShareTheTime() {
        final var begin = System.nanoTime();
        final var trained = Trainer.train(
                TrainingJob.of(
                                sine(30),
                                minutes(SETUP, 1.5 * SECOND).networks(3).settings())
                        .onThreads(1),
                TrainingListener.NONE);
        final var seconds = (System.nanoTime() - begin) / 1e9;

        assertTrue(seconds >= 1.4 && seconds < 3, () -> seconds + " seconds");
        final var warnings = Examples.warnings(trained);
        assertEquals(1, warnings.size());
        assertTrue(
                warnings.get(0)
                        .startsWith(
                                "3 of 3 networks were not trained to the end. Network 1: The longest training time of "),
                warnings.get(0));
        for (final var network : trained.model().networks()) {
            assertTrue(network.history().size() > 1, () -> network.history().size() + " epochs");
        }
    }
}
