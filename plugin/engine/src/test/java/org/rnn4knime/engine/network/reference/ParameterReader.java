package org.rnn4knime.engine.network.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Takes one block after the other from the flat vector of all parameters, and keeps their names. */
final class ParameterReader {

    private final Tape tape;

    private final IntToDoubleFunction values;

    private final List<Real> parameters = new ArrayList<>();

    private final List<Block> blocks = new ArrayList<>();

    private String pattern = "%s";

    /** Reads what a function gives for each index. */
    ParameterReader(final Tape tape, final IntToDoubleFunction values) {
        this.tape = tape;
        this.values = values;
    }

    /** All that has been read. */
    Vector parameters() {
        return new Vector(parameters.toArray(Real[]::new));
    }

    /** The blocks that have been read. */
    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** Begins a layer: the blocks to come are named by a pattern such as "output %s". */
    void begin(final String newPattern) {
        pattern = newPattern;
    }

    Vector vector(final String name, final int size) {
        final var from = parameters.size();
        final var vector = read(size);
        close(name, from);
        return vector;
    }

    /** A matrix, column by column. */
    Matrix matrix(final String name, final int rows, final int columns) {
        final var from = parameters.size();
        final var matrix = new Matrix(
                IntStream.range(0, columns).mapToObj(column -> read(rows)).toList());
        close(name, from);
        return matrix;
    }

    /** A vector for each gate; the name of its block is followed by that of the gate. */
    List<Vector> vectors(final String name, final List<String> gates, final int size) {
        return gates.stream().map(gate -> vector(name + gate, size)).toList();
    }

    /** A matrix for each gate; the name of its block is followed by that of the gate. */
    List<Matrix> matrices(final String name, final List<String> gates, final int rows, final int columns) {
        return gates.stream().map(gate -> matrix(name + gate, rows, columns)).toList();
    }

    private Vector read(final int size) {
        return Vector.computed(size, index -> {
            final var parameter = tape.constant(values.applyAsDouble(parameters.size()));
            parameters.add(parameter);
            return parameter;
        });
    }

    private void close(final String name, final int from) {
        blocks.add(new Block(pattern.formatted(name), from, parameters.size()));
    }
}
