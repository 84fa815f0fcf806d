package org.rnn4knime.benchmarks.runner;

import org.rnn4knime.benchmarks.worker.Cell;

/** What is compared; each runs in a process of its own. */
enum Library {

    /** The engine of this project. */
    OURS("ours", 2000),

    /** PyTorch's library. */
    LIBTORCH("libtorch", 500),

    /** Deeplearning4j with its own layers. */
    DL4J("Deeplearning4j", 1000),

    /** The matrix products alone. */
    FLOOR("floor", 200);

    private final String title;

    private final long warmUpMillis;

    Library(final String title, final long warmUpMillis) {
        this.title = title;
        this.warmUpMillis = warmUpMillis;
    }

    /** Its name in a table. */
    String title() {
        return title;
    }

    /** What it needs until it is as fast as it gets: the more of it is Java, the longer. */
    long warmUpMillis() {
        return warmUpMillis;
    }

    /** Whether it has the cell. */
    boolean knows(final Cell cell) {
        return this != DL4J || cell != Cell.GRU;
    }

    /** Whether it computes the network, so that results can be compared. */
    boolean isCompared() {
        return this == OURS || this == LIBTORCH;
    }
}
