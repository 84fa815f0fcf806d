package org.rnn4knime.engine.network.reference;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A mean of all steps with learned weights: {@code u_t = tanh(W^T h_t + b)}, and the weights are the softmax of
 * {@code c . u_t} over the steps.
 */
final class Attention {

    private final Matrix w;

    private final Vector b;

    private final Vector c;

    Attention(final ParameterReader reader, final int features) {
        reader.begin("attention %s");
        w = reader.matrix("W", features, features);
        b = reader.vector("b", features);
        c = reader.vector("c", features);
    }

    Vector of(final List<Vector> steps) {
        final var scores =
                steps.stream().map(step -> c.dot(w.times(step).plus(b).tanh())).toArray(Real[]::new);
        final var weights = new Vector(scores).softmax();
        return IntStream.range(0, steps.size())
                .mapToObj(step -> steps.get(step).times(weights.get(step)))
                .reduce(Vector::plus)
                .orElseThrow();
    }
}
