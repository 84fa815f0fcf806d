package org.rnn4knime.benchmarks.worker;

import java.util.List;

/**
 * A training on a problem that needs a long memory.
 *
 * @param problem that was to be learned
 * @param steps over which something is to be remembered
 * @param cell of the network
 * @param seed of the tables and of the training
 * @param score the RMSE, or the accuracy, on a table that nothing was chosen by
 * @param epochs in their order
 * @param reaches how far the gradient reached back at some epochs, in their order
 * @param millis the time of the training
 */
public record DependencyRun(
        Dependency problem,
        int steps,
        String cell,
        int seed,
        double score,
        List<Epoch> epochs,
        List<Reach> reaches,
        long millis) {

    /**
     * How well the network did after an epoch on a table that is not learned from.
     *
     * @param loss that it learns by
     * @param score RMSE or accuracy
     */
    public record Epoch(double loss, double score) {}

    /**
     * How far the gradient reached back after so many epochs.
     *
     * @param epoch the epochs so far
     * @param verdict what was said on the training so far
     * @param norms of the gradient by how many steps it lies back, as parts of that of the last step
     */
    public record Reach(int epoch, String verdict, List<Double> norms) {

        /** The part that is left of the gradient so many steps back. */
        public double left(final int back) {
            return norms.get(back);
        }

        /** The first step back at which less than such a part is left; the number of all steps if there is none. */
        public int firstBelow(final double part) {
            int back = 0;
            while (back < norms.size() && norms.get(back) >= part) {
                back++;
            }
            return back;
        }
    }
}
