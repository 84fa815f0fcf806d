package org.knime.core.node.config.base;

/** The types of a setting; a constant's name is the value of attribute "type" in KNIME's settings files. */
public enum ConfigEntries {
    config {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            throw new UnsupportedOperationException("A group of settings has no value of its own");
        }
    },

    xstring {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigStringEntry(key, value);
        }
    },

    xint {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigIntEntry(key, value);
        }
    },

    xlong {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigLongEntry(key, value);
        }
    },

    xdouble {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigDoubleEntry(key, value);
        }
    },

    xfloat {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigFloatEntry(key, value);
        }
    },

    xboolean {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigBooleanEntry(key, value);
        }
    },

    xchar {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigCharEntry(key, value);
        }
    },

    xbyte {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigByteEntry(key, value);
        }
    },

    xshort {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigShortEntry(key, value);
        }
    };

    /** Reads the value in the form that {@link AbstractConfigEntry#toStringValue()} gives. */
    public abstract AbstractConfigEntry createEntry(String key, String value);
}
