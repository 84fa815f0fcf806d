package org.rnn4knime.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceWidthTest {

    private static int width(final int hiddenUnits, final int length) {
        return SliceWidth.of(new NetworkSettings(CellType.LSTM, hiddenUnits), length);
    }

    @ParameterizedTest(name = "{2} windows of {1} steps with {0} hidden units")
    @CsvSource({"32, 24, 1024", "64, 100, 512", "128, 200, 128"})
    void computesUsualBatchesInOneSlice(final int hiddenUnits, final int length, final int batchSize) {
        assertTrue(width(hiddenUnits, length) >= batchSize);
    }

    @ParameterizedTest(name = "{2} windows of {1} steps with {0} hidden units")
    @CsvSource({"256, 200, 81", "4096, 1, 64", "4096, 10000, 1"})
    void cutsLargeBatches(final int hiddenUnits, final int length, final int width) {
        assertEquals(width, width(hiddenUnits, length));
    }
}
