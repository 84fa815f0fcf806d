package org.rnn4knime.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.cell.KernelLayer;
import org.rnn4knime.engine.network.kernel.LayerKernel;

class SliceWidthTest {

    private static List<LayerKernel> kernels(final NetworkSettings settings) {
        return NetworkLayers.of(
                        new NetworkPlan(Inputs.numbers(1), settings, new Outputs(1, Type.NUMBERS, Scope.SEQUENCE)))
                .stream()
                .map(KernelLayer::kernel)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // A usual batch is shared by two threads, a large one by more.
        "32, 32, 50, 16",
        "32, 64, 50, 32",
        "32, 1000, 50, 64",
        "32, 1, 50, 16",
        "1, 128, 0, 64",
        // A sequence may be long before its slices become narrower.
        "64, 32, 3200, 16",
        // One window is always computed.
        "4096, 64, 1000000, 1"
    })
    void followsFromTheNetworkAndTheBatch(final int hiddenUnits, final int windows, final int steps, final int width) {
        assertEquals(width, SliceWidth.of(kernels(new NetworkSettings(CellType.LSTM, hiddenUnits)), windows, steps));
    }

    @Test
    void everyLayerCountsForTheMemory() {
        final var settings = new NetworkSettings(
                CellType.LSTM,
                32,
                1,
                false,
                Activation.TANH,
                Optional.of(new Convolution(512, 1000, 1)),
                Summary.LAST,
                0);
        final var width = SliceWidth.of(kernels(settings), 1000, 10_000);
        assertTrue(width < SliceWidth.of(kernels(new NetworkSettings(CellType.LSTM, 32)), 1000, 10_000), "" + width);
    }
}
