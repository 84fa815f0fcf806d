package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** Says how a table is made from another: which columns stay, in what order, and which are computed. */
public class ColumnRearranger {
    private final DataTableSpec originalSpec;
    private final List<ColumnSource> columns;

    /** A rearranger that changes nothing yet. */
    public ColumnRearranger(final DataTableSpec original) {
        originalSpec = original;
        columns = new ArrayList<>(IntStream.range(0, original.getNumColumns())
                .mapToObj(index -> new KeptColumn(original.getColumnSpec(index), index))
                .toList());
    }

    DataTableSpec originalSpec() {
        return originalSpec;
    }

    List<ColumnSource> columns() {
        return columns;
    }

    /** {@return the current index of the column with this name, -1 where there is none} */
    public final int indexOf(final String columnName) {
        Objects.requireNonNull(columnName, "Argument must not be null.");
        return IntStream.range(0, columns.size())
                .filter(index -> columns.get(index).name().equals(columnName))
                .findFirst()
                .orElse(-1);
    }

    private int existingIndex(final String columnName) {
        final var index = indexOf(columnName);
        if (index < 0) {
            throw new IllegalArgumentException("No such column: \"" + columnName + "\"");
        }
        return index;
    }

    private int[] existingIndices(final String... columnNames) {
        final var indices = Stream.of(columnNames).mapToInt(this::existingIndex).toArray();
        if (IntStream.of(indices).distinct().count() < indices.length) {
            throw new IllegalArgumentException("Argument contains duplicates: " + List.of(columnNames));
        }
        return indices;
    }

    /** Drops all columns but those at these indices; the order stays. */
    public final void keepOnly(final int... indices) {
        retain(distinct(indices), true);
    }

    /** Drops all columns but those with these names; the order stays. */
    public final void keepOnly(final String... columnNames) {
        keepOnly(existingIndices(columnNames));
    }

    public final void remove(final int... indices) {
        retain(distinct(indices), false);
    }

    public final void remove(final String... columnNames) {
        remove(existingIndices(columnNames));
    }

    private Set<Integer> distinct(final int... indices) {
        final var chosen = new HashSet<Integer>();
        for (final var index : indices) {
            Objects.checkIndex(index, columns.size());
            if (!chosen.add(index)) {
                throw new IndexOutOfBoundsException("The column index " + index + " is given twice.");
            }
        }
        return chosen;
    }

    private void retain(final Set<Integer> chosen, final boolean keepChosen) {
        final var kept = IntStream.range(0, columns.size())
                .filter(index -> chosen.contains(index) == keepChosen)
                .mapToObj(columns::get)
                .toList();
        columns.clear();
        columns.addAll(kept);
    }

    /** Moves a column so that it stands before the column that is now at the other index. */
    public final void move(final int from, final int to) {
        final var column = columns.get(from);
        columns.add(to, column);
        columns.remove(from < to ? from : from + 1);
    }

    /** Moves a column so that it stands before the column that is now at the index. */
    public final void move(final String columnName, final int to) {
        move(existingIndex(columnName), to);
    }

    /** Puts the columns with these names first, in this order; the others follow in theirs. */
    public final void permute(final String[] columnNamesInOrder) {
        existingIndices(columnNamesInOrder);
        final var order = List.of(columnNamesInOrder);
        columns.sort(Comparator.comparingInt(
                column -> order.contains(column.name()) ? order.indexOf(column.name()) : order.size()));
    }

    public final void append(final CellFactory factory) {
        insertAt(columns.size(), factory);
    }

    public final void insertAt(final int position, final CellFactory factory) {
        columns.addAll(position, ComputedColumn.of(factory));
    }

    public final void replace(final CellFactory factory, final String columnName) {
        replace(factory, existingIndex(columnName));
    }

    /** Replaces as many columns as the factory computes. */
    public final void replace(final CellFactory factory, final int... indices) {
        final var computed = ComputedColumn.of(factory);
        if (computed.size() != indices.length) {
            throw new IndexOutOfBoundsException("%d columns cannot be replaced by the %d columns of the factory."
                    .formatted(indices.length, computed.size()));
        }
        for (var i = 0; i < indices.length; i++) {
            columns.set(indices[i], computed.get(i));
        }
    }

    /** {@return the spec of the rearranged table, where a name that two columns have is refused} */
    public final DataTableSpec createSpec() {
        return new DataTableSpec(columns.stream().map(ColumnSource::spec).toArray(DataColumnSpec[]::new));
    }
}
