package org.rnn4knime.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceWidthTest {

    @ParameterizedTest
    @CsvSource({
        // A usual batch is shared by two threads, a large one by more.
        "32, 32, 50, 16",
        "32, 64, 50, 32",
        "32, 1000, 50, 64",
        "32, 1, 50, 16",
        // Long sequences and large networks take narrower slices, down to one window.
        "32, 1000, 10000, 13",
        "4096, 64, 100, 10",
        "4096, 64, 1000000, 1",
        "1, 64, 0, 32",
        "1, 128, 0, 64"
    })
    void followsFromTheNetworkAndTheBatch(final int hiddenUnits, final int windows, final int steps, final int width) {
        assertEquals(width, SliceWidth.of(new NetworkSettings(CellType.LSTM, hiddenUnits), windows, steps));
    }
}
