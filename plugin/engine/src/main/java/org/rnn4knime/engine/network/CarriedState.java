package org.rnn4knime.engine.network;

import java.util.List;
import java.util.Optional;
import org.rnn4knime.engine.network.kernel.LayerKernel;

/**
 * The state of a network at the end of each window of a batch, which the next piece of the same windows begins with. At first it is
 * zeros. It belongs to one network and a batch of one size; one call at a time may use it.
 */
public final class CarriedState {

    private Optional<States> states = Optional.empty();

    /**
     * What is kept.
     *
     * @param windows of the batch
     * @param width the windows of a slice
     * @param arrays [slice][layer][array]
     */
    private record States(int windows, int width, float[][][][] arrays) {}

    /** The arrays of a layer for a slice. */
    float[][] of(final int slice, final int layer) {
        return states.orElseThrow().arrays[slice][layer];
    }

    /**
     * Cuts the next piece of a batch into the slices whose state this is, always the same; refuses a batch of another size with an
     * IllegalArgumentException.
     *
     * @param lengths the steps of each window in this piece
     * @param width the windows of a slice, if this is the first piece
     * @param kernels of the network
     */
    List<Slice> slices(final int[] lengths, final int width, final List<LayerKernel> kernels) {
        final var slices = Slice.of(lengths, states.map(States::width).orElse(width), false);
        if (states.isEmpty()) {
            states = Optional.of(new States(
                    lengths.length,
                    width,
                    slices.stream()
                            .map(slice -> kernels.stream()
                                    .map(kernel -> kernel.newState(slice.width()))
                                    .toArray(float[][][]::new))
                            .toArray(float[][][][]::new)));
        }
        if (states.get().windows != lengths.length) {
            throw new IllegalArgumentException(
                    "The state is that of " + states.get().windows + " windows, but these are " + lengths.length + ".");
        }
        return slices;
    }
}
