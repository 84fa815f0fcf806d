package org.rnn4knime.engine.prediction;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rnn4knime.engine.sequence.Column;

/**
 * The forecast of one sequence.
 *
 * @param id the values of the sequence ID columns as text; empty for a table of one sequence
 * @param lastRow the index of the sequence's last row in the history table: it holds the ID's own cells
 * @param order the order column continued, in the history's own type and form, one value a step; empty without one
 * @param values one forecast a step, in the target's units
 */
public record ForecastSequence(List<String> id, int lastRow, Optional<Column> order, double[] values) {

    /** Copies the list, not the array; refuses null. */
    public ForecastSequence {
        id = List.copyOf(id);
        Objects.requireNonNull(order);
        Objects.requireNonNull(values);
    }
}
