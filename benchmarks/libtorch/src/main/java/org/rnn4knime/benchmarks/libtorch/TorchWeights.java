package org.rnn4knime.benchmarks.libtorch;

import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.rnn4knime.benchmarks.worker.Cell;
import org.rnn4knime.benchmarks.worker.Task;

/** Carries the flat parameters of an example into libtorch's tensors, and their gradients back. */
final class TorchWeights {

    /** Where libtorch has the block of an example: candidate, forget, output, input lie there in the order input, forget, candidate, output. */
    private static final int[] LSTM_BLOCKS = {2, 1, 3, 0};

    private static final int[] SAME_BLOCKS = {0, 1, 2};

    private final Task task;

    private final int[] blocks;

    TorchWeights(final Task task) {
        this.task = task;
        this.blocks = task.cell() == Cell.LSTM ? LSTM_BLOCKS : SAME_BLOCKS;
    }

    /** Overwrites libtorch's six tensors: input, state, their biases, output, its bias. */
    void write(final float[] parameters, final List<Tensor> tensors) {
        int offset = 0;
        for (int index = 0; index < tensors.size(); index++) {
            final var values = new float[(int) tensors.get(index).numel()];
            if (isShipped(index)) {
                move(index, parameters, offset, values, true);
                offset += values.length;
            }
            tensors.get(index).data_ptr_float().put(values, 0, values.length);
        }
    }

    /** The gradients of the six tensors in the order of the example. */
    float[] readGradients(final List<Tensor> tensors) {
        final var gradient = new float[task.parameters()];
        int offset = 0;
        for (int index = 0; index < tensors.size(); index++) {
            if (isShipped(index)) {
                final var values = read(tensors.get(index).grad());
                move(index, gradient, offset, values, false);
                offset += values.length;
            }
        }
        return gradient;
    }

    /** The values of a tensor that lies in memory as it is. */
    static float[] read(final Tensor tensor) {
        final var values = new float[(int) tensor.numel()];
        final FloatPointer pointer = tensor.contiguous().data_ptr_float();
        pointer.get(values, 0, values.length);
        return values;
    }

    /** libtorch has two biases where one is enough: the second stays zero, and has the gradient of the first. */
    private boolean isShipped(final int tensor) {
        return tensor != 3 || task.cell() == Cell.GRU;
    }

    private void move(
            final int tensor, final float[] flat, final int offset, final float[] values, final boolean toTorch) {
        final var gates = tensor < 4 ? task.cell().gates() : 1;
        final var size = values.length / gates;
        for (int gate = 0; gate < gates; gate++) {
            final var from = offset + gate * size;
            final var to = gates == 1 ? 0 : blocks[gate] * size;
            if (toTorch) {
                System.arraycopy(flat, from, values, to, size);
            } else {
                System.arraycopy(values, to, flat, from, size);
            }
        }
    }
}
