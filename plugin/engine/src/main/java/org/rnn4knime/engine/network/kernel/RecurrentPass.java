package org.rnn4knime.engine.network.kernel;

import java.util.Arrays;
import java.util.Optional;

/** One slice's way through a sequence and back. */
final class RecurrentPass implements LayerPass {

    private final RecurrentKernel kernel;

    private final CellKernel cell;

    private final int width;

    private final boolean kept;

    private final AffinePass affine;

    private final Optional<ReadoutPass> readout;

    private final Steps steps;

    private final Signal output;

    private final Signal inputGradient;

    private final float[][] productGradient;

    private final float[] laterGradient;

    private final float[] carry;

    private final float[] fedBack;

    private Optional<Signal> truth = Optional.empty();

    RecurrentPass(final RecurrentKernel kernel, final int width, final LayerKernel.Mode mode) {
        this.kernel = kernel;
        this.cell = kernel.cell();
        this.width = width;
        this.kept = mode == LayerKernel.Mode.TRAINING;
        this.affine = new AffinePass(kernel.affine(), width, kept);
        this.readout = kernel.readout().map(some -> new ReadoutPass(some, width, kept));
        this.steps = new Steps(kernel, width, kept);
        this.output = new Signal(kernel.outputs(), width);
        this.inputGradient = new Signal(kernel.inputs(), width);
        final var values = kernel.affine().units() * width;
        this.productGradient = new float[kernel.affine().blocks()][values];
        this.laterGradient = new float[kernel.outputs() * width];
        this.carry = new float[values];
        this.fedBack = new float[laterGradient.length];
    }

    @Override
    public Signal forward(final Signal input, final Moment moment) {
        reserve(input);
        truth = moment.truth();
        begin(moment.state());
        final var shortest = input.shortest();
        for (int count = 0; count < input.steps(); count++) {
            moment.pulse().run();
            final var time = kernel.time(count, input.steps());
            affine.put(column(count), 0, input.at(time));
            affine.multiply(column(count));
            final var now = steps.after(count + 1, output.at(time));
            for (int block = 0; block < productGradient.length; block++) {
                affine.get(block, now[block]);
            }
            cell.forward(now, steps.after(count));
            if (readout.isPresent()) {
                readout.get().forward(column(count), now[cell.arrays() - 1], output.at(time));
            }
            if (time >= shortest) {
                for (final var array : now) {
                    output.clearEnded(time, array);
                }
            }
            final var fed = fedBack(output.at(time), time);
            affine.put(column(count + 1), kernel.inputs(), fed);
            if (moment.state().isPresent()) {
                keepState(now, fed, count + 1, moment.state().get());
            }
        }
        return output;
    }

    private void reserve(final Signal input) {
        affine.reserve(kept ? input.steps() + 1 : 2);
        readout.ifPresent(some -> some.reserve(kept ? input.steps() + 1 : 2));
        steps.reserve(input.steps());
        output.resizeLike(input);
    }

    private void begin(final Optional<float[][]> state) {
        final var first = steps.first();
        for (int array = 0; array < first.length; array++) {
            if (state.isPresent()) {
                System.arraycopy(state.get()[array], 0, first[array], 0, first[array].length);
            } else {
                Arrays.fill(first[array], 0);
            }
        }
        affine.put(column(0), kernel.inputs(), first[first.length - 1]);
    }

    /** What the next step reads: the output or, where it is known and wanted, the truth. */
    private float[] fedBack(final float[] values, final int time) {
        if (truth.isEmpty()) {
            return values;
        }
        final var known = truth.get().at(time);
        for (int index = 0; index < fedBack.length; index++) {
            fedBack[index] = Float.isNaN(known[index]) ? values[index] : known[index];
        }
        return fedBack;
    }

    /** Keeps the state of the windows that end after so many steps. */
    private void keepState(final float[][] now, final float[] fed, final int count, final float[][] state) {
        for (int window = 0; window < width; window++) {
            if (output.lengths()[window] == count) {
                for (int array = 0; array < state.length; array++) {
                    final var from = array == state.length - 1 ? fed : now[array];
                    for (int index = window; index < from.length; index += width) {
                        state[array][index] = from[index];
                    }
                }
            }
        }
    }

    @Override
    public Signal backward(
            final Signal outputGradient,
            final boolean inputGradientWanted,
            final Gradient gradient,
            final Moment moment) {
        final var shortest = output.shortest();
        final var firstRow = inputGradientWanted ? 0 : kernel.inputs();
        inputGradient.resizeLike(output);
        Arrays.fill(carry, 0);
        affine.beginBackward(gradient.of(kernel.affine()));
        readout.ifPresent(some -> some.beginBackward(gradient));
        for (int count = output.steps() - 1; count >= 0; count--) {
            moment.pulse().run();
            final var time = kernel.time(count, output.steps());
            final var state = outputGradient.at(time);
            if (count < output.steps() - 1) {
                addLaterGradient(time, state);
            }
            if (time >= shortest) {
                output.clearEnded(time, state);
                output.clearEnded(time, carry);
            }
            moment.probe().ifPresent(probe -> measure(time, state, probe));
            final var now = steps.after(count + 1, output.at(time));
            final var hidden = readout.isPresent() ? readout.get().backward(count, output.at(time), state) : state;
            cell.backward(now, steps.after(count), hidden, carry, productGradient);
            putProductGradient(count);
            if (count > 0 || inputGradientWanted) {
                affine.multiplyBack(count, firstRow, kernel.inputs() + kernel.outputs());
            }
            if (inputGradientWanted) {
                affine.getColumnGradient(0, inputGradient.at(time));
            }
        }
        affine.endBackward();
        readout.ifPresent(ReadoutPass::endBackward);
        return inputGradient;
    }

    /** Adds what came back from the step after, but not where that read the truth. */
    private void addLaterGradient(final int time, final float[] state) {
        affine.getColumnGradient(kernel.inputs(), laterGradient);
        if (truth.isPresent()) {
            final var known = truth.get().at(time);
            for (int index = 0; index < laterGradient.length; index++) {
                laterGradient[index] = Float.isNaN(known[index]) ? laterGradient[index] : 0;
            }
        }
        Pointwise.add(laterGradient, state);
    }

    private void putProductGradient(final int count) {
        for (int block = 0; block < productGradient.length; block++) {
            affine.putGradient(count, block, productGradient[block]);
        }
    }

    /** Tells a probe the gradient by what was written at a step, on all ways to the loss. */
    private void measure(final int time, final float[] state, final GradientProbe probe) {
        final var whole = state.clone();
        if (cell.carriesState()) {
            Pointwise.add(carry, whole);
        }
        for (int window = 0; window < width; window++) {
            final var length = output.lengths()[window];
            if (time < length) {
                double square = 0;
                for (int index = window; index < whole.length; index += width) {
                    square += (double) whole[index] * whole[index];
                }
                probe.add(window, length, kernel.lag(time, length), square);
            }
        }
    }

    private int column(final int count) {
        return kept ? count : count % 2;
    }

    @Override
    public void close() {
        affine.close();
        readout.ifPresent(ReadoutPass::close);
    }
}
