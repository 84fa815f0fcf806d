package org.knime.core.node.config.base;

/** A setting that holds a text or, as KNIME allows, null. */
public final class ConfigStringEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final String m_value;

    public ConfigStringEntry(final String key, final String value) {
        super(ConfigEntries.xstring, key);
        m_value = value;
    }

    public String getString() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return m_value;
    }
}
