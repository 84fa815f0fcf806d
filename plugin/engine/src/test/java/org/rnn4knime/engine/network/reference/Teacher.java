package org.rnn4knime.engine.network.reference;

import org.rnn4knime.engine.network.Outputs.Type;

/** What the next step reads in place of the state after a step. */
interface Teacher {

    /** Leaves each state as it is. */
    Teacher NONE = (step, state) -> state;

    /** The state that the next step begins with. */
    Vector correct(int step, Vector state);

    /** The truth: numbers as they are, classes as one-hot vectors; what is not known is left as it is. */
    static Teacher of(final double[][] targets, final Type type) {
        return (step, state) -> type == Type.NUMBERS ? numbers(targets[step], state) : oneHot(targets[step][0], state);
    }

    private static Vector numbers(final double[] truth, final Vector own) {
        return Vector.computed(
                own.size(),
                index ->
                        Double.isNaN(truth[index]) ? own.get(index) : own.tape().constant(truth[index]));
    }

    private static Vector oneHot(final double truth, final Vector own) {
        if (Double.isNaN(truth)) {
            return own;
        }
        final var vector = new double[own.size()];
        vector[(int) truth] = 1;
        return Vector.constant(own.tape(), vector);
    }
}
