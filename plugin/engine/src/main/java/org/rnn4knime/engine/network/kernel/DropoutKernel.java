package org.rnn4knime.engine.network.kernel;

import java.util.SplittableRandom;

/**
 * In training each value is dropped with the same probability, and what remains is enlarged so that the mean stays (Srivastava et al.
 * 2014); otherwise nothing happens.
 */
public record DropoutKernel(int inputs, double fraction) implements LayerKernel {

    @Override
    public LayerPass pass(final int width, final Mode mode) {
        return mode == Mode.TRAINING ? new Pass(width) : new Unchanged();
    }

    @Override
    public MemoryUse passMemory(final int width, final int steps, final Mode mode) {
        return MemoryUse.signal(inputs, width, steps).times(2).onlyIf(mode == Mode.TRAINING);
    }

    private static final class Unchanged implements LayerPass {

        @Override
        public Signal forward(final Signal input, final Moment moment) {
            return input;
        }

        @Override
        public Signal backward(
                final Signal outputGradient,
                final boolean inputGradientWanted,
                final Gradient gradient,
                final Moment moment) {
            return outputGradient;
        }
    }

    private final class Pass implements LayerPass {

        private final Signal factors;

        private final Signal output;

        Pass(final int width) {
            this.factors = new Signal(inputs, width);
            this.output = new Signal(inputs, width);
        }

        @Override
        public Signal forward(final Signal input, final Moment moment) {
            factors.resizeLike(input);
            output.resizeLike(input);
            final var random = new SplittableRandom(moment.seed());
            for (int step = 0; step < input.steps(); step++) {
                draw(random, factors.at(step));
                Pointwise.multiply(input.at(step), factors.at(step), output.at(step));
            }
            return output;
        }

        private void draw(final SplittableRandom random, final float[] to) {
            final var enlargement = (float) (1 / (1 - fraction));
            // Of the 32 bits of a number, seen as one from -2^31 to 2^31.
            final var bound = (int) Math.round(Integer.MIN_VALUE + fraction * 0x1p32);
            for (int index = 0; index < to.length; index++) {
                to[index] = random.nextInt() < bound ? 0 : enlargement;
            }
        }

        @Override
        public Signal backward(
                final Signal outputGradient,
                final boolean inputGradientWanted,
                final Gradient gradient,
                final Moment moment) {
            for (int step = 0; step < outputGradient.steps(); step++) {
                Pointwise.multiply(outputGradient.at(step), factors.at(step), outputGradient.at(step));
            }
            return outputGradient;
        }
    }
}
