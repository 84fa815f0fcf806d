package org.rnn4knime.nodes.testing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;

/** Cells to test with, in few letters. */
public final class TestCells {

    /** The type of columns of lists of numbers. */
    public static final DataType NUMBERS = ListCell.getCollectionType(DoubleCell.TYPE);

    /** The type of columns of lists of text. */
    public static final DataType TEXTS = ListCell.getCollectionType(StringCell.TYPE);

    /** The type of columns of lists of Booleans. */
    public static final DataType TRUTHS = ListCell.getCollectionType(BooleanCell.TYPE);

    private TestCells() {}

    /** Returns a missing cell. */
    public static DataCell missing() {
        return DataType.getMissingCell();
    }

    /** Returns a number; NaN is a missing cell. */
    public static DataCell number(final double value) {
        return Double.isNaN(value) ? missing() : new DoubleCell(value);
    }

    /** Returns text; "?" is a missing cell. */
    public static DataCell text(final String value) {
        return value.equals("?") ? missing() : new StringCell(value);
    }

    /** Returns a Boolean. */
    public static DataCell truth(final boolean value) {
        return BooleanCell.get(value);
    }

    /** Returns a list. */
    public static DataCell list(final List<DataCell> elements) {
        return CollectionCellFactory.createListCell(elements);
    }

    /** Returns a list of numbers; NaN is a missing element. */
    public static DataCell numbers(final double... values) {
        return list(Arrays.stream(values).mapToObj(TestCells::number).toList());
    }

    /** Returns a list of text; "?" is a missing element. */
    public static DataCell texts(final String... values) {
        return list(Stream.of(values).map(TestCells::text).toList());
    }

    /** Returns a list of Booleans, given as "t", "f" and "?". */
    public static DataCell truths(final String values) {
        return list(values.chars()
                .mapToObj(value -> value == '?' ? missing() : truth(value == 't'))
                .toList());
    }

    /** Returns the elements of a list cell as text, missing ones as "?". */
    public static List<String> elements(final DataCell list) {
        return ((ListDataValue) list)
                .stream().map(cell -> cell.isMissing() ? "?" : cell.toString()).toList();
    }

    /** Returns the number in a cell. */
    public static double number(final DataCell cell) {
        return ((DoubleValue) cell).getDoubleValue();
    }
}
