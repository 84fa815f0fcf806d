package org.rnn4knime.engine.prediction;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rnn4knime.engine.sequence.Column;

/**
 * The forecast of one sequence.
 *
 * @param id the values of the sequence ID columns as text; empty for a table of one sequence
 * @param row the index of a row of the history that belongs to the sequence: the last one whose target is known
 * @param order the order column continued, in the history's own type and form, one value a step; empty without one
 * @param values one forecast a step, numbers in the target's units or classes; missing where there is none
 * @param intervals in the order in which their levels were asked for
 * @param futureRows the row of the table "Known future" that tells of each step, -1 where there is none; not copied
 */
public record ForecastSequence(
        List<String> id,
        int row,
        Optional<Column> order,
        Column values,
        List<ForecastInterval> intervals,
        int[] futureRows) {

    /** Copies the lists; refuses null. */
    public ForecastSequence {
        id = List.copyOf(id);
        Objects.requireNonNull(order);
        Objects.requireNonNull(values);
        intervals = List.copyOf(intervals);
        Objects.requireNonNull(futureRows);
    }

    /** The number of steps. */
    public int steps() {
        return values.size();
    }
}
