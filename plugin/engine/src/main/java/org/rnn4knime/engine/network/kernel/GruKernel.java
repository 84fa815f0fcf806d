package org.rnn4knime.engine.network.kernel;

import java.util.List;

/**
 * Gated recurrent unit that resets after the product, with two biases. The blocks of columns are the reset gate r, the update gate
 * u, the candidate n; those of biases are r, u, n of the input, then r, u, n of the state:
 *
 * <pre>
 * r, u = sigmoid(W x + b + U h + d), each with its own
 * n = tanh(Wn x + bn + r (Un h + dn))     h' = u h + (1 - u) n
 * </pre>
 *
 * The candidate's products with input and state are two blocks of rows, as the reset gate comes between them.
 */
public final class GruKernel implements CellKernel {

    private static final int RESET = 0;

    private static final int UPDATE = 1;

    private static final int CANDIDATE = 2;

    private static final int FROM_STATE = 3;

    private static final int STATE = 4;

    @Override
    public List<RowBlock> rows() {
        return List.of(
                new RowBlock(0, true, true, List.of(0, 3)),
                new RowBlock(1, true, true, List.of(1, 4)),
                new RowBlock(2, true, false, List.of(2)),
                new RowBlock(2, false, true, List.of(5)));
    }

    @Override
    public int arrays() {
        return STATE + 1;
    }

    @Override
    public boolean carriesState() {
        return true;
    }

    @Override
    public void forward(final float[][] step, final float[][] before) {
        Activations.sigmoid(step[RESET]);
        Activations.sigmoid(step[UPDATE]);
        addProduct(step[RESET], step[FROM_STATE], step[CANDIDATE]);
        Activations.tanh(step[CANDIDATE], step[CANDIDATE]);
        blend(step[UPDATE], before[STATE], step[CANDIDATE], step[STATE]);
    }

    @Override
    public void backward(
            final float[][] step,
            final float[][] before,
            final float[] state,
            final float[] carry,
            final float[][] product) {
        Pointwise.add(carry, state);
        throughUpdate(state, before[STATE], step[CANDIDATE], step[UPDATE], product[UPDATE]);
        throughCandidate(state, step[UPDATE], step[CANDIDATE], product[CANDIDATE]);
        throughReset(product[CANDIDATE], step[FROM_STATE], step[RESET], product[RESET]);
        Pointwise.multiply(product[CANDIDATE], step[RESET], product[FROM_STATE]);
        Pointwise.multiply(state, step[UPDATE], carry);
    }

    private static void addProduct(final float[] left, final float[] right, final float[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += left[j] * right[j];
        }
    }

    private static void blend(final float[] update, final float[] old, final float[] candidate, final float[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = update[j] * old[j] + (1 - update[j]) * candidate[j];
        }
    }

    private static void throughUpdate(
            final float[] gradient,
            final float[] old,
            final float[] candidate,
            final float[] update,
            final float[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = gradient[j] * (old[j] - candidate[j]) * update[j] * (1 - update[j]);
        }
    }

    private static void throughCandidate(
            final float[] gradient, final float[] update, final float[] candidate, final float[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = gradient[j] * (1 - update[j]) * (1 - candidate[j] * candidate[j]);
        }
    }

    private static void throughReset(
            final float[] gradient, final float[] fromState, final float[] reset, final float[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = gradient[j] * fromState[j] * reset[j] * (1 - reset[j]);
        }
    }
}
