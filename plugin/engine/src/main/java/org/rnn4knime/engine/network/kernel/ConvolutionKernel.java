package org.rnn4knime.engine.network.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * Convolution over time with ReLU: at each step t the filters relu(b + sum_k W_k x(t + k - (K - 1) / 2)) of the K steps around it, where
 * steps beyond the ends of a window count as zeros.
 */
public final class ConvolutionKernel implements LayerKernel {

    private final int inputs;

    private final int kernelSize;

    private final DenseKernel dense;

    /** The parameters are W [inputs of K steps, filters], column by column, and b [filters]. */
    public ConvolutionKernel(final int inputs, final int filters, final int kernelSize) {
        this.inputs = inputs;
        this.kernelSize = kernelSize;
        this.dense = new DenseKernel(Math.multiplyExact(inputs, kernelSize), filters, Nonlinearity.RELU);
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return dense.outputs();
    }

    @Override
    public long valuesPerStep() {
        return 2 * dense.valuesPerStep();
    }

    @Override
    public List<ParameterBlock> blocks() {
        return dense.blocks();
    }

    @Override
    public LayerPass pass(final int width, final Mode mode) {
        return new Pass(width, mode);
    }

    @Override
    public MemoryUse passMemory(final int width, final int steps, final Mode mode) {
        return dense.passMemory(width, steps, mode)
                .plus(MemoryUse.signal(dense.inputs(), width, steps))
                .plus(MemoryUse.signal(inputs, width, steps).onlyIf(mode == Mode.TRAINING));
    }

    /** Lays the steps that a kernel covers one behind the other; the rest is a dense layer. */
    private final class Pass implements LayerPass {

        private final LayerPass pass;

        private final Signal covered;

        private final Signal inputGradient;

        private final int values;

        Pass(final int width, final Mode mode) {
            this.pass = dense.pass(width, mode);
            this.covered = new Signal(dense.inputs(), width);
            this.inputGradient = new Signal(inputs, width);
            this.values = inputs * width;
        }

        private int source(final int step, final int position) {
            return step + position - (kernelSize - 1) / 2;
        }

        @Override
        public Signal forward(final Signal input, final Moment moment) {
            covered.resizeLike(input);
            for (int step = 0; step < input.steps(); step++) {
                final var to = covered.at(step);
                for (int position = 0; position < kernelSize; position++) {
                    final var from = source(step, position);
                    if (from >= 0 && from < input.steps()) {
                        System.arraycopy(input.at(from), 0, to, position * values, values);
                    } else {
                        Arrays.fill(to, position * values, (position + 1) * values, 0);
                    }
                }
            }
            return pass.forward(covered, moment);
        }

        @Override
        public Signal backward(
                final Signal outputGradient,
                final boolean inputGradientWanted,
                final Gradient gradient,
                final Moment moment) {
            final var coveredGradient = pass.backward(outputGradient, inputGradientWanted, gradient, moment);
            inputGradient.resizeLike(outputGradient);
            if (inputGradientWanted) {
                for (int step = 0; step < inputGradient.steps(); step++) {
                    Arrays.fill(inputGradient.at(step), 0);
                }
                for (int step = 0; step < inputGradient.steps(); step++) {
                    addInputGradient(step, coveredGradient.at(step));
                }
            }
            return inputGradient;
        }

        private void addInputGradient(final int step, final float[] coveredGradient) {
            for (int position = 0; position < kernelSize; position++) {
                final var of = source(step, position);
                if (of >= 0 && of < inputGradient.steps()) {
                    final var sum = inputGradient.at(of);
                    for (int index = 0; index < values; index++) {
                        sum[index] += coveredGradient[position * values + index];
                    }
                }
            }
        }

        @Override
        public void close() {
            pass.close();
        }
    }
}
