package org.knime.node;

import java.util.Optional;
import org.knime.node.parameters.NodeParameters;

/** Hands out parameters under the type that the caller names. */
final class ParametersCast {

    private ParametersCast() {}

    /**
     * @throws IllegalStateException if the node was made without parameters
     */
    @SuppressWarnings("unchecked") // KNIME's signature leaves the type to the caller.
    static <S extends NodeParameters> S of(final Optional<NodeParameters> parameters) {
        return (S) parameters.orElseThrow(() -> new IllegalStateException("The node was made without parameters."));
    }
}
