package org.rnn4knime.benchmarks.worker;

/** A library that can do the tasks. */
public interface Engine {

    /** The learning rate of Adam, for all engines: too low to leave the numbers of the first step far behind. */
    double LEARNING_RATE = 1e-5;

    /** Its name and version. */
    String description();

    /** Sets up a task. */
    Job open(Task task);
}
