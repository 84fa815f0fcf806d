package org.rnn4knime.engine.network.reference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The loss of some examples and its derivatives.
 *
 * @param loss the mean over all known targets
 * @param parameters the derivatives by the parameters, as these lie in the flat vector
 * @param inputs the derivatives by the inputs of each example, [step][feature]; zero for the indices of embeddings
 */
public record Gradients(double loss, double[] parameters, List<double[][]> inputs) {

    /** The sum of two, of the examples of both. */
    Gradients and(final Gradients others) {
        final var sums = parameters.clone();
        Arrays.setAll(sums, index -> parameters[index] + others.parameters[index]);
        return new Gradients(
                loss + others.loss,
                sums,
                Stream.concat(inputs.stream(), others.inputs.stream()).toList());
    }

    Gradients times(final double factor) {
        return new Gradients(
                loss * factor,
                times(parameters, factor),
                inputs.stream()
                        .map(steps -> Arrays.stream(steps)
                                .map(step -> times(step, factor))
                                .toArray(double[][]::new))
                        .toList());
    }

    private static double[] times(final double[] values, final double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }
}
