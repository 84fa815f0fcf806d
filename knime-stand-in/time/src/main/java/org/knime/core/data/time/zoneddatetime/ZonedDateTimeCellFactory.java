package org.knime.core.data.time.zoneddatetime;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataType;
import org.knime.core.node.util.CheckUtils;

/** Makes cells; null is refused with an IllegalArgumentException, other text with a DateTimeParseException. */
public final class ZonedDateTimeCellFactory
        implements DataCellFactory.FromSimpleString, DataCellFactory.FromComplexString {
    public static final DataType TYPE = ZonedDateTimeCell.TYPE;

    public static DataCell create(final ZonedDateTime value) {
        return new ZonedDateTimeCell(CheckUtils.checkArgumentNotNull(value, "Argument must not be null"));
    }

    /** {@return the cell of an ISO text such as {@code 1949-01-31T23:59:30+01:00[Europe/Berlin]}} */
    public static DataCell create(final String text) {
        return create(ZonedDateTime.parse(CheckUtils.checkArgumentNotNull(text, "Argument must not be null")));
    }

    /** {@return the cell of a text in the formatter's form} */
    public static DataCell create(final String text, final DateTimeFormatter formatter) {
        return create(ZonedDateTime.parse(
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
