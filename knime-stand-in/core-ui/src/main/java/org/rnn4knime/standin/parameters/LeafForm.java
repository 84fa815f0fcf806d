package org.rnn4knime.standin.parameters;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * A value under a single key.
 *
 * @param key the key
 * @param writer writes the value
 * @param reader reads the value
 * @param empty what an absent optional value is written as; null for none but a null text
 */
record LeafForm(String key, Writer writer, Reader reader, Object empty) implements Form {

    private static final Map<Class<?>, LeafForm> FORMS = new HashMap<>();

    static {
        add(int.class, Integer.class, (s, k, v) -> s.addInt(k, (Integer) v), NodeSettingsRO::getInt, 0);
        add(long.class, Long.class, (s, k, v) -> s.addLong(k, (Long) v), NodeSettingsRO::getLong, 0L);
        add(double.class, Double.class, (s, k, v) -> s.addDouble(k, (Double) v), NodeSettingsRO::getDouble, 0.0);
        add(float.class, Float.class, (s, k, v) -> s.addFloat(k, (Float) v), NodeSettingsRO::getFloat, 0f);
        add(boolean.class, Boolean.class, (s, k, v) -> s.addBoolean(k, (Boolean) v), NodeSettingsRO::getBoolean, false);
        add(char.class, Character.class, (s, k, v) -> s.addChar(k, (Character) v), NodeSettingsRO::getChar, ' ');
        add(byte.class, Byte.class, (s, k, v) -> s.addByte(k, (Byte) v), NodeSettingsRO::getByte, (byte) 0);
        add(String.class, (s, k, v) -> s.addString(k, (String) v), NodeSettingsRO::getString, null);
        add(
                String[].class,
                (s, k, v) -> s.addStringArray(k, (String[]) v),
                NodeSettingsRO::getStringArray,
                new String[0]);
        add(int[].class, (s, k, v) -> s.addIntArray(k, (int[]) v), NodeSettingsRO::getIntArray, new int[0]);
        add(long[].class, (s, k, v) -> s.addLongArray(k, (long[]) v), NodeSettingsRO::getLongArray, new long[0]);
        add(
                double[].class,
                (s, k, v) -> s.addDoubleArray(k, (double[]) v),
                NodeSettingsRO::getDoubleArray,
                new double[0]);
        add(
                boolean[].class,
                (s, k, v) -> s.addBooleanArray(k, (boolean[]) v),
                NodeSettingsRO::getBooleanArray,
                new boolean[0]);
        addTime(LocalDate.class, LocalDate::parse);
        addTime(LocalTime.class, LocalTime::parse);
        addTime(LocalDateTime.class, LocalDateTime::parse);
        addTime(ZonedDateTime.class, ZonedDateTime::parse);
        // A field of type Void only carries a widget that has no value, such as a message.
        add(Void.class, (s, k, v) -> {}, (s, k) -> null, null);
    }

    /** Writes a value under a key. */
    @FunctionalInterface
    interface Writer {
        void write(NodeSettingsWO settings, String key, Object value);
    }

    /** Reads the value of a key. */
    @FunctionalInterface
    interface Reader {
        Object read(NodeSettingsRO settings, String key) throws InvalidSettingsException;
    }

    /**
     * @throws IllegalArgumentException if KNIME saves no fields of the type either
     */
    static LeafForm of(final Class<?> type, final String key) {
        if (type.isEnum()) {
            return new LeafForm(key, (s, k, v) -> s.addString(k, nameOf(v)), (s, k) -> constant(type, s, k), null);
        }
        final var form = FORMS.get(type);
        if (form == null) {
            throw new IllegalArgumentException("Parameters cannot have a field of the type " + type.getName() + ".");
        }
        return new LeafForm(key, form.writer, form.reader, form.empty);
    }

    void saveEmpty(final NodeSettingsWO settings) {
        writer.write(settings, key, empty);
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        writer.write(settings, key, value);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return reader.read(settings, key);
    }

    @Override
    public List<KeyPath> paths() {
        return List.of(new KeyPath(List.of(key)));
    }

    private static void add(final Class<?> type, final Writer writer, final Reader reader, final Object empty) {
        FORMS.put(type, new LeafForm("", writer, reader, empty));
    }

    private static void add(
            final Class<?> primitive,
            final Class<?> wrapper,
            final Writer writer,
            final Reader reader,
            final Object empty) {
        add(primitive, writer, reader, empty);
        add(wrapper, writer, reader, empty);
    }

    private static <T> void addTime(final Class<T> type, final Function<CharSequence, T> parser) {
        add(type, (s, k, v) -> s.addString(k, v == null ? null : v.toString()), (s, k) -> parse(parser, s, k), null);
    }

    private static <T> T parse(final Function<CharSequence, T> parser, final NodeSettingsRO settings, final String key)
            throws InvalidSettingsException {
        final var text = settings.getString(key);
        try {
            return text == null ? null : parser.apply(text);
        } catch (final DateTimeParseException e) {
            throw new InvalidSettingsException(
                    "The setting \"" + key + "\" is \"" + text + "\", which is no date or time in ISO form.", e);
        }
    }

    private static String nameOf(final Object constant) {
        return constant == null ? null : ((Enum<?>) constant).name();
    }

    private static Object constant(final Class<?> type, final NodeSettingsRO settings, final String key)
            throws InvalidSettingsException {
        final var name = settings.getString(key);
        final var constants = List.of(type.getEnumConstants());
        return constants.stream()
                .filter(constant -> nameOf(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingsException("The setting \"" + key + "\" is \"" + name
                        + "\" but must be one of "
                        + constants.stream().map(LeafForm::nameOf).toList() + "."));
    }
}
