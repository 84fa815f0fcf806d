package org.knime.node.parameters.updates;

import org.rnn4knime.standin.parameters.Verdict;

/** The condition of an {@link Effect}. In the stand-in it is decided as soon as it is made. */
public interface EffectPredicate {

    default EffectPredicate and(final EffectPredicate other) {
        return Verdict.all(this, other);
    }

    default EffectPredicate or(final EffectPredicate other) {
        return Verdict.any(this, other);
    }

    default EffectPredicate negate() {
        return Verdict.not(this);
    }
}
