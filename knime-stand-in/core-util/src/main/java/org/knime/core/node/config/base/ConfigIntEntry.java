package org.knime.core.node.config.base;

/** A setting that holds one int. */
public final class ConfigIntEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final int m_value;

    public ConfigIntEntry(final String key, final int value) {
        super(ConfigEntries.xint, key);
        m_value = value;
    }

    public ConfigIntEntry(final String key, final String value) {
        this(key, Integer.parseInt(value));
    }

    public int getInt() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Integer.toString(m_value);
    }
}
