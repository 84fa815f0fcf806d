package org.rnn4knime.nodes.predictor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.nodes.table.PredictionOptions;
import org.rnn4knime.nodes.testing.FlowVariable;

/** Lets flow variables set each setting of the RNN Predictor. */
class PredictorFlowVariablesTest {

    private static final String NAME = "output/predictionColumn";

    private static final String IS_NAMED = "output/predictionColumn_is_present";

    private static final String PROBABILITIES = "output/classProbabilities";

    private static final String STATES = "output/hiddenStates";

    @Test
    void setsEachSettingByAFlowVariable() throws InvalidSettingsException {
        assertEquals(
                Set.of(NAME, IS_NAMED, PROBABILITIES, STATES), FlowVariable.paths(new RnnPredictorNodeParameters()));

        assertEquals(Optional.empty(), load(NAME, "mine").name());
        assertEquals(Optional.of("mine"), load(NAME, "mine", IS_NAMED, true).name());
        assertTrue(load(PROBABILITIES, true).hasProbabilities());
        assertTrue(load(STATES, true).hasHiddenStates());
    }

    @Test
    void takesANameThatIsNullOrBlankForNone() throws InvalidSettingsException {
        assertEquals(Optional.empty(), load(NAME, null, IS_NAMED, true).name());
        assertEquals(Optional.empty(), load(NAME, " ", IS_NAMED, true).name());
    }

    private static PredictionOptions load(final Object... variables) throws InvalidSettingsException {
        return FlowVariable.load(new RnnPredictorNodeParameters(), FlowVariable.list(variables))
                .m_output
                .toOptions();
    }
}
