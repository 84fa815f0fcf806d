package org.rnn4knime.engine.sequence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which columns of a table form the sequences, and what is predicted.
 *
 * @param layout where a time step lies
 * @param predict what is predicted
 * @param targetColumn the number column that is predicted
 * @param sequenceIdColumns columns that tell the sequences apart; none for a table of one sequence
 * @param orderColumn numbers, dates and times, or text in ISO form; without it the rows count as they stand
 */
public record DataSettings(
        SequenceLayout layout,
        Scope predict,
        String targetColumn,
        List<String> sequenceIdColumns,
        Optional<String> orderColumn) {

    /** Refuses a missing target and one column in two roles with an IllegalArgumentException. */
    public DataSettings {
        Objects.requireNonNull(layout);
        Objects.requireNonNull(predict);
        Objects.requireNonNull(orderColumn);
        sequenceIdColumns = List.copyOf(sequenceIdColumns);
        if (targetColumn.isEmpty()) {
            throw new IllegalArgumentException("No target column is chosen: choose the number column to predict.");
        }
        if (sequenceIdColumns.contains(targetColumn)
                || orderColumn.filter(targetColumn::equals).isPresent()) {
            throw new IllegalArgumentException("The target column \"" + targetColumn
                    + "\" cannot also be a sequence ID or the order column: choose another column for one of them.");
        }
        if (orderColumn.filter(sequenceIdColumns::contains).isPresent()) {
            throw new IllegalArgumentException("The order column \"" + orderColumn.get()
                    + "\" cannot also be a sequence ID column: choose another column for one of them.");
        }
    }
}
