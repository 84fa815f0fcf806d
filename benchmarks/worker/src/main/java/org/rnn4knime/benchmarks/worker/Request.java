package org.rnn4knime.benchmarks.worker;

/**
 * What the runner asks of a worker: one line of JSON.
 *
 * @param action what to do
 * @param task with which task; it is set up anew if it is not that of the request before
 * @param millis how long at least, if it is to be repeated
 */
public record Request(Action action, Task task, long millis) {

    /** What can be asked. */
    public enum Action {
        /** Repeats the task; the answer holds the mean time of a run. */
        MEASURE,
        /** Gives the outputs and the gradient. */
        COMPARE
    }
}
