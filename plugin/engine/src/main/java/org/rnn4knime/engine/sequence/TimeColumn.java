package org.rnn4knime.engine.sequence;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of dates and times, all of one class: LocalDate, LocalTime, LocalDateTime or ZonedDateTime.
 *
 * @param name the column's name
 * @param values one value a row, empty where it is missing
 */
public record TimeColumn(String name, List<Optional<Temporal>> values) implements Column {

    /** Copies the list; refuses null. */
    public TimeColumn {
        Objects.requireNonNull(name);
        values = List.copyOf(values);
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public boolean isMissing(final int row) {
        return values.get(row).isEmpty();
    }

    @Override
    public Optional<String> text(final int row) {
        return values.get(row).map(Temporal::toString);
    }

    @Override
    public Column gathered(final int[] rows) {
        return RowSelection.isEverything(rows, values.size())
                ? this
                : new TimeColumn(name, Arrays.stream(rows).mapToObj(values::get).toList());
    }
}
