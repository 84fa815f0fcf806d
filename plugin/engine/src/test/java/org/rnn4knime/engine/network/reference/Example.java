package org.rnn4knime.engine.network.reference;

import java.util.List;
import java.util.stream.IntStream;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;

/**
 * A sequence and what a network is to write for it.
 *
 * @param inputs [step][feature], of its own length
 * @param targets [step][value], or [1][value] where a sequence has one target; a class is a single value, its index;
 *     NaN where nothing is to be learned
 * @param states what the recurrent layers begin with: those of the forward cells, of the LSTM h, then c; none for zeros
 */
public record Example(double[][] inputs, double[][] targets, List<double[]> states) {

    /** Copies the list, not the arrays. */
    public Example {
        states = List.copyOf(states);
    }

    /** A sequence that begins with zeros. */
    public Example(final double[][] inputs, final double[][] targets) {
        this(inputs, targets, List.of());
    }

    /** The same sequence, begun with other states. */
    public Example startingFrom(final List<double[]> newStates) {
        return new Example(inputs, targets, newStates);
    }

    /** Each window of a batch, without what stands behind its end. */
    public static List<Example> of(final Batch batch, final Scope scope) {
        return IntStream.range(0, batch.size())
                .mapToObj(window -> {
                    final var length = batch.lengths()[window];
                    return new Example(
                            values(batch.inputs(), window, length),
                            values(batch.targets(), window, scope == Scope.STEP ? length : 1));
                })
                .toList();
    }

    private static double[][] values(final Tensor tensor, final int window, final int steps) {
        return IntStream.range(0, steps)
                .mapToObj(step -> IntStream.range(0, tensor.features())
                        .mapToDouble(feature -> tensor.get(step, feature, window))
                        .toArray())
                .toArray(double[][]::new);
    }
}
