package org.knime.core.data;

import java.util.List;
import java.util.Objects;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** What is known of a column before its data: name, type, domain and notes. */
public final class DataColumnSpec {
    private static final String NAME = "column_name";
    private static final String ELEMENT_NAMES = "element_names";
    private static final String TYPE = "column_type";
    private static final String DOMAIN = "column_domain";
    private static final String PROPERTIES = "column_properties";
    private static final String META_DATA = "meta_data";

    private final String name;
    private final DataType type;
    private final DataColumnDomain domain;
    private final DataColumnProperties properties;
    private final List<String> elementNames;

    DataColumnSpec(
            final String name,
            final DataType type,
            final DataColumnDomain domain,
            final DataColumnProperties properties,
            final List<String> elementNames) {
        this.name = name;
        this.type = type;
        this.domain = domain;
        this.properties = properties;
        this.elementNames = elementNames;
    }

    public String getName() {
        return name;
    }

    public DataType getType() {
        return type;
    }

    public DataColumnDomain getDomain() {
        return domain;
    }

    public DataColumnProperties getProperties() {
        return properties;
    }

    /** {@return the names of what the cells of a vector or collection hold; empty where none were given} */
    public List<String> getElementNames() {
        return elementNames;
    }

    /** {@return whether name and type are the same; domain and notes are not compared} */
    public boolean equalStructure(final DataColumnSpec other) {
        return other != null && name.equals(other.name) && type.equals(other.type);
    }

    /** {@return whether cells of this column may stand in the other one, which has the same name} */
    public boolean isCompatibleWith(final DataColumnSpec other) {
        return other != null && name.equals(other.name) && other.type.isASuperTypeOf(type);
    }

    public void save(final ConfigWO config) {
        config.addString(NAME, name);
        // KNIME reads absent element names as one element with the column's name
        if (!elementNames.equals(List.of(name))) {
            config.addStringArray(ELEMENT_NAMES, elementNames.toArray(String[]::new));
        }
        type.save(config.addConfig(TYPE));
        domain.save(config.addConfig(DOMAIN));
        properties.save(config.addConfig(PROPERTIES));
        config.addConfig(META_DATA);
    }

    public static DataColumnSpec load(final ConfigRO config) throws InvalidSettingsException {
        final var name = config.getString(NAME);
        return new DataColumnSpec(
                name,
                DataType.load(config.getConfig(TYPE)),
                DataColumnDomain.load(config.getConfig(DOMAIN)),
                DataColumnProperties.load(config.getConfig(PROPERTIES)),
                List.of(config.getStringArray(ELEMENT_NAMES, name)));
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataColumnSpec spec
                && equalStructure(spec)
                && domain.equals(spec.domain)
                && properties.equals(spec.properties)
                && elementNames.equals(spec.elementNames);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type);
    }

    @Override
    public String toString() {
        return name + " (" + type + ")";
    }
}
