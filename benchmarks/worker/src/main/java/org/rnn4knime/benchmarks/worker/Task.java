package org.rnn4knime.benchmarks.worker;

/**
 * What is measured: one recurrent layer, its last step, one linear output, the mean squared error, Adam.
 *
 * @param phase training or inference
 * @param cell the recurrent cell
 * @param shape the sizes
 * @param threads how many may compute
 */
public record Task(Phase phase, Cell cell, Shape shape, int threads) {

    /** The parameters of the recurrent layer's weights of the input. */
    public int inputWeights() {
        return cell.gates() * shape.units() * shape.features();
    }

    /** The parameters of the recurrent layer's weights of the state. */
    public int stateWeights() {
        return cell.gates() * shape.units() * shape.units();
    }

    /** The parameters of the recurrent layer's biases. */
    public int biases() {
        return cell.biases() * shape.units();
    }

    /** All parameters, with those of the output. */
    public int parameters() {
        return inputWeights() + stateWeights() + biases() + shape.units() + 1;
    }

    /**
     * The floating-point operations of the matrix products that cannot be avoided: each weight and bias once a step and sequence;
     * in training three times, but for the gradient by the inputs, which nobody needs.
     */
    public double operations() {
        final double rows = 2.0 * cell.gates() * shape.units() * shape.batch() * shape.steps();
        final double forward = rows * (shape.features() + shape.units() + 1);
        return phase == Phase.INFERENCE ? forward : 3 * forward - rows * shape.features();
    }
}
