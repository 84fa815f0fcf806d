package org.rnn4knime.engine.network.kernel;

import java.util.List;
import java.util.stream.Stream;

/**
 * Two recurrent layers that read the same sequence, one from each end (Schuster and Paliwal 1997). The values of both are written one
 * behind the other.
 */
public record BidirectionalKernel(RecurrentKernel forward, RecurrentKernel backward) implements LayerKernel {

    @Override
    public int inputs() {
        return forward.inputs();
    }

    @Override
    public int outputs() {
        return forward.outputs() + backward.outputs();
    }

    @Override
    public boolean recurs() {
        return true;
    }

    @Override
    public long valuesPerStep() {
        return outputs() + forward.valuesPerStep() + backward.valuesPerStep();
    }

    @Override
    public List<ParameterBlock> blocks() {
        return Stream.concat(forward.blocks().stream(), backward.blocks().stream())
                .toList();
    }

    @Override
    public LayerPass pass(final int width, final Mode mode) {
        return new Pass(this, width, mode);
    }

    @Override
    public MemoryUse passMemory(final int width, final int steps, final Mode mode) {
        return forward.passMemory(width, steps, mode)
                .plus(backward.passMemory(width, steps, mode))
                .plus(MemoryUse.signal(outputs(), width, steps))
                .plus(MemoryUse.signal(forward.outputs(), width, steps).onlyIf(mode == Mode.TRAINING))
                .plus(MemoryUse.signal(backward.outputs(), width, steps).onlyIf(mode == Mode.TRAINING));
    }

    private static final class Pass implements LayerPass {

        private final LayerPass forward;

        private final LayerPass backward;

        private final Signal output;

        private final Signal forwardGradient;

        private final Signal backwardGradient;

        Pass(final BidirectionalKernel kernel, final int width, final Mode mode) {
            this.forward = kernel.forward.pass(width, mode);
            this.backward = kernel.backward.pass(width, mode);
            this.output = new Signal(kernel.outputs(), width);
            this.forwardGradient = new Signal(kernel.forward.outputs(), width);
            this.backwardGradient = new Signal(kernel.backward.outputs(), width);
        }

        @Override
        public Signal forward(final Signal input, final Moment moment) {
            final var first = forward.forward(input, moment);
            final var second = backward.forward(input, moment);
            output.resizeLike(input);
            for (int step = 0; step < input.steps(); step++) {
                final var values = first.at(step).length;
                System.arraycopy(first.at(step), 0, output.at(step), 0, values);
                System.arraycopy(second.at(step), 0, output.at(step), values, second.at(step).length);
            }
            return output;
        }

        @Override
        public Signal backward(
                final Signal outputGradient,
                final boolean inputGradientWanted,
                final Gradient gradient,
                final Moment moment) {
            forwardGradient.resizeLike(outputGradient);
            backwardGradient.resizeLike(outputGradient);
            for (int step = 0; step < outputGradient.steps(); step++) {
                final var first = forwardGradient.at(step);
                final var second = backwardGradient.at(step);
                System.arraycopy(outputGradient.at(step), 0, first, 0, first.length);
                System.arraycopy(outputGradient.at(step), first.length, second, 0, second.length);
            }
            final var sum = forward.backward(forwardGradient, inputGradientWanted, gradient, moment);
            final var other = backward.backward(backwardGradient, inputGradientWanted, gradient, moment);
            if (inputGradientWanted) {
                for (int step = 0; step < sum.steps(); step++) {
                    Pointwise.add(other.at(step), sum.at(step));
                }
            }
            return sum;
        }

        @Override
        public void close() {
            forward.close();
            backward.close();
        }
    }
}
