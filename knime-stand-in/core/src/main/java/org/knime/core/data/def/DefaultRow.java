package org.knime.core.data.def;

import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row that holds its cells. */
public class DefaultRow implements DataRow {
    private final RowKey key;
    private final List<DataCell> cells;

    public DefaultRow(final RowKey key, final List<DataCell> cells) {
        this.key = key;
        this.cells = List.copyOf(cells);
    }

    public DefaultRow(final String key, final List<DataCell> cells) {
        this(new RowKey(key), cells);
    }

    public DefaultRow(final RowKey key, final DataCell... cells) {
        this(key, List.of(cells));
    }

    public DefaultRow(final String key, final DataCell... cells) {
        this(new RowKey(key), cells);
    }

    public DefaultRow(final RowKey key, final DataRow row) {
        this(key, row.stream().toList());
    }

    public DefaultRow(final String key, final DataRow row) {
        this(new RowKey(key), row);
    }

    public DefaultRow(final RowKey key, final double... numbers) {
        this(key, DoubleStream.of(numbers).mapToObj(DoubleCell::new).toArray(DataCell[]::new));
    }

    public DefaultRow(final String key, final double... numbers) {
        this(new RowKey(key), numbers);
    }

    public DefaultRow(final RowKey key, final int... numbers) {
        this(key, IntStream.of(numbers).mapToObj(IntCell::new).toArray(DataCell[]::new));
    }

    public DefaultRow(final String key, final int... numbers) {
        this(new RowKey(key), numbers);
    }

    public DefaultRow(final RowKey key, final String... texts) {
        this(key, Stream.of(texts).map(StringCell::new).toArray(DataCell[]::new));
    }

    public DefaultRow(final String key, final String... texts) {
        this(new RowKey(key), texts);
    }

    @Override
    public final RowKey getKey() {
        return key;
    }

    @Override
    public final int getNumCells() {
        return cells.size();
    }

    @Override
    public final DataCell getCell(final int index) {
        return cells.get(index);
    }

    @Override
    public Iterator<DataCell> iterator() {
        return new DefaultCellIterator(this);
    }

    /** Rows equal each other when row ID and cells do, whatever class they have. */
    @Override
    public boolean equals(final Object other) {
        return this == other
                || other instanceof DataRow row
                        && key.equals(row.getKey())
                        && cells.equals(row.stream().toList());
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key + ": " + cells;
    }
}
