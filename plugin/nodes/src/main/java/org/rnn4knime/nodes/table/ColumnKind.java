package org.rnn4knime.nodes.table;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.collection.SetDataValue;
import org.knime.core.data.time.localdate.LocalDateValue;
import org.knime.core.data.time.localdatetime.LocalDateTimeValue;
import org.knime.core.data.time.localtime.LocalTimeValue;
import org.knime.core.data.time.zoneddatetime.ZonedDateTimeValue;

/**
 * What a KNIME column holds, as far as a network cares. The names of the constants are part of saved models: see
 * {@code RnnModelPortObjectSpec}.
 */
public enum ColumnKind {
    /** Missing cells and no others, which could be of any kind. */
    NOTHING("missing values only", DataType::isMissingValueType),
    /** True or false, which KNIME takes for numbers too. */
    BOOLEAN("Booleans", BooleanValue.class),
    /** Whole numbers, numbers with a fraction. */
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
    /** List cells with true or false as elements. */
    BOOLEAN_LIST("lists of Booleans", BOOLEAN),
    /** List cells with numbers as elements. */
    NUMBER_LIST("lists of numbers", NUMBER),
    /** List cells with strings as elements. */
    TEXT_LIST("lists of text", TEXT),
    /** List cells with elements that no network reads. */
    LIST("lists of values that are no numbers, Booleans or text", ListDataValue.class),
    /** Set cells. */
    SET("sets, whose values have no order", SetDataValue.class),
    /** Anything else: images, documents. */
    OTHER("values of another kind", DataValue.class);

    private final String m_words;

    private final Predicate<DataType> m_holds;

    private final Optional<ColumnKind> m_elements;

    ColumnKind(final String words, final Class<? extends DataValue> valueClass) {
        this(words, type -> type.isCompatible(valueClass));
    }

    ColumnKind(final String words, final Predicate<DataType> holds) {
        m_words = words;
        m_holds = holds;
        m_elements = Optional.empty();
    }

    ColumnKind(final String words, final ColumnKind elements) {
        m_words = words;
        m_holds = type -> type.isCompatible(ListDataValue.class) && of(type.getCollectionElementType()) == elements;
        m_elements = Optional.of(elements);
    }

    /** Returns the kind of the columns of a type; the first one that fits, in the order of the constants. */
    public static ColumnKind of(final DataType type) {
        return Arrays.stream(values())
                .filter(kind -> kind.m_holds.test(type))
                .findFirst()
                .orElse(OTHER);
    }

    /** Returns what the lists of such a column have as elements; empty if it holds no lists that a network reads. */
    public Optional<ColumnKind> elements() {
        return m_elements;
    }

    /** Returns whether such a column holds list cells that a network reads. */
    public boolean isList() {
        return m_elements.isPresent();
    }

    /** Returns the kind of a value, or of an element where such a column holds lists. */
    public ColumnKind single() {
        return m_elements.orElse(this);
    }

    /** Returns whether a network reads values of this kind: numbers, Booleans, text, and lists of them. */
    public boolean isReadable() {
        return single() == BOOLEAN || single() == NUMBER || single() == TEXT;
    }

    /** Returns whether values of this kind bring the rows of a sequence into order. */
    public boolean isOrder() {
        return this == NUMBER || this == TEXT || isDateOrTime();
    }

    /** Returns whether values of this kind are dates or times: an order that nobody has to point out. */
    public boolean isDateOrTime() {
        return this == DATE || this == DATE_TIME || this == ZONED_DATE_TIME || this == TIME;
    }

    /** Returns whether a column of another kind can be read where a model learned from one of this kind. */
    public boolean accepts(final ColumnKind other) {
        return other == this || single() == NUMBER && other.single() == BOOLEAN && other.isList() == isList();
    }

    /** Returns what such a column holds, to stand behind "holds": "numbers", "text". */
    public String words() {
        return m_words;
    }
}
