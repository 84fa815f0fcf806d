package org.rnn4knime.nodes.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.engine.prediction.GeneratorSettings;
import org.rnn4knime.nodes.testing.FlowVariable;

/** Lets flow variables set each setting of the RNN Sequence Generator. */
class GeneratorFlowVariablesTest {

    @Test
    void setsEachSettingByAFlowVariable() throws InvalidSettingsException {
        assertEquals(
                Set.of(
                        "data/textColumn",
                        "data/numTexts",
                        "output/temperature",
                        "output/topK",
                        "output/topK_is_present",
                        "output/length",
                        "output/stopSymbol",
                        "output/stopSymbol_is_present",
                        "output/seed"),
                FlowVariable.paths(new RnnSequenceGeneratorNodeParameters()));

        assertEquals("greeting", load("data/textColumn", "greeting").m_data.m_textColumn);
        assertEquals(7, load("data/numTexts", 7).m_data.m_numTexts);
        assertEquals(0.5, settings("output/temperature", 0.5).temperature());
        assertEquals(Optional.empty(), settings("output/topK", 3).topK());
        assertEquals(
                Optional.of(3),
                settings("output/topK", 3, "output/topK_is_present", true).topK());
        assertEquals(9, settings("output/length", 9).length());
        assertEquals(Optional.empty(), settings("output/stopSymbol", "!").stopSymbol());
        assertEquals(
                Optional.of("!"),
                settings("output/stopSymbol", "!", "output/stopSymbol_is_present", true)
                        .stopSymbol());
        assertEquals(-7, settings("output/seed", -7L).seed());
    }

    @ParameterizedTest
    @CsvSource({
        "data/numTexts, 0, Number of texts",
        "data/numTexts, 1000001, Number of texts",
        "output/topK, 0, Top k",
        "output/topK, 1000001, Top k",
        "output/length, 0, Length",
        "output/length, 100001, Length",
        "output/length, -2147483648, Length"
    })
    void refusesAWholeNumberOutOfRange(final String path, final int number, final String title) {
        final var variables = path.endsWith("topK")
                ? new Object[] {path, number, path + "_is_present", true}
                : new Object[] {path, number};

        final var refusal = assertThrows(InvalidSettingsException.class, () -> load(variables));

        assertTrue(refusal.getMessage().startsWith(title + " must be from 1 to "), refusal::getMessage);
        assertTrue(refusal.getMessage().endsWith(" is " + number + "."), refusal::getMessage);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 10.001, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesATemperatureOutOfRange(final double temperature) {
        final var refusal = assertThrows(InvalidSettingsException.class, () -> load("output/temperature", temperature));

        assertTrue(refusal.getMessage().startsWith("Temperature must be from 0 to 10, "), refusal::getMessage);
    }

    private static GeneratorSettings settings(final Object... variables) throws InvalidSettingsException {
        return load(variables).m_output.toSettings();
    }

    private static RnnSequenceGeneratorNodeParameters load(final Object... variables) throws InvalidSettingsException {
        return FlowVariable.load(new RnnSequenceGeneratorNodeParameters(), FlowVariable.list(variables));
    }
}
