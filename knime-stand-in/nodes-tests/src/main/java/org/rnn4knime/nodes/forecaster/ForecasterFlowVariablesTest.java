package org.rnn4knime.nodes.forecaster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.nodes.testing.FlowVariable;

/** Lets flow variables set each setting of the RNN Forecaster. */
class ForecasterFlowVariablesTest {

    private static final String HORIZON = "sequences/horizon";

    private static final String LEVELS = "output/intervalLevels";

    @Test
    void setsEachSettingByAFlowVariable() throws InvalidSettingsException {
        assertEquals(Set.of(HORIZON, LEVELS), FlowVariable.paths(new RnnForecasterNodeParameters()));

        assertEquals(3, load(HORIZON, 3).toRequest().horizon());
        assertEquals(List.of(80.0, 95.0), load(LEVELS, "80, 95").toRequest().levels());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 100_001})
    void refusesAHorizonOutOfRange(final int horizon) {
        final var refusal = assertThrows(InvalidSettingsException.class, () -> load(HORIZON, horizon));

        assertEquals("Horizon must be from 1 to 100000, but is " + horizon + ".", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "NaN", "80, 80", "many", "80 to 95"})
    void refusesLevelsThatAreNone(final String levels) {
        final var refusal = assertThrows(InvalidSettingsException.class, () -> load(LEVELS, levels));

        assertTrue(refusal.getMessage().contains("Interval levels (%)"), refusal::getMessage);
    }

    private static RnnForecasterNodeParameters load(final String path, final Object value)
            throws InvalidSettingsException {
        return FlowVariable.load(new RnnForecasterNodeParameters(), FlowVariable.list(path, value));
    }
}
