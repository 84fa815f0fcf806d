package org.rnn4knime.engine.network.reference;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** How wrong the outputs of a step are; the loss of many steps is the sum of all sums by the sum of all weights. */
public final class ReferenceLoss {

    private final ToDoubleFunction<double[]> weight;

    private final BiFunction<Vector, double[], Real> sum;

    private ReferenceLoss(final ToDoubleFunction<double[]> weight, final BiFunction<Vector, double[], Real> sum) {
        this.weight = weight;
        this.sum = sum;
    }

    /** The square of the error e. */
    public static ReferenceLoss squared() {
        return ofErrors(error -> error.times(error));
    }

    /** The absolute error. */
    public static ReferenceLoss absolute() {
        return ofErrors(Real::abs);
    }

    /** Huber's loss with delta 1: e * e / 2 up to an error of 1, else |e| - 1/2. */
    public static ReferenceLoss huber() {
        return ofErrors(error -> Math.abs(error.value()) <= 1
                ? error.times(error).times(0.5)
                : error.abs().plus(-0.5));
    }

    /** The logarithm of the probability of the true class, negative, times the weight of that class. */
    public static ReferenceLoss crossEntropy(final double... classWeights) {
        return new ReferenceLoss(
                targets -> Double.isNaN(targets[0]) ? 0 : classWeights[(int) targets[0]], (outputs, targets) -> {
                    if (Double.isNaN(targets[0])) {
                        return outputs.tape().constant(0);
                    }
                    final var truth = (int) targets[0];
                    return outputs.get(truth).log().times(-classWeights[truth]);
                });
    }

    private static ReferenceLoss ofErrors(final UnaryOperator<Real> loss) {
        return new ReferenceLoss(
                targets -> Arrays.stream(targets)
                        .filter(target -> !Double.isNaN(target))
                        .count(),
                (outputs, targets) -> {
                    var sum = outputs.tape().constant(0);
                    for (int index = 0; index < targets.length; index++) {
                        if (!Double.isNaN(targets[index])) {
                            sum = sum.plus(loss.apply(outputs.get(index).plus(-targets[index])));
                        }
                    }
                    return sum;
                });
    }

    /** The weight of the targets of a step. */
    double weight(final double[] targets) {
        return weight.applyAsDouble(targets);
    }

    /** The losses of a step, each times its weight. */
    Real sum(final Vector outputs, final double[] targets) {
        return sum.apply(outputs, targets);
    }
}
