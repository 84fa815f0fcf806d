package org.rnn4knime.engine.prediction;

import java.util.List;
import java.util.Objects;
import org.rnn4knime.engine.encoding.ClassTarget;

/**
 * Classes with their probabilities.
 *
 * @param names of the known classes
 * @param first the place of the first known class among the probabilities: 1 where "none of them" is the first one
 * @param probabilities [place, class]; NaN where there is no prediction; not copied
 */
public record ClassResults(List<String> names, int first, float[] probabilities) implements Results {

    /** Copies the list; refuses null. */
    public ClassResults {
        names = List.copyOf(names);
        Objects.requireNonNull(probabilities);
    }

    private int classes() {
        return first + names.size();
    }

    @Override
    public boolean has(final int place) {
        return !Float.isNaN(probabilities[place * classes()]);
    }

    @Override
    public int size() {
        return probabilities.length / classes();
    }

    /** The probability of a known class, counted from 0. */
    public double probability(final int place, final int known) {
        return probabilities[place * classes() + first + known];
    }

    /** The most probable of the known classes, counted from 0; of two as probable, the first. */
    public int best(final int place) {
        final var from = place * classes() + first;
        return ClassTarget.mostProbable(probabilities, from, from + names.size()) - from;
    }

    /** The probability at the place that an encoded class has. */
    double encodedProbability(final int place, final int encoded) {
        return probabilities[place * classes() + encoded];
    }
}
