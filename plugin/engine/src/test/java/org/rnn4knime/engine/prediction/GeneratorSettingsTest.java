package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GeneratorSettingsTest {

    @Test
    void namesTheSettingThatIsOutOfRange() {
        assertEquals("Temperature must be from 0 to 10, but is -0.1.", refusal(-0.1, 1, 1));
        assertEquals("Temperature must be from 0 to 10, but is 10.5.", refusal(10.5, 1, 1));
        assertEquals("Temperature must be from 0 to 10, but is NaN.", refusal(Double.NaN, 1, 1));
        assertEquals("Top k must be from 1 to 1000000, but is 0.", refusal(1, 0, 1));
        assertEquals("Length must be from 1 to 100000, but is 0.", refusal(1, 1, 0));
        assertEquals("Length must be from 1 to 100000, but is 100001.", refusal(1, 1, 100_001));
    }

    @Test
    void takesTheEndsOfTheRanges() {
        assertDoesNotThrow(() -> settings(0, 1, 1));
        assertDoesNotThrow(() -> settings(10, 1_000_000, 100_000));
    }

    private static String refusal(final double temperature, final int topK, final int length) {
        return assertThrows(IllegalArgumentException.class, () -> settings(temperature, topK, length))
                .getMessage();
    }

    private static GeneratorSettings settings(final double temperature, final int topK, final int length) {
        return new GeneratorSettings(temperature, Optional.of(topK), length, Optional.empty(), 1);
    }
}
