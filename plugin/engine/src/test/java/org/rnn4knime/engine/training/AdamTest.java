package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AdamTest {

    @Test
    void theFirstStepIsAsLongAsTheLearningRateWhateverTheGradient() {
        final var parameters = new float[] {1, 1, 1};
        new Adam(3, 0.1).step(parameters, new float[] {1e-3f, -100, 0});

        assertArrayEquals(new float[] {0.9f, 1.1f, 1}, parameters, 1e-4f);
    }

    @Test
    void findsTheBottomOfAValley() {
        final var parameters = new float[] {3};
        final var adam = new Adam(1, 0.05);
        for (int step = 0; step < 1000; step++) {
            adam.step(parameters, new float[] {2 * (parameters[0] - 1)});
        }
        assertEquals(1, parameters[0], 1e-2);
    }
}
