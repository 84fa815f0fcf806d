package org.rnn4knime.engine.network.kernel;

/** The mean of the first half of the features and the second: what two directions write becomes one. */
public record AverageKernel(int outputs) implements LayerKernel {

    private static final float HALF = 0.5f;

    @Override
    public int inputs() {
        return 2 * outputs;
    }

    @Override
    public LayerPass pass(final int width, final Mode mode) {
        return new Pass(width);
    }

    @Override
    public MemoryUse passMemory(final int width, final int steps, final Mode mode) {
        return MemoryUse.signal(outputs, width, steps)
                .plus(MemoryUse.signal(inputs(), width, steps).onlyIf(mode == Mode.TRAINING));
    }

    private final class Pass implements LayerPass {

        private final Signal output;

        private final Signal inputGradient;

        Pass(final int width) {
            this.output = new Signal(outputs, width);
            this.inputGradient = new Signal(inputs(), width);
        }

        @Override
        public Signal forward(final Signal input, final Moment moment) {
            output.resizeLike(input);
            for (int step = 0; step < input.steps(); step++) {
                final var from = input.at(step);
                final var to = output.at(step);
                for (int index = 0; index < to.length; index++) {
                    to[index] = HALF * (from[index] + from[to.length + index]);
                }
            }
            return output;
        }

        @Override
        public Signal backward(
                final Signal outputGradient,
                final boolean inputGradientWanted,
                final Gradient gradient,
                final Moment moment) {
            inputGradient.resizeLike(outputGradient);
            for (int step = 0; step < outputGradient.steps(); step++) {
                final var from = outputGradient.at(step);
                final var to = inputGradient.at(step);
                for (int index = 0; index < from.length; index++) {
                    to[index] = HALF * from[index];
                    to[from.length + index] = to[index];
                }
            }
            return inputGradient;
        }
    }
}
