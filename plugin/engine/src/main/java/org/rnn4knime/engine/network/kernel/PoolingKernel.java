package org.rnn4knime.engine.network.kernel;

import java.util.Arrays;

/** Of each few steps the largest value, each feature on its own; the last steps of a window may be fewer. */
public record PoolingKernel(int inputs, int poolingSize) implements LayerKernel {

    @Override
    public LayerPass pass(final int width, final Mode mode) {
        return new Pass(width);
    }

    @Override
    public MemoryUse passMemory(final int width, final int steps, final Mode mode) {
        return MemoryUse.signal(inputs, width, steps(steps))
                .plus(MemoryUse.signal(inputs, width, steps).onlyIf(mode == Mode.TRAINING));
    }

    @Override
    public int steps(final int read) {
        return (read + poolingSize - 1) / poolingSize;
    }

    private final class Pass implements LayerPass {

        private final Signal output;

        private final Signal inputGradient;

        private Signal input;

        Pass(final int width) {
            this.output = new Signal(inputs, width);
            this.inputGradient = new Signal(inputs, width);
            this.input = output;
        }

        @Override
        public Signal forward(final Signal newInput, final Moment moment) {
            input = newInput;
            output.resize(
                    PoolingKernel.this.steps(input.steps()),
                    Arrays.stream(input.lengths())
                            .map(PoolingKernel.this::steps)
                            .toArray());
            for (int step = 0; step < output.steps(); step++) {
                final var to = output.at(step);
                for (int index = 0; index < to.length; index++) {
                    to[index] = input.at(largest(step, index))[index];
                }
                output.clearEnded(step, to);
            }
            return output;
        }

        /** The first step of a pool that holds the largest value; steps behind a window's end do not count. */
        private int largest(final int pool, final int index) {
            final var begin = pool * poolingSize;
            final var end = Math.min(begin + poolingSize, input.lengths()[index % input.width()]);
            int largest = begin;
            for (int step = begin + 1; step < end; step++) {
                if (Pointwise.isLarger(input.at(step)[index], input.at(largest)[index])) {
                    largest = step;
                }
            }
            return largest;
        }

        @Override
        public Signal backward(
                final Signal outputGradient,
                final boolean inputGradientWanted,
                final Gradient gradient,
                final Moment moment) {
            inputGradient.resizeLike(input);
            for (int step = 0; step < input.steps(); step++) {
                Arrays.fill(inputGradient.at(step), 0);
            }
            for (int step = 0; step < output.steps(); step++) {
                final var from = outputGradient.at(step);
                output.clearEnded(step, from);
                for (int index = 0; index < from.length; index++) {
                    inputGradient.at(largest(step, index))[index] = from[index];
                }
            }
            return inputGradient;
        }
    }
}
