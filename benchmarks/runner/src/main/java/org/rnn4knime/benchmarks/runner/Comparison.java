package org.rnn4knime.benchmarks.runner;

import org.rnn4knime.benchmarks.worker.Answer;
import org.rnn4knime.benchmarks.worker.Task;

/**
 * How far our results are from libtorch's, for equal weights and data.
 *
 * @param task what was computed
 * @param outputs the norm of the difference of the outputs over the norm of libtorch's
 * @param gradient the same of the gradient by all parameters
 */
record Comparison(Task task, double outputs, double gradient) {

    /** The largest difference that single precision excuses. */
    static final double MOST = 1e-5;

    static Comparison of(final Task task, final Answer ours, final Answer theirs) {
        return new Comparison(
                task, difference(ours.outputs(), theirs.outputs()), difference(ours.gradient(), theirs.gradient()));
    }

    private static double difference(final float[] ours, final float[] theirs) {
        if (ours.length != theirs.length) {
            throw new IllegalStateException(ours.length + " numbers of ours, " + theirs.length + " of libtorch");
        }
        double apart = 0;
        double norm = 0;
        for (int index = 0; index < ours.length; index++) {
            final double by = ours[index] - theirs[index];
            apart += by * by;
            norm += (double) theirs[index] * theirs[index];
        }
        return Math.sqrt(apart / norm);
    }

    /** Whether single precision excuses the differences. */
    boolean isFine() {
        return outputs <= MOST && gradient <= MOST;
    }
}
