package org.rnn4knime.standin.parameters;

import java.util.function.Predicate;
import org.knime.core.node.NodeSettingsRO;

/**
 * The matcher of a migration that applies where none of the keys of its field is there; the field's loader knows
 * these.
 */
public enum NewKeysAbsent implements Predicate<NodeSettingsRO> {
    MATCHER;

    @Override
    public boolean test(final NodeSettingsRO settings) {
        throw new UnsupportedOperationException("Whether this migration applies depends on the keys of its field.");
    }
}
