package org.rnn4knime.engine.network.kernel;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a cell through the sequences of a batch and back. The batch is cut into slices of one width, whatever the number of threads,
 * and the gradients of the slices are added up in their order: so the threads change no bit of a result. Memory is kept for the
 * next batch of the same size. Used by one thread at a time.
 */
public final class SequenceKernel implements AutoCloseable {

    /** Wide enough for the matrix product, narrow enough to keep two threads busy with a batch of the usual 32. */
    private static final int WINDOWS = 16;

    /** The batches of an epoch, the smaller last one, and those that are only predicted; with one more, all memory is taken anew. */
    private static final int MOST_SIZES = 4;

    private final CellKernel cell;

    private final int inputs;

    private final int units;

    private final int threads;

    private final Weights weights;

    private final Memory matrix;

    private final Map<Size, List<Slice>> slicesBySize = new LinkedHashMap<>();

    private Size current = new Size(0, 0);

    /** A batch's number of windows, and of steps that are kept at a time. */
    private record Size(int windows, int kept) {}

    /**
     * Takes the memory for the weights.
     *
     * @param cell the arithmetic of a step
     * @param inputs features that the cell reads
     * @param units of the cell
     * @param threads that compute at once, the calling one included
     */
    public SequenceKernel(final CellKernel cell, final int inputs, final int units, final int threads) {
        this.cell = cell;
        this.inputs = inputs;
        this.units = units;
        this.threads = threads;
        this.weights = new Weights(cell, inputs, units);
        this.matrix = Memory.of((long) weights.rows() * weights.columns());
    }

    /**
     * Computes the state after each step, beginning with zeros.
     *
     * @param parameters as {@link Weights} has them
     * @param input [window, input, time]
     * @param output [window, unit, time], to be written
     * @param keep whether {@link #backward} follows
     * @param check is run in this thread at every time step; what it throws ends the computation
     */
    public void forward(
            final FloatBuffer parameters,
            final Series input,
            final Series output,
            final boolean keep,
            final Runnable check) {
        current = new Size(input.windows(), keep ? input.steps() : 1);
        final var slices = slices(current);
        weights.pack(parameters, matrix);
        SliceThreads.run(slices.size(), threads, check, (slice, pulse) -> slices.get(slice)
                .forward(input, output, pulse));
    }

    /**
     * Computes the gradient for the batch that went forward last.
     *
     * @param outputGradient [window, unit, time]
     * @param inputGradient [window, input, time], to be written, where it is wanted
     * @param gradient by the parameters, to be written
     * @param check as in forward
     */
    public void backward(
            final Series outputGradient,
            final Optional<Series> inputGradient,
            final FloatBuffer gradient,
            final Runnable check) {
        if (!current.equals(new Size(outputGradient.windows(), outputGradient.steps()))) {
            throw new IllegalStateException("Nothing was kept for this batch.");
        }
        final var slices = slices(current);
        SliceThreads.run(slices.size(), threads, check, (slice, pulse) -> slices.get(slice)
                .backward(outputGradient, inputGradient, pulse));
        weights.unpack(slices.stream().map(Slice::weightGradient).toList(), gradient);
    }

    private List<Slice> slices(final Size size) {
        if (!slicesBySize.containsKey(size)) {
            if (slicesBySize.size() == MOST_SIZES) {
                free();
            }
            slicesBySize.put(size, newSlices(size));
        }
        return slicesBySize.get(size);
    }

    private List<Slice> newSlices(final Size size) {
        final var slices = new ArrayList<Slice>();
        for (int first = 0; first < size.windows; first += WINDOWS) {
            final var width = Math.min(WINDOWS, size.windows - first);
            final var shape = new Slice.Shape(first, width, inputs, units, size.kept);
            slices.add(new Slice(cell, shape, matrix.view().matrix(weights.rows(), weights.columns())));
        }
        return slices;
    }

    private void free() {
        slicesBySize.values().forEach(slices -> slices.forEach(Slice::close));
        slicesBySize.clear();
    }

    /** Frees the memory. */
    @Override
    public void close() {
        free();
        matrix.close();
    }
}
