package org.rnn4knime.engine.network.kernel;

import java.util.List;

/** The hidden units of Elman's and Jordan's network: h = activation(W x + U s + b), where s is what is fed back. */
public record ElmanKernel(Nonlinearity activation) implements CellKernel {

    private static final int HIDDEN = 0;

    @Override
    public List<RowBlock> rows() {
        return List.of(RowBlock.gate(0));
    }

    @Override
    public int arrays() {
        return HIDDEN + 1;
    }

    @Override
    public void forward(final float[][] step, final float[][] before) {
        activation.apply(step[HIDDEN], 1);
    }

    @Override
    public void backward(
            final float[][] step,
            final float[][] before,
            final float[] state,
            final float[] carry,
            final float[][] product) {
        System.arraycopy(state, 0, product[0], 0, state.length);
        activation.back(step[HIDDEN], product[0], 1);
    }
}
