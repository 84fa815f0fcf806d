package org.rnn4knime.engine.network.kernel;

import java.util.List;

/** Elman's cell: h' = tanh(W x + U h + b). */
public final class ElmanKernel implements CellKernel {

    private static final int STATE = 0;

    @Override
    public List<RowBlock> rows() {
        return List.of(RowBlock.gate(0));
    }

    @Override
    public int arrays() {
        return STATE + 1;
    }

    @Override
    public void forward(final float[][] step, final float[][] before) {
        Activations.tanh(step[STATE], step[STATE]);
    }

    @Override
    public void backward(
            final float[][] step,
            final float[][] before,
            final float[] state,
            final float[] carry,
            final float[][] product) {
        throughTanh(state, step[STATE], product[0]);
    }

    private static void throughTanh(final float[] gradient, final float[] tanh, final float[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = gradient[j] * (1 - tanh[j] * tanh[j]);
        }
    }
}
