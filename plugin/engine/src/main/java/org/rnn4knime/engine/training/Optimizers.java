package org.rnn4knime.engine.training;

import java.util.Arrays;
import java.util.List;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.OptimizerState;
import org.rnn4knime.engine.model.OptimizerType;

/** Makes optimizers from their settings. */
final class Optimizers {

    /** Adding it leaves no place for smaller digits; next to an ordinary value it vanishes itself. */
    private static final float GRAIN = 1e-24f;

    private Optimizers() {}

    /** An optimizer before its first step. */
    static Optimizer of(final OptimizerSettings settings, final int parameters) {
        return of(settings, initial(settings, parameters));
    }

    /** What an optimizer remembers before its first step. */
    static OptimizerState initial(final OptimizerSettings settings, final int parameters) {
        final var initial = OptimizerState.initial(arrays(settings), parameters);
        if (settings.type() == OptimizerType.RMSPROP) {
            Arrays.fill(initial.values().get(0), RmsProp.FIRST_SQUARE);
        }
        return initial;
    }

    /**
     * An optimizer that goes on where another one of the same type was.
     *
     * @param state copied
     * @throws IllegalArgumentException if the state is that of an optimizer of another kind
     */
    static Optimizer of(final OptimizerSettings settings, final OptimizerState state) {
        if (state.values().size() != arrays(settings)) {
            throw new IllegalArgumentException(
                    settings.type() + " remembers " + arrays(settings) + " values a parameter, but this state has "
                            + state.values().size() + ".");
        }
        final var own = new OptimizerState(state.steps(), copies(state.values()));
        return switch (settings.type()) {
            case ADAM -> new Adam(own);
            case ADAMW -> new AdamW(own, settings.weightDecay());
            case RMSPROP -> new RmsProp(own);
            case SGD -> new StochasticGradientDescent(own, settings.momentum(), settings.nesterov());
        };
    }

    /**
     * The value without what is smaller than about 1e-31, which no step can see. A mean that fades would else stay
     * forever among the numbers near 1e-45, with which processors count many times slower.
     */
    static float grained(final float value) {
        return value + GRAIN - GRAIN;
    }

    /** New arrays of the same values. */
    static List<float[]> copies(final List<float[]> arrays) {
        return arrays.stream().map(float[]::clone).toList();
    }

    /** Refuses arrays of different lengths with an IllegalArgumentException. */
    static void requireSameLength(final float[] parameters, final float[] gradient, final float[] remembered) {
        if (gradient.length != parameters.length || remembered.length != parameters.length) {
            throw new IllegalArgumentException("An optimizer of " + remembered.length + " parameters got "
                    + parameters.length + " parameters and a gradient of " + gradient.length + " values.");
        }
    }

    /** How many arrays of the parameters' length an optimizer remembers. */
    static int arrays(final OptimizerSettings settings) {
        return switch (settings.type()) {
            case ADAM, ADAMW -> 2;
            case RMSPROP, SGD -> 1;
        };
    }
}
