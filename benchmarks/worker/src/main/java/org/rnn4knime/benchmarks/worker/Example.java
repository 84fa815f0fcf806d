package org.rnn4knime.benchmarks.worker;

import java.util.Random;

/**
 * The same numbers in each process.
 *
 * @param inputs [time, sequence, feature]
 * @param targets one a sequence
 * @param parameters flat: the weights of the input, [row, feature], those of the state, [row, unit], the biases, the weights
 *     of the output, its bias. The blocks of rows are candidate, forget, output, input for the LSTM and reset, update, candidate
 *     for the GRU, whose biases are those of the input and then those of the state
 */
public record Example(float[] inputs, float[] targets, float[] parameters) {

    private static final long SEED = 42;

    /** Draws the numbers for a task. */
    public static Example of(final Task task) {
        final var random = new Random(SEED);
        final var shape = task.shape();
        return new Example(
                draw(random, shape.steps() * shape.batch() * shape.features(), 1),
                draw(random, shape.batch(), 1),
                draw(random, task.parameters(), 1 / Math.sqrt(shape.units())));
    }

    /** The inputs as [time, feature, sequence]. */
    public float[] inputsByFeature(final Shape shape) {
        final var turned = new float[inputs.length];
        for (int step = 0; step < shape.steps(); step++) {
            final var from = step * shape.batch() * shape.features();
            for (int sequence = 0; sequence < shape.batch(); sequence++) {
                for (int feature = 0; feature < shape.features(); feature++) {
                    turned[from + feature * shape.batch() + sequence] =
                            inputs[from + sequence * shape.features() + feature];
                }
            }
        }
        return turned;
    }

    private static float[] draw(final Random random, final int count, final double bound) {
        final var values = new float[count];
        for (int index = 0; index < count; index++) {
            values[index] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return values;
    }
}
