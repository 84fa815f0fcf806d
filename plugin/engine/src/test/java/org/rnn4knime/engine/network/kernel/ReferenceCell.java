package org.rnn4knime.engine.network.kernel;

import java.util.Arrays;

/**
 * The cells as their equations say, in double precision and with exact functions, one window at a time; the measure for what
 * computes fast.
 */
public enum ReferenceCell {
    /** h' = tanh(W x + U h + b). */
    ELMAN(new ElmanKernel(), 1, 1) {
        @Override
        void step(final Sums sums, final double[] state, final double[] cell) {
            for (int unit = 0; unit < state.length; unit++) {
                state[unit] = Math.tanh(sums.both(0, unit));
            }
        }
    },

    /** c' = f c + i a, h' = o tanh(c'), with columns a, f, o, i. */
    LSTM(new LstmKernel(), 4, 4) {
        @Override
        void step(final Sums sums, final double[] state, final double[] cell) {
            for (int unit = 0; unit < state.length; unit++) {
                final var candidate = Math.tanh(sums.both(0, unit));
                final var forget = sigmoid(sums.both(1, unit));
                final var out = sigmoid(sums.both(2, unit));
                final var in = sigmoid(sums.both(3, unit));
                cell[unit] = forget * cell[unit] + in * candidate;
                state[unit] = out * Math.tanh(cell[unit]);
            }
        }
    },

    /** n = tanh(Wn x + bn + r (Un h + dn)), h' = u h + (1 - u) n, with columns r, u, n. */
    GRU(new GruKernel(), 3, 6) {
        @Override
        void step(final Sums sums, final double[] state, final double[] cell) {
            for (int unit = 0; unit < state.length; unit++) {
                final var reset = sigmoid(sums.both(0, unit) + sums.bias(3, unit));
                final var update = sigmoid(sums.both(1, unit) + sums.bias(4, unit));
                final var fromInput = sums.ofInput(2, unit) + sums.bias(2, unit);
                final var fromState = sums.ofState(2, unit) + sums.bias(5, unit);
                state[unit] = update * state[unit] + (1 - update) * Math.tanh(fromInput + reset * fromState);
            }
        }
    };

    private final CellKernel kernel;

    private final int columnBlocks;

    private final int biasBlocks;

    ReferenceCell(final CellKernel kernel, final int columnBlocks, final int biasBlocks) {
        this.kernel = kernel;
        this.columnBlocks = columnBlocks;
        this.biasBlocks = biasBlocks;
    }

    /** Replaces state and cell, of which the sums still hold the old ones. */
    abstract void step(Sums sums, double[] state, double[] cell);

    CellKernel kernel() {
        return kernel;
    }

    public int parameters(final int inputs, final int units) {
        return units * (columnBlocks * (inputs + units) + biasBlocks);
    }

    /** The states [time, unit] for inputs [time, feature]. */
    public double[][] states(final double[] parameters, final int units, final double[][] window) {
        final var states = new double[window.length][];
        final var state = new double[units];
        final var cell = new double[units];
        for (int step = 0; step < window.length; step++) {
            step(new Sums(parameters, units * columnBlocks, window[step], state.clone()), state, cell);
            states[step] = state.clone();
        }
        return states;
    }

    private static double sigmoid(final double value) {
        return 1 / (1 + Math.exp(-value));
    }

    /** Products of parameters with an input and the state before. */
    record Sums(double[] parameters, int columns, double[] input, double[] state) {

        double ofInput(final int block, final int unit) {
            return dot(0, block, unit, input);
        }

        double ofState(final int block, final int unit) {
            return dot(columns * input.length, block, unit, state);
        }

        double bias(final int block, final int unit) {
            return parameters[columns * (input.length + state.length) + block * state.length + unit];
        }

        double both(final int block, final int unit) {
            return ofInput(block, unit) + ofState(block, unit) + bias(block, unit);
        }

        private double dot(final int from, final int block, final int unit, final double[] values) {
            final var column = from + (block * state.length + unit) * values.length;
            final var weights = Arrays.copyOfRange(parameters, column, column + values.length);
            double sum = 0;
            for (int index = 0; index < values.length; index++) {
                sum += weights[index] * values[index];
            }
            return sum;
        }
    }
}
