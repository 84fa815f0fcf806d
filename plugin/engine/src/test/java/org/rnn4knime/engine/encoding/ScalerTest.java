package org.rnn4knime.engine.encoding;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ScalerTest {

    @Test
    void refusesWhatCannotBeInverted() {
        assertThrows(IllegalArgumentException.class, () -> new Scaler(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Scaler(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Scaler(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new Scaler(0, Double.POSITIVE_INFINITY));
    }
}
