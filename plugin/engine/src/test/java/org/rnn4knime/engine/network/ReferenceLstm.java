package org.rnn4knime.engine.network;

/**
 * The network as its equations say, in double precision, one window at a time; the measure for what computes fast.
 *
 * <pre>
 * a = tanh(Wa x + Ua h + ba)   f, o, g = sigmoid(W x + U h + b), each with its own
 * c' = f c + g a               h' = o tanh(c')             y = v h(last) + d
 * </pre>
 */
final class ReferenceLstm {

    private final int hidden;

    private final double[] parameters;

    ReferenceLstm(final int hidden, final double[] parameters) {
        this.hidden = hidden;
        this.parameters = parameters;
    }

    /** The mean squared error over windows [window][time]. */
    double loss(final double[][] windows, final double[] targets) {
        double squares = 0;
        for (int window = 0; window < windows.length; window++) {
            final var error = output(windows[window]) - targets[window];
            squares += error * error;
        }
        return squares / windows.length;
    }

    double output(final double[] window) {
        var state = new double[hidden];
        final var cell = new double[hidden];
        for (final var input : window) {
            final var next = new double[hidden];
            for (int unit = 0; unit < hidden; unit++) {
                final var candidate = Math.tanh(gate(0, unit, input, state));
                final var forget = sigmoid(gate(1, unit, input, state));
                final var out = sigmoid(gate(2, unit, input, state));
                final var in = sigmoid(gate(3, unit, input, state));
                cell[unit] = forget * cell[unit] + in * candidate;
                next[unit] = out * Math.tanh(cell[unit]);
            }
            state = next;
        }
        final var output = 4 * hidden * (hidden + 2);
        double sum = parameters[output + hidden];
        for (int unit = 0; unit < hidden; unit++) {
            sum += parameters[output + unit] * state[unit];
        }
        return sum;
    }

    private double gate(final int gate, final int unit, final double input, final double[] state) {
        final var column = gate * hidden + unit;
        double sum = parameters[column] * input + parameters[4 * hidden * (1 + hidden) + column];
        for (int from = 0; from < hidden; from++) {
            sum += parameters[4 * hidden + column * hidden + from] * state[from];
        }
        return sum;
    }

    private static double sigmoid(final double value) {
        return 1 / (1 + Math.exp(-value));
    }
}
