package org.knime.core.node.config.base;

/** A setting that holds one byte. */
public final class ConfigByteEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final byte m_value;

    public ConfigByteEntry(final String key, final byte value) {
        super(ConfigEntries.xbyte, key);
        m_value = value;
    }

    public ConfigByteEntry(final String key, final String value) {
        this(key, Byte.parseByte(value));
    }

    public byte getByte() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Byte.toString(m_value);
    }
}
