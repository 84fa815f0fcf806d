package org.rnn4knime.benchmarks.runner;

/**
 * How long is measured.
 *
 * @param rounds turns of each library
 * @param roundMillis how long a turn lasts at least
 * @param mostMillis a library that has used up so much takes no more turns
 * @param firstWarmUp how many times longer than usual a new process warms up: it also loads and compiles
 */
record Pace(int rounds, long roundMillis, long mostMillis, int firstWarmUp) {

    /** Turns that also the slowest library takes. */
    private static final int FEWEST_ROUNDS = 3;

    /** For a run that is to be published. */
    static final Pace NORMAL = new Pace(9, 150, 2500, 3);

    /** For a look. */
    static final Pace QUICK = new Pace(7, 150, 1500, 1);

    /** Whether a library that has taken so many turns takes another. */
    boolean goesOn(final int taken, final double spentMillis) {
        return taken < rounds && (taken < FEWEST_ROUNDS || spentMillis < mostMillis);
    }
}
