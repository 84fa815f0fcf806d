package org.rnn4knime.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.rnn4knime.engine.network.kernel.GradientProbe;
import org.rnn4knime.engine.network.kernel.LayerKernel;

/**
 * How far back the gradient of the loss at the end of a window reaches, measured for all windows of a batch. Each slice adds up its own
 * windows, in any thread; the sums of the slices are added up in their order.
 */
final class Reach {

    private final List<LayerKernel> kernels;

    private final boolean[] counted;

    private final List<List<Sums>> slices;

    /** Of one layer and slice, or all slices, by lag: the sum of the norms, and the number of windows. */
    private record Sums(double[] norms, int[] windows) {

        static Sums zeros(final int lags) {
            return new Sums(new double[lags], new int[lags]);
        }

        void add(final double[] more, final int[] moreWindows) {
            for (int lag = 0; lag < more.length; lag++) {
                norms[lag] += more[lag];
                windows[lag] += moreWindows[lag];
            }
        }

        double[] means() {
            return IntStream.range(0, norms.length)
                    .mapToDouble(lag -> norms[lag] / windows[lag])
                    .toArray();
        }
    }

    /**
     * Begins with nothing.
     *
     * @param kernels of the network
     * @param counted whether each window of the batch counts
     * @param slices their number
     */
    Reach(final List<LayerKernel> kernels, final boolean[] counted, final int slices) {
        this.kernels = kernels;
        this.counted = counted;
        this.slices = new ArrayList<>(Collections.nCopies(slices, List.of()));
    }

    /** What measures a slice, one for each layer. */
    List<GradientProbe> probes(final Slice slice) {
        return kernels.stream().map(any -> new GradientProbe(slice.width())).toList();
    }

    /** Takes what was measured of a slice; many threads may do so at once, each for other slices. */
    void put(final Slice slice, final List<GradientProbe> probes) {
        final var sums = new ArrayList<Sums>();
        for (int layer = 0; layer < kernels.size(); layer++) {
            if (kernels.get(layer).recurs()) {
                sums.add(sums(slice, probes.get(layer)));
            }
        }
        slices.set(slice.number(), sums);
    }

    private Sums sums(final Slice slice, final GradientProbe probe) {
        final var norms = IntStream.range(0, slice.width())
                .filter(window -> counted[slice.windows()[window]])
                .mapToObj(probe::norms)
                .toList();
        final var sums =
                Sums.zeros(norms.stream().mapToInt(some -> some.length).max().orElse(0));
        for (final var some : norms) {
            final var ones = new int[some.length];
            Arrays.fill(ones, 1);
            sums.add(some, ones);
        }
        return sums;
    }

    /** Of each recurrent layer, from the lowest to the highest, the mean norms by lag. */
    List<double[]> means() {
        final var layers =
                Math.toIntExact(kernels.stream().filter(LayerKernel::recurs).count());
        return IntStream.range(0, layers)
                .mapToObj(layer -> {
                    final var parts =
                            slices.stream().map(slice -> slice.get(layer)).toList();
                    final var all = Sums.zeros(parts.stream()
                            .mapToInt(part -> part.norms.length)
                            .max()
                            .orElse(0));
                    parts.forEach(part -> all.add(part.norms, part.windows));
                    return all.means();
                })
                .toList();
    }
}
