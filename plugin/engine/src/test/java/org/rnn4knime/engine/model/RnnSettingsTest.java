package org.rnn4knime.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Refusals;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.VocabularySettings;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.ValidationSplit;

/** What cannot go together, one by one, and what users are told. */
class RnnSettingsTest {

    private static final Data FUTURE = Data.of(SequenceLayout.ROWS, Scope.FUTURE);

    private static final Data STEP = Data.of(SequenceLayout.ROWS, Scope.STEP).features("x");

    private static final Data WHOLE =
            Data.of(SequenceLayout.ROWS, Scope.SEQUENCE).features("x").ids("i");

    private static final String NEEDS_THE_PAST =
            "Differences and the level of a window need the target's own past, which is"
                    + " read only where the next values are predicted. Switch them off, or predict the next values.";

    private static void assertRefused(final Setup setup, final String message) {
        assertEquals(message, Refusals.ofSettings(setup::settings));
    }

    private static TrainingSettings training(final boolean teacherForcing, final Optional<Integer> tbpttLength) {
        return new TrainingSettings(
                1,
                8,
                OptimizerSettings.ADAM,
                LearningRateSettings.constant(0.1),
                ClippingSettings.NONE,
                ValidationSettings.NONE,
                StoppingSettings.NONE,
                ClassWeights.NONE,
                new BackPropagation(tbpttLength, teacherForcing),
                1,
                1);
    }

    private static String refusal(final Data data, final NetworkSettings network, final TrainingSettings training) {
        final var setup = Setup.of(data);
        return Refusals.ofSettings(
                () -> new RnnSettings(setup.data(), setup.sequences(), setup.encoding(), network, training));
    }

    @Test
    void transformsThatNeedThePastNeedAForecast() {
        final var none = Optional.<Integer>empty();
        for (final var transform : List.of(
                new TargetTransform(false, true),
                new TargetTransform(false, false, Optional.of(7), WindowLevel.NONE),
                new TargetTransform(false, false, none, WindowLevel.LAST),
                new TargetTransform(true, false, none, WindowLevel.MEAN))) {
            for (final var data : List.of(STEP, WHOLE)) {
                assertRefused(Setup.of(data).transform(transform), NEEDS_THE_PAST);
            }
            Setup.of(FUTURE).transform(transform).settings();
        }
        Setup.of(WHOLE).transform(new TargetTransform(true, false)).settings();
    }

    @Test
    void theNextSymbolsOfATextArePredictedOneAfterTheOther() {
        assertRefused(
                Setup.of(Data.of(SequenceLayout.TEXT, Scope.FUTURE)).direct(3),
                "The next symbols of a text are predicted one after the other. Choose to forecast recursively.");
        Setup.of(FUTURE).direct(3).settings();
        assertEquals(3, Setup.of(FUTURE).direct(3).settings().ahead());
        assertEquals(1, Setup.of(STEP).direct(3).settings().ahead());
    }

    @Test
    void aSplitThatDoesNotFitIsRefused() {
        assertTrue(Refusals.ofSettings(() -> Setup.of(STEP)
                        .validation(ValidationSplit.STRATIFIED, 0.1)
                        .settings())
                .startsWith("Only sequences that have one class each"));
        assertTrue(Refusals.ofSettings(() -> Setup.of(STEP)
                        .validation(ValidationSplit.BY_SEQUENCE, 0.1)
                        .settings())
                .startsWith("Without sequence ID columns"));
    }

    @Test
    void truncationNeedsATargetAtEachStepAndOneDirection() {
        final var message = "Truncated back-propagation needs a target at each step and one direction."
                + " Choose the last step as summary and a network that is neither bidirectional nor has a convolution,"
                + " or leave the truncated BPTT length empty.";
        final var truncated = training(false, Optional.of(4));
        final var both =
                new NetworkSettings(CellType.GRU, 4, 1, true, Activation.TANH, Optional.empty(), Summary.LAST, 0);
        final var convolving = new NetworkSettings(
                CellType.GRU, 4, 1, false, Activation.TANH, Optional.of(new Convolution(2, 3, 1)), Summary.LAST, 0);
        assertEquals(message, refusal(WHOLE, new NetworkSettings(CellType.GRU, 4), truncated));
        assertEquals(message, refusal(STEP, both, truncated));
        assertEquals(message, refusal(STEP, convolving, truncated));
        final var setup = Setup.of(STEP);
        new RnnSettings(setup.data(), setup.sequences(), setup.encoding(), setup.network(), truncated);
    }

    @Test
    void truncationDoesNotGoWithALevelWhichIsKnownAtTheEndOfAWindow() {
        final var level = new TargetTransform(false, false, Optional.empty(), WindowLevel.LAST);
        final var setup = Setup.of(FUTURE).transform(level);
        assertTrue(Refusals.ofSettings(() -> new RnnSettings(
                        setup.data(),
                        setup.sequences(),
                        setup.encoding(),
                        setup.network(),
                        training(false, Optional.of(2))))
                .startsWith("Truncated back-propagation"));
    }

    @Test
    void teacherForcingNeedsJordansNetworkAndATargetAtEachStep() {
        final var message = "Teacher forcing needs the cell type Jordan, a target at each step and one"
                + " direction. Choose these, or switch it off.";
        final var forcing = training(true, Optional.empty());
        final var both =
                new NetworkSettings(CellType.JORDAN, 4, 1, true, Activation.TANH, Optional.empty(), Summary.LAST, 0);
        assertEquals(message, refusal(STEP, new NetworkSettings(CellType.GRU, 4), forcing));
        assertEquals(message, refusal(WHOLE, new NetworkSettings(CellType.JORDAN, 4), forcing));
        assertEquals(message, refusal(STEP, both, forcing));
        final var setup = Setup.of(STEP).network(CellType.JORDAN, 4);
        new RnnSettings(setup.data(), setup.sequences(), setup.encoding(), setup.network(), forcing);
    }

    @Test
    void poolingDoesNotGoWithOneValueAStep() {
        final var pooling = new NetworkSettings(
                CellType.GRU, 4, 1, false, Activation.TANH, Optional.of(new Convolution(2, 3, 2)), Summary.LAST, 0);
        assertTrue(Refusals.ofSettings(() -> Setup.of(STEP).network(pooling).settings())
                .startsWith("A pooling size of 2 leaves fewer steps than are to be predicted."));
        Setup.of(WHOLE).network(pooling).settings().requireFitting(true);
        Setup.of(FUTURE).network(pooling).settings().requireFitting(false);
    }

    @Test
    void theLargestProbabilitiesOfAllStepsAreNone() {
        final var largest =
                new NetworkSettings(CellType.JORDAN, 4, 1, false, Activation.TANH, Optional.empty(), Summary.MAX, 0);
        final var settings = Setup.of(WHOLE).network(largest).settings();
        settings.requireFitting(false);
        assertTrue(Refusals.ofSettings(() -> settings.requireFitting(true)).startsWith("Jordan's network sums up"));
    }

    @Test
    void classesHaveNoTransformAndNoDirectForecast() {
        final var none = Optional.<Integer>empty();
        for (final var transform : List.of(
                new TargetTransform(true, false),
                new TargetTransform(false, true),
                new TargetTransform(false, false, Optional.of(7), WindowLevel.NONE),
                new TargetTransform(false, false, none, WindowLevel.LAST))) {
            final var settings = Setup.of(FUTURE).transform(transform).settings();
            settings.requireFitting(false);
            assertEquals(
                    "The target \"y\" holds no numbers, so there is no logarithm, no difference and no level of it."
                            + " Switch the target's transforms off, or choose another target.",
                    Refusals.ofSettings(() -> settings.requireFitting(true)));
        }
        final var direct = Setup.of(FUTURE).direct(2).settings();
        direct.requireFitting(false);
        assertEquals(
                "The target \"y\" holds no numbers, and such values are forecast one after the other."
                        + " Choose to forecast recursively.",
                Refusals.ofSettings(() -> direct.requireFitting(true)));
        Setup.of(FUTURE).direct(1).settings().requireFitting(true);
    }

    @Test
    void theStrideSuitsTheTargetUnlessItIsChosen() {
        final var future = Setup.of(FUTURE).length(8);
        final var mean =
                new NetworkSettings(CellType.GRU, 4, 1, false, Activation.TANH, Optional.empty(), Summary.MEAN, 0);
        assertEquals(1, future.settings().windowing(false).stride());
        assertEquals(4, future.settings().windowing(true).stride());
        assertEquals(1, future.length(1).settings().windowing(true).stride());
        assertEquals(1, future.network(mean).settings().windowing(true).stride());
        assertEquals(1, Setup.of(STEP).length(8).settings().windowing(true).stride());
        assertEquals(3, future.stride(3).settings().windowing(true).stride());
        assertEquals(3, future.stride(3).settings().windowing(false).stride());
    }

    @Test
    void classesAreForecastFromAsManyStepsAsThereAreAndNumbersFromAFullWindow() {
        final var future = Setup.of(FUTURE).length(8).settings();
        assertEquals(8, future.windowing(false).minimum());
        assertEquals(1, future.windowing(true).minimum());
        assertEquals(8, Setup.of(STEP).length(8).settings().windowing(true).minimum());
    }

    @Test
    void numbersAreNotStratified() {
        final var settings =
                Setup.of(WHOLE).validation(ValidationSplit.STRATIFIED, 0.1).settings();
        settings.requireFitting(true);
        assertEquals(
                "The target \"y\" holds numbers, so there are no classes to stratify by. Choose another validation split.",
                Refusals.ofSettings(() -> settings.requireFitting(false)));
    }

    @Test
    void encodingSettingsHaveTheirRange() {
        assertEquals("Embedding size must be from 1 to 4096, but is 0.", encoding(3, 0));
        assertEquals("Embedding size must be from 1 to 4096, but is 4097.", encoding(3, 4097));
        assertEquals(
                "Embed nominal columns with more values than must be from 0 to 10000, but is -1.", encoding(-1, 2));
        assertEquals(
                "Maximum vocabulary size must be from 1 to 1000000, but is 0.",
                Refusals.ofSettings(() -> new VocabularySettings(Optional.of(0), 1)));
        assertEquals(
                "Minimum count of a symbol must be from 1 to 2147483647, but is 0.",
                Refusals.ofSettings(() -> new VocabularySettings(Optional.empty(), 0)));
        assertEquals(
                "Season (time steps) must be from 2 to 10000, but is 1.",
                Refusals.ofSettings(() -> new TargetTransform(false, false, Optional.of(1), WindowLevel.NONE)));
    }

    private static String encoding(final int mostOneHot, final int size) {
        return Refusals.ofSettings(() -> new EncodingSettings(
                Normalization.NONE, TargetTransform.NONE, VocabularySettings.ALL, mostOneHot, size));
    }
}
