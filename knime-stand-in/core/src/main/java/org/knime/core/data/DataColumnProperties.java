package org.knime.core.data;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Notes that nodes leave on a column, as text by key. */
public final class DataColumnProperties implements Cloneable {
    private final Map<String, String> properties;

    public DataColumnProperties() {
        this(Map.of());
    }

    public DataColumnProperties(final Map<String, String> content) {
        properties = Collections.unmodifiableMap(new TreeMap<>(content));
    }

    public void save(final ConfigWO config) {
        properties.forEach(config::addString);
    }

    public static DataColumnProperties load(final ConfigRO config) throws InvalidSettingsException {
        final var content = new TreeMap<String, String>();
        for (final var key : config.keySet()) {
            content.put(key, config.getString(key));
        }
        return new DataColumnProperties(content);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataColumnProperties that && properties.equals(that.properties);
    }

    @Override
    public int hashCode() {
        return properties.hashCode();
    }

    @Override
    public String toString() {
        return properties.toString();
    }
}
