package org.knime.core.node.config.base;

/** A setting that holds one float. */
public final class ConfigFloatEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final float m_value;

    public ConfigFloatEntry(final String key, final float value) {
        super(ConfigEntries.xfloat, key);
        m_value = value;
    }

    public ConfigFloatEntry(final String key, final String value) {
        this(key, Float.parseFloat(value));
    }

    public float getFloat() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Float.toString(m_value);
    }
}
