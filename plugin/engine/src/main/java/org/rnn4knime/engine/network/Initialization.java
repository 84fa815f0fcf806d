package org.rnn4knime.engine.network;

import java.util.Arrays;
import java.util.Random;
import org.rnn4knime.engine.network.cell.NamedParameter.Start;

/** Draws the values that parameters begin with. */
final class Initialization {

    private static final double GLOROT = 6;

    private Initialization() {}

    /** A block of so many values in columns of so many rows. */
    static float[] of(final Start start, final int rows, final int size, final Random random, final Runnable check) {
        return switch (start) {
            case GLOROT -> uniform(Math.sqrt(GLOROT / (rows + (double) size / rows)), size, random);
            case ORTHOGONAL -> orthogonal(rows, size / rows, random, check);
            case NORMAL -> normal(size, random);
            case ZEROS -> new float[size];
            case ONES -> {
                final var ones = new float[size];
                Arrays.fill(ones, 1);
                yield ones;
            }
        };
    }

    private static float[] uniform(final double bound, final int size, final Random random) {
        final var values = new float[size];
        for (int index = 0; index < size; index++) {
            values[index] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return values;
    }

    private static float[] normal(final int size, final Random random) {
        final var values = new float[size];
        for (int index = 0; index < size; index++) {
            values[index] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Vectors of length 1 at right angles: the rows or, if there are more of these, the columns. */
    private static float[] orthogonal(final int rows, final int columns, final Random random, final Runnable check) {
        final var vectors = new double[Math.min(rows, columns)][Math.max(rows, columns)];
        for (int index = 0; index < vectors.length; index++) {
            check.run();
            draw(vectors, index, random);
        }
        final var values = new float[rows * columns];
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                values[column * rows + row] = (float) (columns <= rows ? vectors[column][row] : vectors[row][column]);
            }
        }
        return values;
    }

    /** Draws a vector and takes away what it shares with those before (Gram and Schmidt, modified), twice for precision. */
    private static void draw(final double[][] vectors, final int index, final Random random) {
        final var vector = vectors[index];
        for (int j = 0; j < vector.length; j++) {
            vector[j] = random.nextGaussian();
        }
        for (int time = 0; time < 2; time++) {
            for (int other = 0; other < index; other++) {
                add(-product(vector, vectors[other]), vectors[other], vector);
            }
            add(1 / Math.sqrt(product(vector, vector)) - 1, vector.clone(), vector);
        }
    }

    private static double product(final double[] left, final double[] right) {
        double sum = 0;
        for (int j = 0; j < left.length; j++) {
            sum += left[j] * right[j];
        }
        return sum;
    }

    private static void add(final double factor, final double[] summand, final double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * summand[j];
        }
    }
}
