package org.rnn4knime.engine.network;

import java.util.Arrays;
import java.util.Random;

/**
 * The parameters of a network as one flat array, in Deeplearning4j's order: for the recurrent layer the weights of the input
 * [inputs, 4 * hidden] and of the state [hidden, 4 * hidden], both column by column, and the bias [4 * hidden]; then the
 * output's weights [hidden] and bias. The four blocks of columns are the cell's input, forget gate, output gate, input gate.
 */
public final class Parameters {

    private static final int INPUTS = 1;

    private static final int GATES = 4;

    private static final float FORGET_BIAS = 1;

    private Parameters() {}

    /** How many a network has. */
    public static int count(final NetworkSettings settings) {
        final var hidden = settings.hiddenUnits();
        return GATES * hidden * (INPUTS + hidden + 1) + hidden + 1;
    }

    /**
     * Draws the parameters to begin with: uniform within 1 / sqrt(hidden), as PyTorch does, but for the bias of the forget gate,
     * which is 1 (Jozefowicz et al. 2015).
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
        final var forgetBias = GATES * hidden * (INPUTS + hidden) + hidden;
        Arrays.fill(parameters, forgetBias, forgetBias + hidden, FORGET_BIAS);
        return parameters;
    }
}
