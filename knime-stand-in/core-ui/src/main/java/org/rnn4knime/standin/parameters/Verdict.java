package org.rnn4knime.standin.parameters;

import java.util.Arrays;
import org.knime.node.parameters.updates.EffectPredicate;

/**
 * A predicate that is already decided. The stand-in has no front end in which values change, so a predicate is made
 * anew
 * from the values at hand instead of being kept as a formula, as KNIME does.
 *
 * @param holds the decision
 */
public record Verdict(boolean holds) implements EffectPredicate {

    /** True if all predicates hold, as for none. */
    public static EffectPredicate all(final EffectPredicate... predicates) {
        return new Verdict(Arrays.stream(predicates).allMatch(Verdict::of));
    }

    /** True if one of the predicates holds. */
    public static EffectPredicate any(final EffectPredicate... predicates) {
        return new Verdict(Arrays.stream(predicates).anyMatch(Verdict::of));
    }

    public static EffectPredicate not(final EffectPredicate predicate) {
        return new Verdict(!of(predicate));
    }

    static boolean of(final EffectPredicate predicate) {
        if (predicate instanceof final Verdict verdict) {
            return verdict.holds();
        }
        throw new IllegalArgumentException(
                "A predicate must come from its initializer, but this one is a " + predicate.getClass() + ".");
    }
}
