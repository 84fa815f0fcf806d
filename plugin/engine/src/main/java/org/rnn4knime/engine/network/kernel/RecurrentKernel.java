package org.rnn4knime.engine.network.kernel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cell that goes through a sequence in one direction: at each step one product of the weights with [input | state | 1], then the
 * cell's pointwise arithmetic. What is fed back as state, and written, is the cell's own result or, with a readout, an output that is
 * computed from it by a second product.
 */
public final class RecurrentKernel implements LayerKernel {

    private final CellKernel cell;

    private final Direction direction;

    private final Affine affine;

    private final Optional<Readout> readout;

    /** The way through a sequence. */
    public enum Direction {
        /** From the first step to the last. */
        FORWARD,
        /** From the last step of each window to the first. */
        BACKWARD
    }

    /**
     * An output that is fed back: function(V h + c).
     *
     * @param affine V and c
     * @param function of the product
     */
    record Readout(Affine affine, Nonlinearity function) {}

    private RecurrentKernel(
            final CellKernel cell, final Direction direction, final Affine affine, final Optional<Readout> readout) {
        this.cell = cell;
        this.direction = direction;
        this.affine = affine;
        this.readout = readout;
    }

    /** A cell whose own result is fed back. */
    public static RecurrentKernel of(
            final CellKernel cell, final Direction direction, final int inputs, final int units) {
        return new RecurrentKernel(cell, direction, new Affine(cell.rows(), inputs, units, units), Optional.empty());
    }

    /** A cell with so many outputs, which are fed back. */
    public static RecurrentKernel withReadout(
            final CellKernel cell,
            final Direction direction,
            final int inputs,
            final int units,
            final int outputs,
            final Nonlinearity function) {
        return new RecurrentKernel(
                cell,
                direction,
                new Affine(cell.rows(), inputs, outputs, units),
                Optional.of(new Readout(Affine.dense(units, outputs), function)));
    }

    CellKernel cell() {
        return cell;
    }

    Affine affine() {
        return affine;
    }

    Optional<Readout> readout() {
        return readout;
    }

    /** The arrays of a step: those of the cell, and the output if there is a readout; the last one is fed back. */
    int arrays() {
        return cell.arrays() + (readout.isPresent() ? 1 : 0);
    }

    /** The step in time that is computed as number count. */
    int time(final int count, final int steps) {
        return direction == Direction.FORWARD ? count : steps - 1 - count;
    }

    /** How many steps are read after a step in time of a window of such a length. */
    int lag(final int time, final int length) {
        return direction == Direction.FORWARD ? length - 1 - time : time;
    }

    @Override
    public int inputs() {
        return affine.inputs();
    }

    @Override
    public int outputs() {
        return affine.states();
    }

    @Override
    public boolean recurs() {
        return true;
    }

    @Override
    public long valuesPerStep() {
        return affine.width() + (long) arrays() * affine.units();
    }

    @Override
    public List<ParameterBlock> blocks() {
        return Stream.concat(Stream.of(affine), readout.map(Readout::affine).stream())
                .map(ParameterBlock.class::cast)
                .toList();
    }

    @Override
    public RecurrentPass pass(final int width, final Mode mode) {
        return new RecurrentPass(this, width, mode);
    }

    @Override
    public MemoryUse passMemory(final int width, final int steps, final Mode mode) {
        final var training = mode == Mode.TRAINING;
        final var columns = training ? steps + 1 : 2;
        final var values = (long) affine.units() * width;
        final var states = training ? steps + 1 : Math.min(2, steps + 1);
        return AffinePass.memory(affine, width, columns, training)
                .plus(readout.map(some -> AffinePass.memory(some.affine(), width, columns, training))
                        .orElse(MemoryUse.NONE))
                .plus(MemoryUse.arrays((long) states * (arrays() - 1), values))
                .plus(MemoryUse.signal(outputs(), width, states))
                .plus(MemoryUse.arrays(steps + 1L, arrays()))
                .plus(MemoryUse.signal(outputs(), width, steps))
                .plus(MemoryUse.signal(inputs(), width, steps).onlyIf(training))
                // The gradients by the product, by what the step before and the step after leave, and by hidden units.
                .plus(MemoryUse.arrays(affine.blocks() + 2L, values))
                .plus(MemoryUse.signal(outputs(), width, 2));
    }

    @Override
    public float[][] newState(final int width) {
        final var state = new float[arrays()][affine.units() * width];
        state[arrays() - 1] = new float[outputs() * width];
        return state;
    }
}
