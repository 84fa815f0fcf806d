package org.rnn4knime.engine.network.kernel;

import java.util.Arrays;

/** Makes one step of all steps of a window, each feature on its own. */
public record SummaryKernel(int inputs, Kind kind) implements LayerKernel {

    /** What the one step is. */
    public enum Kind {
        /** The last step. */
        LAST,
        /** The last step of the first half of the inputs, which two directions wrote, and the first step of the second. */
        LAST_OF_BOTH_DIRECTIONS,
        /** The mean. */
        MEAN,
        /** The largest value. */
        MAX
    }

    @Override
    public boolean summarizes() {
        return true;
    }

    @Override
    public LayerPass pass(final int width, final Mode mode) {
        return new Pass(width);
    }

    @Override
    public MemoryUse passMemory(final int width, final int steps, final Mode mode) {
        return MemoryUse.signal(inputs, width, 1)
                .plus(MemoryUse.signal(inputs, width, steps).onlyIf(mode == Mode.TRAINING));
    }

    private final class Pass implements LayerPass {

        private final int width;

        private final Signal output;

        private final Signal inputGradient;

        private Signal input;

        Pass(final int width) {
            this.width = width;
            this.output = new Signal(inputs, width);
            this.inputGradient = new Signal(inputs, width);
            this.input = output;
        }

        @Override
        public Signal forward(final Signal newInput, final Moment moment) {
            input = newInput;
            output.resizeToOneStep();
            final var to = output.at(0);
            for (int index = 0; index < to.length; index++) {
                to[index] = length(index) == 0 ? 0 : summary(index);
            }
            return output;
        }

        private int length(final int index) {
            return input.lengths()[index % width];
        }

        private float summary(final int index) {
            if (kind != Kind.MEAN) {
                return input.at(chosen(index))[index];
            }
            float sum = 0;
            for (int step = 0; step < length(index); step++) {
                sum += input.at(step)[index];
            }
            return sum / length(index);
        }

        /** The step whose value counts. */
        private int chosen(final int index) {
            if (kind == Kind.MAX) {
                int largest = 0;
                for (int step = 1; step < length(index); step++) {
                    if (Pointwise.isLarger(input.at(step)[index], input.at(largest)[index])) {
                        largest = step;
                    }
                }
                return largest;
            }
            final var second = kind == Kind.LAST_OF_BOTH_DIRECTIONS && index / width >= inputs / 2;
            return second ? 0 : length(index) - 1;
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
            final var from = outputGradient.at(0);
            for (int index = 0; index < from.length; index++) {
                if (kind == Kind.MEAN) {
                    for (int step = 0; step < length(index); step++) {
                        inputGradient.at(step)[index] = from[index] / length(index);
                    }
                } else if (length(index) > 0) {
                    inputGradient.at(chosen(index))[index] = from[index];
                }
            }
            return inputGradient;
        }
    }
}
