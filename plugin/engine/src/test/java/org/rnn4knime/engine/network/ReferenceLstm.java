package org.rnn4knime.engine.network;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The network as its equations say, in double precision, one window at a time; the measure for what computes fast.
 *
 * <pre>
 * a = tanh(Wa x + Ua h + ba)   f, o, g = sigmoid(W x + U h + b), each with its own
 * c' = f c + g a               h' = o tanh(c')             y = v h' + d
 * </pre>
 */
final class ReferenceLstm {

    private final int hidden;

    private final double[] parameters;

    ReferenceLstm(final int hidden, final double[] parameters) {
        this.hidden = hidden;
        this.parameters = parameters;
    }

    /** The mean squared error over windows [window][time], at each step against the one after it. */
    double loss(final double[][] windows) {
        return Arrays.stream(windows)
                .flatMapToDouble(window -> {
                    final var outputs = outputs(Arrays.copyOf(window, window.length - 1));
                    return IntStream.range(0, outputs.length).mapToDouble(step -> {
                        final var error = outputs[step] - window[step + 1];
                        return error * error;
                    });
                })
                .average()
                .orElseThrow();
    }

    /** What the network writes at each step. */
    double[] outputs(final double[] window) {
        final var outputs = new double[window.length];
        var state = new double[hidden];
        final var cell = new double[hidden];
        for (int step = 0; step < window.length; step++) {
            final var input = window[step];
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
            outputs[step] = output(state);
        }
        return outputs;
    }

    private double output(final double[] state) {
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
