package org.rnn4knime.engine.network.reference;

import java.util.List;
import java.util.stream.IntStream;
import org.rnn4knime.engine.network.Convolution;

/**
 * A convolution over time, {@code out_t = relu(b + sum over k of W_k x_{t+k-(K-1)/2})} with zeros around the sequence,
 * then the largest values of each few steps; of what remains at the end, too.
 */
final class ConvolutionLayer {

    private final Convolution sizes;

    private final Matrix w;

    private final Vector b;

    ConvolutionLayer(final ParameterReader reader, final Convolution sizes, final int inputs) {
        this.sizes = sizes;
        reader.begin("convolution %s");
        w = reader.matrix("W", sizes.kernelSize() * inputs, sizes.filters());
        b = reader.vector("b", sizes.filters());
    }

    /** The sequence that the recurrent layers see. */
    List<Vector> of(final List<Vector> sequence) {
        return pooled(IntStream.range(0, sequence.size())
                .mapToObj(step -> w.times(surroundings(sequence, step)).plus(b).map(Real::relu))
                .toList());
    }

    /** The steps that the kernel covers, one after the other. */
    private Vector surroundings(final List<Vector> sequence, final int step) {
        final var first = step - (sizes.kernelSize() - 1) / 2;
        return IntStream.range(first, first + sizes.kernelSize())
                .mapToObj(near -> near >= 0 && near < sequence.size() ? sequence.get(near) : zeros(sequence.get(step)))
                .reduce(Vector::then)
                .orElseThrow();
    }

    private static Vector zeros(final Vector like) {
        return Vector.constant(like.tape(), new double[like.size()]);
    }

    private List<Vector> pooled(final List<Vector> sequence) {
        final var size = sizes.poolingSize();
        return IntStream.iterate(0, first -> first < sequence.size(), first -> first + size)
                .mapToObj(first -> sequence.subList(first, Math.min(first + size, sequence.size())).stream()
                        .reduce(Vector::max)
                        .orElseThrow())
                .toList();
    }
}
