package org.knime.core.node.config.base;

/** A tree of settings that knows the plain types only. */
public class SimpleConfig extends ConfigBase {

    private static final long serialVersionUID = 1L;

    public SimpleConfig(final String key) {
        super(key);
    }

    @Override
    public ConfigBase getInstance(final String key) {
        return new SimpleConfig(key);
    }
}
