package org.rnn4knime.engine.training;

import java.util.Arrays;
import org.rnn4knime.engine.network.Loss;

/**
 * Cross-entropy of probabilities: -w log(p), where p is the output at the index of the target's class, above 0, and w
 * the weight of that class. The loss of a batch is divided by the sum of these weights, as in PyTorch.
 */
public final class CrossEntropy implements Loss {

    private final double[] classWeights;

    /**
     * The loss.
     *
     * @param classWeights how much each class counts, in the order of the outputs
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    public CrossEntropy(final double... classWeights) {
        this.classWeights = classWeights.clone();
        for (final double weight : classWeights) {
            if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "The weight of a class must be 0 or more and finite, but is " + weight + ".");
            }
        }
    }

    /** The loss where all classes count the same. */
    public static CrossEntropy unweighted(final int classes) {
        final var ones = new double[classes];
        Arrays.fill(ones, 1);
        return new CrossEntropy(ones);
    }

    @Override
    public int targetValues(final int outputs) {
        if (outputs != classWeights.length) {
            throw new IllegalArgumentException(outputs + " outputs for " + classWeights.length + " classes");
        }
        return 1;
    }

    @Override
    public double weight(final float[] targets, final int windows) {
        double sum = 0;
        for (int window = 0; window < windows; window++) {
            if (!Float.isNaN(targets[window])) {
                sum += classWeights[index(targets[window])];
            }
        }
        return sum;
    }

    @Override
    public double add(
            final float[] outputs,
            final float[] targets,
            final int windows,
            final float scale,
            final float[] gradient) {
        Arrays.fill(gradient, 0, classWeights.length * windows, 0);
        double sum = 0;
        for (int window = 0; window < windows; window++) {
            if (!Float.isNaN(targets[window])) {
                final var index = index(targets[window]);
                final var at = index * windows + window;
                sum -= classWeights[index] * Math.log(outputs[at]);
                gradient[at] = (float) (-classWeights[index] / outputs[at] * scale);
            }
        }
        return sum;
    }

    private int index(final float target) {
        final var index = (int) target;
        if (index != target || index < 0 || index >= classWeights.length) {
            throw new IllegalArgumentException("The index of a class must be a whole number from 0 to "
                    + (classWeights.length - 1) + ", but is " + target + ".");
        }
        return index;
    }
}
