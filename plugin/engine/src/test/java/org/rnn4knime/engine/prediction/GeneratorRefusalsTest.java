package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.UnusableDataException;

/** What the generator does not do, and how it stops. */
class GeneratorRefusalsTest {

    private static final GeneratorSettings SETTINGS = stop(Optional.empty());

    @Test
    void sendsAModelOfNumbersToTheForecaster() {
        final var data = new DataSettings("passengers", List.of(), Optional.empty());

        assertEquals(
                "The model forecasts \"passengers\", but only a model of the next symbols of a text can write texts."
                        + " Use the RNN Forecaster for this model, or train one that predicts the next values of texts.",
                refusal(data, SETTINGS));
    }

    @ParameterizedTest
    @CsvSource({"TEXT, SEQUENCE", "ROWS, STEP", "COLUMNS, SEQUENCE"})
    void sendsAModelOfLabelsToThePredictor(final SequenceLayout layout, final Scope predict) {
        final var message = refusal(TextModels.CHARACTERS.data(layout, predict), SETTINGS);

        assertTrue(message.startsWith("The model predicts \"label\", but"), message);
        assertTrue(message.contains("Use the RNN Predictor for this model"), message);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "ab, 2", "'a ', 2"})
    void refusesAStopSymbolThatIsNotOneCharacter(final String stop, final int count) {
        assertEquals(
                "The stop symbol must be one character, as the model splits texts into characters, but \"" + stop
                        + "\" is " + count + ". Give one character, or switch it off.",
                refusal(TextModels.CHARACTERS.data(SequenceLayout.TEXT, Scope.FUTURE), stop(Optional.of(stop))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\n", "\uD83D\uDC69\u200D\uD83D\uDC67", "누"})
    void takesAnyOneCharacter(final String stop) {
        final var data = TextModels.CHARACTERS.data(SequenceLayout.TEXT, Scope.FUTURE);

        assertDoesNotThrow(() -> Generator.requireFitting(data, stop(Optional.of(stop))));
    }

    @Test
    void refusesAStopSymbolThatIsNotOneWord() {
        final var message = refusal(
                TextModels.CHARACTERS.words().data(SequenceLayout.TEXT, Scope.FUTURE), stop(Optional.of("my love")));

        assertTrue(message.endsWith("but \"my love\" is 2. Give one word, or switch it off."), message);
    }

    @Test
    void refusesBeforeItComputes() {
        final var model = model();

        assertThrows(
                IllegalArgumentException.class,
                () -> Generator.generate(model, List.of(), stop(Optional.of("ab")), GenerationListener.NONE));
    }

    @Test
    void stopsWhereItIsInterrupted() {
        final var model = model();

        Thread.currentThread().interrupt();

        assertThrows(CancellationException.class, () -> generate(model, GenerationListener.NONE));
        assertTrue(Thread.interrupted());
    }

    @Test
    void stopsInTheMiddle() {
        final var model = model();
        final var calls = new int[1];

        assertThrows(
                CancellationException.class,
                () -> generate(model, fraction -> {
                    calls[0]++;
                    if (calls[0] == 3) {
                        throw new CancellationException();
                    }
                }));

        assertEquals(3, calls[0]);
    }

    @Test
    void saysWhenTheNetworkLeavesTheRangeOfNumbers() {
        final var model = model();
        final var parameters = new float[model.networks().get(0).parameters().length];
        Arrays.fill(parameters, Float.NaN);
        final var broken = model.withNetworks(List.of(LinearRule.network(parameters)));

        final var failure = assertThrows(UnusableDataException.class, () -> generate(broken, GenerationListener.NONE));

        assertEquals(
                "The values in the network have grown beyond all numbers while it read text 1.", failure.problem());
    }

    private static Generated generate(final RnnModel model, final GenerationListener listener) {
        return Generator.generate(model, Collections.nCopies(10, Optional.of("ab")), SETTINGS, listener);
    }

    /** What it finds most probable has no end. */
    private static RnnModel model() {
        return TextModels.CHARACTERS.reading(4).train("ab".repeat(20));
    }

    private static GeneratorSettings stop(final Optional<String> stop) {
        return new GeneratorSettings(0, Optional.empty(), 200, stop, 1);
    }

    private static String refusal(final DataSettings data, final GeneratorSettings settings) {
        return assertThrows(IllegalArgumentException.class, () -> Generator.requireFitting(data, settings))
                .getMessage();
    }
}
