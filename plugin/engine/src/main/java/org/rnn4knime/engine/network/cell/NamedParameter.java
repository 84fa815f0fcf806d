package org.rnn4knime.engine.network.cell;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Some parameters of a layer under the name that Deeplearning4j calls them by.
 *
 * @param name unique in the layer
 * @param shape of the array, one block behind the other; its values lie column by column
 * @param blocks what they begin with: for each block, which are of equal size
 */
public record NamedParameter(String name, List<Long> shape, List<Start> blocks) {

    private static final String INPUT_WEIGHTS = "W";

    private static final String STATE_WEIGHTS = "RW";

    private static final String BIASES = "b";

    /** What parameters begin with before they are learned. */
    public enum Start {
        /** Uniform within sqrt(6 / (rows + columns)) (Glorot and Bengio 2010). */
        GLOROT,
        /** Rows or columns of length 1 at right angles to each other (Saxe et al. 2014). */
        ORTHOGONAL,
        /** Normal, with the variance 1. */
        NORMAL,
        /** Zeros. */
        ZEROS,
        /** Ones. */
        ONES
    }

    /** Copies the lists. */
    public NamedParameter {
        shape = List.copyOf(shape);
        blocks = List.copyOf(blocks);
    }

    private static NamedParameter of(final String name, final Start start, final int blocks, final long... shape) {
        return new NamedParameter(
                name,
                LongStream.of(shape).boxed().toList(),
                Stream.generate(() -> start).limit(blocks).toList());
    }

    /** Those of Deeplearning4j's dense layer. */
    public static List<NamedParameter> dense(final int inputs, final int outputs) {
        return List.of(of(INPUT_WEIGHTS, Start.GLOROT, 1, inputs, outputs), of(BIASES, Start.ZEROS, 1, outputs));
    }

    /** Those of the output of a recurrent layer that is fed back. */
    static List<NamedParameter> readout(final int units, final int outputs) {
        return List.of(of("V", Start.GLOROT, 1, units, outputs), of("c", Start.ZEROS, 1, outputs));
    }

    /** Those of a dense layer, and the vector that its outputs are compared with. */
    public static List<NamedParameter> attention(final int features) {
        final var dense = dense(features, features);
        return List.of(dense.get(0), dense.get(1), of("context", Start.GLOROT, 1, features, 1));
    }

    /** A table of vectors, one a column. */
    public static NamedParameter table(final int number, final int categories, final int size) {
        return of(INPUT_WEIGHTS + number, Start.NORMAL, 1, size, categories);
    }

    /** Those of Deeplearning4j's recurrent layers: so many blocks of columns and of biases, each with a column a unit. */
    static List<NamedParameter> recurrent(
            final int inputs, final int states, final int units, final int columnBlocks, final int biasBlocks) {
        final var columns = (long) columnBlocks * units;
        return List.of(
                of(INPUT_WEIGHTS, Start.GLOROT, columnBlocks, inputs, columns),
                of(STATE_WEIGHTS, Start.ORTHOGONAL, columnBlocks, states, columns),
                of(BIASES, Start.ZEROS, biasBlocks, (long) biasBlocks * units));
    }

    /** The same, but one block begins with ones. */
    NamedParameter withOnesInBlock(final int number) {
        return new NamedParameter(
                name,
                shape,
                IntStream.range(0, blocks.size())
                        .mapToObj(block -> block == number ? Start.ONES : blocks.get(block))
                        .toList());
    }

    /** The same with a prefix. */
    NamedParameter prefixed(final String prefix) {
        return new NamedParameter(prefix + name, shape, blocks);
    }

    /** Whether it is added and not multiplied. */
    public boolean bias() {
        return shape.size() == 1;
    }

    /** How many values it has. */
    public long size() {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    /** The rows of a block. */
    public int rows() {
        return Math.toIntExact(shape.get(0));
    }

    long[] shapeArray() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }
}
