package org.rnn4knime.engine.encoding;

import java.util.Arrays;
import java.util.Objects;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.UnusableDataException;

/**
 * A number whose own past is read, with room to go on.
 *
 * @param encoder of the number
 * @param values in the user's units, one a step, with something in place of missing ones; not copied
 * @param transformed not yet scaled, one a step, NaN before the first step that has one; not copied
 * @param isKnown which values were not missing; not copied
 */
public record Series(NumberTarget encoder, double[] values, double[] transformed, boolean[] isKnown) {

    /** Refuses null. */
    public Series {
        Objects.requireNonNull(encoder);
    }

    static Series of(final NumberTarget encoder, final Encoders.OwnPast ownPast, final Sequences sequences) {
        final var raw = NumberEncoder.numbers(sequences.target().orElseThrow());
        final var steps = sequences.steps();
        final var isKnown = new boolean[raw.length];
        for (int step = 0; step < raw.length; step++) {
            isKnown[step] = !Double.isNaN(raw[step]);
        }
        final var filled = NumberEncoder.filled(raw, steps, ownPast.missingValues(), ownPast.mean());
        return new Series(encoder, filled, transformed(encoder, filled, sequences), isKnown);
    }

    private static double[] transformed(final NumberTarget encoder, final double[] values, final Sequences sequences) {
        final var steps = sequences.steps();
        requireLogarithm(encoder.transform(), values, sequences);
        final var transformed = new double[values.length];
        Arrays.fill(transformed, Double.NaN);
        for (int sequence = 0; sequence < steps.sequences(); sequence++) {
            for (int step = steps.from(sequence) + encoder.firstStep(); step < steps.to(sequence); step++) {
                transformed[step] = encoder.transformed(values, step);
            }
        }
        return transformed;
    }

    /** Refuses a logarithm of a value that is not above zero. */
    static void requireLogarithm(final TargetTransform transform, final double[] values, final Sequences sequences) {
        if (!transform.logarithm()) {
            return;
        }
        for (int index = 0; index < values.length; index++) {
            if (values[index] <= 0) {
                final var rowId = sequences.settings().isTargetPerStep()
                        ? sequences.rowId(index)
                        : sequences.table().rowIds().get(sequences.steps().rows()[index]);
                throw new UnusableDataException(
                        "The logarithm needs targets above 0, but the row \"" + rowId + "\" holds " + values[index]
                                + ".",
                        "Switch the logarithm off, or shift the target before.");
            }
        }
    }

    /** The level of a window, counted over all sequences. */
    double level(final int from, final int to) {
        return encoder.level(transformed, from, to);
    }

    /** What a network reads of a step in a window of some level. */
    float read(final int step, final double level) {
        return encoder.scaled(transformed[step], level);
    }

    /** What a network learns at a step; NaN where the value is missing, or one that its difference needs. */
    float target(final int step, final double level) {
        return isLearned(step) ? read(step, level) : Float.NaN;
    }

    /** Whether the value of a step that has a transformed one is known, and those that its difference needs are. */
    boolean isLearned(final int step) {
        final var transform = encoder.transform();
        final int season = transform.season().orElse(0);
        return isKnown[step]
                && (!transform.difference() || isKnown[step - 1])
                && (season == 0 || isKnown[step - season])
                && (season == 0 || !transform.difference() || isKnown[step - season - 1]);
    }

    /** The value of a step in the user's units, from what a network wrote after it read a window of some level. */
    public double decode(final double written, final double level, final int step) {
        return encoder.decode(written, level, values, step);
    }

    /**
     * The values of neighbouring steps in the user's units. What each is a difference to is, from the second on, the value decoded before;
     * nothing is read of the steps themselves.
     *
     * @param written by a network after it read a window of some level
     * @param step the first of the steps, with enough before it in its sequence; the last may lie behind all others
     */
    public double[] decodeAll(final float[] written, final double level, final int step) {
        final var past = encoder.firstStep();
        final var known = new double[past + written.length];
        System.arraycopy(values, step - past, known, 0, past);
        for (int ahead = 0; ahead < written.length; ahead++) {
            known[past + ahead] = encoder.decode(written[ahead], level, known, past + ahead);
        }
        return Arrays.copyOfRange(known, past, known.length);
    }
}
