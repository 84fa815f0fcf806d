package org.rnn4knime.benchmarks.worker;

/**
 * The sizes of a batch and of the network that reads it.
 *
 * @param batch sequences side by side
 * @param steps time steps of each
 * @param features values of a step
 * @param units the size of the cell's state
 */
public record Shape(int batch, int steps, int features, int units) {

    @Override
    public String toString() {
        return batch + "," + steps + "," + features + "," + units;
    }
}
