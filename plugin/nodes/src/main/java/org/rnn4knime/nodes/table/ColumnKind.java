package org.rnn4knime.nodes.table;

import java.util.Arrays;
import java.util.function.Predicate;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.time.localdate.LocalDateValue;
import org.knime.core.data.time.localdatetime.LocalDateTimeValue;
import org.knime.core.data.time.localtime.LocalTimeValue;
import org.knime.core.data.time.zoneddatetime.ZonedDateTimeValue;

/**
 * What a KNIME column holds, as far as a network cares. The names of the constants are part of saved models: see
 * {@code RnnModelPortObjectSpec}.
 */
public enum ColumnKind {
    /** Whole numbers, numbers with a fraction, Booleans. */
    NUMBER("numbers", DoubleValue.class),
    /** Days. */
    DATE("dates", LocalDateValue.class),
    /** Days with a time of day. */
    DATE_TIME("dates with times", LocalDateTimeValue.class),
    /** Days with a time of day and a time zone. */
    ZONED_DATE_TIME("dates with times and zones", ZonedDateTimeValue.class),
    /** Times of day. */
    TIME("times of day", LocalTimeValue.class),
    /** Strings. */
    TEXT("text", StringValue.class),
    /** Anything else: lists, images, documents. */
    OTHER("values of another kind", DataValue.class);

    private final String m_words;

    private final Predicate<DataType> m_holds;

    ColumnKind(final String words, final Class<? extends DataValue> valueClass) {
        m_words = words;
        m_holds = type -> type.isCompatible(valueClass);
    }

    /** Returns the kind of the columns of a type; the first one that fits, in the order of the constants. */
    public static ColumnKind of(final DataType type) {
        return Arrays.stream(values())
                .filter(kind -> kind.m_holds.test(type))
                .findFirst()
                .orElse(OTHER);
    }

    /** Returns whether values of this kind bring the rows of a sequence into order. */
    public boolean isOrder() {
        return this != OTHER;
    }

    /** Returns whether values of this kind are dates or times: an order that nobody has to point out. */
    public boolean isDateOrTime() {
        return this == DATE || this == DATE_TIME || this == ZONED_DATE_TIME || this == TIME;
    }

    /** Returns what such a column holds, to stand behind "holds": "numbers", "text". */
    public String words() {
        return m_words;
    }
}
