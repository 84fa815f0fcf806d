package org.knime.node.parameters.updates;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows, hides, enables or disables a field, or all fields of a class, depending on other settings. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Effect {
    Class<? extends EffectPredicateProvider> predicate();

    EffectType type();

    /** What happens while the predicate holds; while it does not, the opposite. */
    enum EffectType {
        DISABLE,
        ENABLE,
        HIDE,
        SHOW
    }
}
