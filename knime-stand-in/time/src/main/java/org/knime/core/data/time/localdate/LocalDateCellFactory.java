package org.knime.core.data.time.localdate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataType;
import org.knime.core.node.util.CheckUtils;

/** Makes cells; null is refused with an IllegalArgumentException, other text with a DateTimeParseException. */
public final class LocalDateCellFactory implements DataCellFactory.FromSimpleString, DataCellFactory.FromComplexString {
    public static final DataType TYPE = LocalDateCell.TYPE;

    public static DataCell create(final LocalDate value) {
        return new LocalDateCell(CheckUtils.checkArgumentNotNull(value, "Argument must not be null"));
    }

    /** {@return the cell of an ISO text such as {@code 1949-01-31}} */
    public static DataCell create(final String text) {
        return create(LocalDate.parse(CheckUtils.checkArgumentNotNull(text, "Argument must not be null")));
    }

    /** {@return the cell of a text in the formatter's form} */
    public static DataCell create(final String text, final DateTimeFormatter formatter) {
        return create(LocalDate.parse(
                CheckUtils.checkArgumentNotNull(text, "String argument must not be null"),
                CheckUtils.checkArgumentNotNull(formatter, "Formatter argument must not be null")));
    }

    @Override
    public DataCell createCell(final String input) {
        return create(input);
    }

    @Override
    public DataType getDataType() {
        return TYPE;
    }
}
