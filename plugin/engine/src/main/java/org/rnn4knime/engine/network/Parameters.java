package org.rnn4knime.engine.network;

import java.util.Arrays;
import java.util.Random;
import org.rnn4knime.engine.network.kernel.CellKernel;
import org.rnn4knime.engine.network.kernel.ElmanKernel;
import org.rnn4knime.engine.network.kernel.GruKernel;
import org.rnn4knime.engine.network.kernel.LstmKernel;
import org.rnn4knime.engine.network.kernel.Weights;

/**
 * The parameters of a network as one flat array: for the recurrent layer the weights of the input [inputs, columns] and of the
 * state [hidden, columns], both column by column, and the biases; then the output's weights [hidden] and bias. The blocks of
 * hidden columns are those of the cell: one for Elman's; candidate, forget gate, output gate, input gate for the LSTM; reset
 * gate, update gate, candidate for the GRU, which has a second such block of biases for the state.
 */
public final class Parameters {

    private static final int INPUTS = 1;

    private static final float FORGET_BIAS = 1;

    private Parameters() {}

    /** How many a network has. */
    public static int count(final NetworkSettings settings) {
        return weights(settings).parameters() + settings.hiddenUnits() + 1;
    }

    private static Weights weights(final NetworkSettings settings) {
        final CellKernel cell =
                switch (settings.cellType()) {
                    case ELMAN -> new ElmanKernel();
                    case LSTM -> new LstmKernel();
                    case GRU -> new GruKernel();
                };
        return new Weights(cell, INPUTS, settings.hiddenUnits());
    }

    /**
     * Draws the parameters to begin with: uniform within 1 / sqrt(hidden), as PyTorch does, but for the bias of the LSTM's forget
     * gate, which is 1 (Jozefowicz et al. 2015).
     *
     * @param seed any number; Java defines the numbers drawn, so they are the same everywhere
     */
    public static float[] initial(final NetworkSettings settings, final long seed) {
        final var hidden = settings.hiddenUnits();
        final var bound = 1 / Math.sqrt(hidden);
        final var random = new Random(seed);
        final var parameters = new float[count(settings)];
        for (int index = 0; index < parameters.length; index++) {
            parameters[index] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        if (settings.cellType() == CellType.LSTM) {
            final var forgetBias = weights(settings).biases() + hidden;
            Arrays.fill(parameters, forgetBias, forgetBias + hidden, FORGET_BIAS);
        }
        return parameters;
    }
}
