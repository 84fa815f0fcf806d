package org.rnn4knime.engine;

import java.util.List;
import org.rnn4knime.engine.RuleCase.Item;

/** The best linear model. */
public final class LeastSquares {

    /** So little that it changes nothing but that superfluous inputs do no harm. */
    private static final double RIDGE = 1e-6;

    private final double[] weights;

    private LeastSquares(final double[] weights) {
        this.weights = weights;
    }

    /** The one whose squared errors have the smallest sum. */
    public static LeastSquares of(final List<Item> items) {
        final var size = items.get(0).inputs().length;
        // The normal equations, with their right side in the last column.
        final var equations = new double[size][size + 1];
        for (final var item : items) {
            for (int row = 0; row < size; row++) {
                for (int column = 0; column < size; column++) {
                    equations[row][column] += item.inputs()[row] * item.inputs()[column];
                }
                equations[row][size] += item.inputs()[row] * item.truth();
            }
        }
        for (int row = 0; row < size; row++) {
            equations[row][row] += RIDGE;
        }
        return new LeastSquares(solved(equations));
    }

    /** Gauss's elimination; the matrix is positive definite, so that no rows need to change places. */
    private static double[] solved(final double[][] equations) {
        final var size = equations.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = 0; row < size; row++) {
                if (row != pivot) {
                    final var factor = equations[row][pivot] / equations[pivot][pivot];
                    for (int column = pivot; column <= size; column++) {
                        equations[row][column] -= factor * equations[pivot][column];
                    }
                }
            }
        }
        final var solution = new double[size];
        for (int row = 0; row < size; row++) {
            solution[row] = equations[row][size] / equations[row][row];
        }
        return solution;
    }

    /** What it predicts. */
    public double predict(final double[] inputs) {
        double sum = 0;
        for (int input = 0; input < inputs.length; input++) {
            sum += weights[input] * inputs[input];
        }
        return sum;
    }
}
