package org.rnn4knime.engine.model;

import java.util.Collections;
import java.util.List;

/**
 * What an optimizer remembers from step to step: with it, a training goes on as if it had never stopped.
 *
 * @param steps the number of steps so far
 * @param values arrays with one value a parameter; the optimizer says which they are; not copied
 */
public record OptimizerState(long steps, List<float[]> values) {

    /** Refuses a negative number of steps and arrays of different lengths with an IllegalArgumentException. */
    public OptimizerState {
        values = List.copyOf(values);
        if (steps < 0) {
            throw new IllegalArgumentException("An optimizer cannot have done " + steps + " steps.");
        }
        for (final var some : values) {
            if (some.length != values.get(0).length) {
                throw new IllegalArgumentException("The state of an optimizer has arrays of " + values.get(0).length
                        + " and of " + some.length + " values.");
            }
        }
    }

    /** The state before the first step. */
    public static OptimizerState initial(final int arrays, final int parameters) {
        return new OptimizerState(
                0,
                Collections.nCopies(arrays, parameters).stream()
                        .map(float[]::new)
                        .toList());
    }
}
