package org.rnn4knime.engine.network.kernel;

import java.util.List;

/** At each step function(W x + b). */
public final class DenseKernel implements LayerKernel {

    private final Affine affine;

    private final Nonlinearity function;

    /** The parameters are W [inputs, outputs], column by column, and b [outputs]. */
    public DenseKernel(final int inputs, final int outputs, final Nonlinearity function) {
        this(Affine.dense(inputs, outputs), function);
    }

    private DenseKernel(final Affine affine, final Nonlinearity function) {
        this.affine = affine;
        this.function = function;
    }

    /** The same without b. */
    static DenseKernel withoutBias(final int inputs, final int outputs, final Nonlinearity function) {
        final var weights = new RowBlock(0, true, false, List.of());
        return new DenseKernel(new Affine(List.of(weights), inputs, 0, outputs), function);
    }

    @Override
    public int inputs() {
        return affine.inputs();
    }

    @Override
    public int outputs() {
        return affine.units();
    }

    @Override
    public List<ParameterBlock> blocks() {
        return List.of(affine);
    }

    @Override
    public LayerPass pass(final int width, final Mode mode) {
        return new Pass(width, mode);
    }

    @Override
    public MemoryUse passMemory(final int width, final int steps, final Mode mode) {
        final var training = mode == Mode.TRAINING;
        return AffinePass.memory(affine, width, training ? steps : 1, training)
                .plus(MemoryUse.signal(outputs(), width, steps))
                .plus(MemoryUse.signal(inputs(), width, steps).onlyIf(training));
    }

    private final class Pass implements LayerPass {

        private final int width;

        private final boolean kept;

        private final AffinePass pass;

        private final Signal output;

        private final Signal inputGradient;

        Pass(final int width, final Mode mode) {
            this.width = width;
            this.kept = mode == Mode.TRAINING;
            this.pass = new AffinePass(affine, width, kept);
            this.output = new Signal(outputs(), width);
            this.inputGradient = new Signal(inputs(), width);
        }

        @Override
        public Signal forward(final Signal input, final Moment moment) {
            pass.reserve(kept ? input.steps() : 1);
            output.resizeLike(input);
            final var shortest = input.shortest();
            for (int step = 0; step < input.steps(); step++) {
                moment.pulse().run();
                final var column = kept ? step : 0;
                pass.put(column, 0, input.at(step));
                pass.multiply(column);
                pass.get(0, output.at(step));
                function.apply(output.at(step), width);
                if (step >= shortest) {
                    output.clearEnded(step, output.at(step));
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
            inputGradient.resizeLike(output);
            final var shortest = output.shortest();
            pass.beginBackward(gradient.of(affine));
            for (int step = 0; step < output.steps(); step++) {
                moment.pulse().run();
                final var at = outputGradient.at(step);
                if (step >= shortest) {
                    output.clearEnded(step, at);
                }
                function.back(output.at(step), at, width);
                pass.putGradient(step, 0, at);
                if (inputGradientWanted) {
                    pass.multiplyBack(step, 0, inputs());
                    pass.getColumnGradient(0, inputGradient.at(step));
                }
            }
            pass.endBackward();
            return inputGradient;
        }

        @Override
        public void close() {
            pass.close();
        }
    }
}
