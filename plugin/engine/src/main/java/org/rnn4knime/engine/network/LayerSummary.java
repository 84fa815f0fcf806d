package org.rnn4knime.engine.network;

import java.util.List;
import java.util.Objects;

/**
 * What there is to know of a layer before anything is computed.
 *
 * @param name unique in its network, such as "recurrent 1"
 * @param type what it is, such as "Bidirectional GRU"
 * @param outputs values that it writes at each step, or once where it makes one step of all
 * @param weights its learned parameters in their order in the flat array; none if it learns nothing
 */
public record LayerSummary(String name, String type, int outputs, List<Weights> weights) {

    /** Copies the list. */
    public LayerSummary {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        weights = List.copyOf(weights);
    }

    /** How many parameters the layer has. */
    public long parameters() {
        return weights.stream().mapToLong(Weights::size).sum();
    }

    /**
     * Parameters that belong together.
     *
     * @param name as Deeplearning4j calls them, such as "W", or "bRW" of a layer that reads backward too; unique in the layer
     * @param shape a matrix as [rows, columns], the values of which lie column by column, or a vector as [size]
     */
    public record Weights(String name, List<Long> shape) {

        /** Copies the list. */
        public Weights {
            Objects.requireNonNull(name);
            shape = List.copyOf(shape);
        }

        /** How many parameters they are. */
        public long size() {
            return shape.stream().reduce(1L, Math::multiplyExact);
        }
    }
}
