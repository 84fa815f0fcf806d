package org.knime.core.node.config.base;

/** A setting that holds one char. */
public final class ConfigCharEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final char m_value;

    public ConfigCharEntry(final String key, final char value) {
        super(ConfigEntries.xchar, key);
        m_value = value;
    }

    public ConfigCharEntry(final String key, final String value) {
        this(key, single(value));
    }

    private static char single(final String value) {
        if (value.length() != 1) {
            throw new IllegalArgumentException("Expected one character, but found \"" + value + "\"");
        }
        return value.charAt(0);
    }

    public char getChar() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Character.toString(m_value);
    }
}
