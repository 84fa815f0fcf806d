package org.rnn4knime.benchmarks.worker;

import java.util.List;

/** What can be learned only by remembering something over many steps. */
public enum Dependency {

    /**
     * The sum of two numbers that are marked in a list of random ones, one in each half (Hochreiter and Schmidhuber 1997). Who always
     * says 1, the mean, has an RMSE of 0.408.
     */
    ADDING(List.of(50, 100, 200), 1),

    /** The first symbol of a list, behind which so many random ones follow; one of {@link #SYMBOLS}. */
    COPYING(List.of(20, 50, 100), Math.log(8));

    /** The number of symbols. */
    public static final int SYMBOLS = 8;

    private static final double LARGEST_ERROR = 0.1;

    private static final double LEAST_ACCURACY = 0.95;

    private final List<Integer> steps;

    private final double lossOfGuessing;

    Dependency(final List<Integer> steps, final double lossOfGuessing) {
        this.steps = steps;
        this.lossOfGuessing = lossOfGuessing;
    }

    /** Over how many steps it is tried. */
    public List<Integer> steps() {
        return steps;
    }

    /** The loss of a network that has learned nothing but the mean, or how often each symbol comes. */
    public double lossOfGuessing() {
        return lossOfGuessing;
    }

    /** Whether such an RMSE, or accuracy, shows that the problem is solved. */
    public boolean isSolvedBy(final double score) {
        return this == ADDING ? score < LARGEST_ERROR : score > LEAST_ACCURACY;
    }
}
