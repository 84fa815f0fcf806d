package org.rnn4knime.engine.encoding;

import java.util.Objects;
import java.util.Optional;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.SettingRange;

/**
 * What is done to a number that is predicted before it is scaled, in this order: the natural logarithm, the difference to the step
 * before, the difference to the same season before, and, in each window, taking off its level.
 *
 * @param logarithm for values above zero that grow or swing in proportion to their size
 * @param difference for values that drift
 * @param season the steps of a season, for values that repeat themselves; empty for no seasonal difference
 * @param windowLevel for values with a trend
 */
public record TargetTransform(
        boolean logarithm, boolean difference, Optional<Integer> season, WindowLevel windowLevel) {

    /** Values as they are. */
    public static final TargetTransform NONE = new TargetTransform(false, false);

    /** Refuses a season out of range with an IllegalArgumentException. */
    public TargetTransform {
        season.ifPresent(
                steps -> SettingRange.requireBetween("Season (time steps)", steps, 2, SequenceSettings.LONGEST));
        Objects.requireNonNull(windowLevel);
    }

    /** Without a season and a level. */
    public TargetTransform(final boolean logarithm, final boolean difference) {
        this(logarithm, difference, Optional.empty(), WindowLevel.NONE);
    }

    /** Whether a value is encoded by those before it, which are known only where they are read. */
    public boolean needsThePast() {
        return difference || season.isPresent() || windowLevel != WindowLevel.NONE;
    }

    /** The first step of a sequence that has a transformed value: with differences, the steps before only serve as base. */
    public int firstStep() {
        return (difference ? 1 : 0) + season.orElse(0);
    }

    /** The transformed value of a step, whose sequence has enough steps before it. */
    double transform(final double[] values, final int step) {
        return level(values[step]) - base(values, step);
    }

    /** The value of a step from its transformed value and the values before it. */
    double invert(final double transformed, final double[] values, final int step) {
        final var level = transformed + base(values, step);
        return logarithm ? Math.exp(level) : level;
    }

    /** A value as differences are taken of it. */
    double level(final double value) {
        return logarithm ? Math.log(value) : value;
    }

    /** What the differences take off. */
    private double base(final double[] values, final int step) {
        double base = difference ? level(values[step - 1]) : 0;
        if (season.isPresent()) {
            base += level(values[step - season.get()]);
            if (difference) {
                base -= level(values[step - season.get() - 1]);
            }
        }
        return base;
    }
}
