package org.rnn4knime.engine.network.kernel;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Long short-term memory with forget gate, without peepholes. The blocks of columns are, as in Deeplearning4j, the candidate a, the
 * forget gate f, the output gate o, the input gate i:
 *
 * <pre>
 * a = tanh(Wa x + Ua h + ba)   f, o, i = sigmoid(W x + U h + b), each with its own
 * c' = f c + i a               h' = o tanh(c')
 * </pre>
 */
public final class LstmKernel implements CellKernel {

    private static final int CANDIDATE = 0;

    private static final int FORGET = 1;

    private static final int OUT = 2;

    private static final int IN = 3;

    private static final int GATES = 4;

    private static final int CELL = 4;

    private static final int TANH = 5;

    private static final int STATE = 6;

    @Override
    public List<RowBlock> rows() {
        return IntStream.range(0, GATES).mapToObj(RowBlock::gate).toList();
    }

    @Override
    public int arrays() {
        return STATE + 1;
    }

    @Override
    public void forward(final float[][] step, final float[][] before) {
        Activations.tanh(step[CANDIDATE], step[CANDIDATE]);
        Activations.sigmoid(step[FORGET]);
        Activations.sigmoid(step[OUT]);
        Activations.sigmoid(step[IN]);
        remember(step[FORGET], before[CELL], step[IN], step[CANDIDATE], step[CELL]);
        Activations.tanh(step[CELL], step[TANH]);
        Pointwise.multiply(step[OUT], step[TANH], step[STATE]);
    }

    @Override
    public void backward(
            final float[][] step,
            final float[][] before,
            final float[] state,
            final float[] carry,
            final float[][] product) {
        throughSigmoid(state, step[TANH], step[OUT], product[OUT]);
        addThroughTanh(state, step[OUT], step[TANH], carry);
        throughTanh(carry, step[IN], step[CANDIDATE], product[CANDIDATE]);
        throughSigmoid(carry, before[CELL], step[FORGET], product[FORGET]);
        throughSigmoid(carry, step[CANDIDATE], step[IN], product[IN]);
        Pointwise.multiply(carry, step[FORGET], carry);
    }

    private static void remember(
            final float[] forget, final float[] before, final float[] in, final float[] candidate, final float[] cell) {
        for (int j = 0; j < cell.length; j++) {
            cell[j] = forget[j] * before[j] + in[j] * candidate[j];
        }
    }

    private static void addThroughTanh(
            final float[] gradient, final float[] factor, final float[] tanh, final float[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += gradient[j] * factor[j] * (1 - tanh[j] * tanh[j]);
        }
    }

    private static void throughTanh(
            final float[] gradient, final float[] factor, final float[] tanh, final float[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = gradient[j] * factor[j] * (1 - tanh[j] * tanh[j]);
        }
    }

    private static void throughSigmoid(
            final float[] gradient, final float[] factor, final float[] sigmoid, final float[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = gradient[j] * factor[j] * sigmoid[j] * (1 - sigmoid[j]);
        }
    }
}
