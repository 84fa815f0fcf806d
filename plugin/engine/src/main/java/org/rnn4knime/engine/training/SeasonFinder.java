package org.rnn4knime.engine.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rnn4knime.engine.sequence.Interrupts;
import org.rnn4knime.engine.sequence.Steps;
import org.rnn4knime.engine.sequence.Windows.Bounds;

/**
 * Finds the time steps after which numbers repeat themselves: where the autocorrelation of their differences has its maximum. Differences
 * take off a trend and the drift of a random walk, whose own autocorrelation is large everywhere (Box, Jenkins, Reinsel and Ljung 2015, Time
 * series analysis: forecasting and control).
 *
 * <p>The estimate at lag k is the usual one, the sum of the products of values k steps apart, divided by the sum of all squares; it is the
 * smaller the larger the lag, so that of a season and its double the season wins. Sequences count together; each is standardized first, and
 * tells of lags up to a third of its length.
 *
 * <p>Of n differences without a season, 5 % of all autocorrelations are larger than 1.96 / sqrt(n). That is for one lag; the largest of
 * m lags is larger than sqrt(2 ln(m / 0.05)) / sqrt(n) in at most 5 % of all series, as the tail of a normal distribution beyond z is below
 * exp(-z^2 / 2) on both sides together. Both hold for independent differences, as a random walk has. Of independent values, neighbouring
 * differences are correlated; the variance is 1 + 2 r_1^2 times as large then (Bartlett 1946, On the theoretical specification and sampling
 * properties of autocorrelated time-series).
 */
final class SeasonFinder {

    private static final int SHORTEST = 2;

    private static final int LONGEST = 400;

    /** A season must be there so often. */
    private static final int REPETITIONS = 3;

    /** How often a season may be found where there is none. */
    private static final double ERRORS = 0.05;

    /** A shorter season is preferred to a longer one if the autocorrelation is at least this part of the other's. */
    private static final double ABOUT_AS_GOOD = 0.9;

    /** Differences that are so much smaller than the values are rounding errors. */
    private static final double ROUNDING = 1e-9;

    /** More would tell little more and take long: differences of all sequences. */
    private static final int MOST = 200_000;

    private final List<double[]> parts;

    private final int longest;

    private SeasonFinder(final List<double[]> parts) {
        this.parts = parts;
        this.longest = Math.min(
                LONGEST, parts.stream().mapToInt(SeasonFinder::longest).max().orElse(0));
    }

    /**
     * Finds the season.
     *
     * @param values one a step, none missing
     * @param learned the steps of each sequence that are looked at
     * @return from 2 to 400 time steps; empty if there is no clear one
     */
    static Optional<Integer> find(final double[] values, final Steps steps, final Bounds learned) {
        final var parts = new ArrayList<double[]>();
        int room = MOST;
        for (int sequence = 0; sequence < steps.sequences() && room > 0; sequence++) {
            final var to = learned.to(sequence);
            // The end of a long one, which tells most of what comes next.
            final var from = (int) Math.max(learned.from(sequence), to - 1L - room);
            if ((to - from) / REPETITIONS >= SHORTEST) {
                final var differences = differences(values, from, to);
                room -= differences.length;
                standardized(differences).ifPresent(parts::add);
            }
        }
        return new SeasonFinder(parts).season();
    }

    /** In units of the largest value, so that all are finite. */
    private static double[] differences(final double[] values, final int from, final int to) {
        final var largest = IntStream.range(from, to)
                .mapToDouble(step -> Math.abs(values[step]))
                .max()
                .orElse(0);
        return IntStream.range(from + 1, to)
                .mapToDouble(step -> largest > 0 ? values[step] / largest - values[step - 1] / largest : 0)
                .toArray();
    }

    /** With a mean of 0 and a variance of 1; empty if all are the same. */
    private static Optional<double[]> standardized(final double[] differences) {
        final var mean = IntStream.range(0, differences.length)
                .mapToDouble(index -> differences[index])
                .average()
                .orElse(0);
        final var deviation = Math.sqrt(IntStream.range(0, differences.length)
                .mapToDouble(index -> (differences[index] - mean) * (differences[index] - mean))
                .average()
                .orElse(0));
        return deviation <= ROUNDING
                ? Optional.empty()
                : Optional.of(IntStream.range(0, differences.length)
                        .mapToDouble(index -> (differences[index] - mean) / deviation)
                        .toArray());
    }

    /** The longest season that the differences of a sequence tell of: there is one value more. */
    private static int longest(final double[] differences) {
        return (differences.length + 1) / REPETITIONS;
    }

    private Optional<Integer> season() {
        final var correlations = IntStream.rangeClosed(0, longest + 1)
                .mapToDouble(this::correlation)
                .toArray();
        final var peaks = IntStream.rangeClosed(SHORTEST, longest)
                .filter(lag -> isPeak(correlations, lag) && correlations[lag] > bound(lag, correlations[1]))
                .boxed()
                .toList();
        final var best = peaks.stream().max(Comparator.comparingDouble(lag -> correlations[lag]));
        return best.map(longer -> peaks.stream()
                .filter(lag -> isAboutAsGood(correlations, lag, longer))
                .findFirst()
                .orElse(longer));
    }

    /**
     * Whether the autocorrelation is larger at a lag than at its neighbours, and falls to half of that before: else it is the slow descent
     * from lag 0 of a smooth series, on which noise makes a peak. That noise lessens the autocorrelation at lag 1 most, so that it does not
     * count where there are others.
     */
    private static boolean isPeak(final double[] correlations, final int lag) {
        final var half = correlations[lag] / 2;
        final var falls = lag == SHORTEST
                ? Math.max(correlations[lag - 1], correlations[lag + 1]) <= half
                : IntStream.range(SHORTEST, lag).anyMatch(shorter -> correlations[shorter] <= half);
        return falls && correlations[lag] > correlations[lag - 1] && correlations[lag] > correlations[lag + 1];
    }

    /** Whether a longer season is but one of the multiples of a shorter one. */
    private boolean isAboutAsGood(final double[] correlations, final int lag, final int longer) {
        return longer % lag == 0 && mean(correlations, lag) >= ABOUT_AS_GOOD * mean(correlations, longer);
    }

    /** The mean over all multiples of a lag, which chance sways less than the autocorrelation at that lag alone. */
    private double mean(final double[] correlations, final int lag) {
        return IntStream.rangeClosed(1, longest / lag)
                .mapToDouble(times -> correlations[times * lag])
                .average()
                .orElseThrow();
    }

    /** The autocorrelation at a lag; one behind the longest is computed of the same sequences as that. */
    private double correlation(final int lag) {
        double products = 0;
        double squares = 0;
        for (final var part : parts) {
            if (longest(part) >= Math.min(lag, longest)) {
                Interrupts.refuse();
                for (int index = 0; index + lag < part.length; index++) {
                    products += part[index] * part[index + lag];
                }
                squares += part.length;
            }
        }
        return squares > 0 ? products / squares : 0;
    }

    /** What an autocorrelation must be larger than to be no chance. */
    private double bound(final int lag, final double first) {
        final var count = parts.stream()
                .filter(part -> longest(part) >= lag)
                .mapToLong(part -> part.length)
                .sum();
        return Math.sqrt(2 * Math.log((longest - 1) / ERRORS) * (1 + 2 * first * first) / count);
    }
}
