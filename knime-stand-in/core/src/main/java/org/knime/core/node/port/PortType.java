package org.knime.core.node.port;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** The type of a port: the class of its objects, and whether it may stay unconnected. */
public final class PortType {

    private static final String OBJECT_CLASS = "object_class";

    private final String m_name;
    private final Class<? extends PortObject> m_objectClass;
    private final Class<? extends PortObjectSpec> m_specClass;
    private final boolean m_optional;

    PortType(
            final String name,
            final Class<? extends PortObject> objectClass,
            final Class<? extends PortObjectSpec> specClass,
            final boolean optional) {
        m_name = name;
        m_objectClass = objectClass;
        m_specClass = specClass;
        m_optional = optional;
    }

    static PortType table(final boolean optional) {
        return new PortType("Table", BufferedDataTable.class, DataTableSpec.class, optional);
    }

    PortType withOptional(final boolean optional) {
        return new PortType(m_name, m_objectClass, m_specClass, optional);
    }

    public String getName() {
        return m_name;
    }

    public Class<? extends PortObject> getPortObjectClass() {
        return m_objectClass;
    }

    public Class<? extends PortObjectSpec> getPortObjectSpecClass() {
        return m_specClass;
    }

    public boolean isOptional() {
        return m_optional;
    }

    public boolean acceptsPortObject(final PortObject object) {
        return m_objectClass.isInstance(object);
    }

    public boolean acceptsPortObjectSpec(final PortObjectSpec spec) {
        return m_specClass.isInstance(spec);
    }

    public void save(final ConfigWO settings) {
        settings.addString(OBJECT_CLASS, m_objectClass.getName());
    }

    public static PortType load(final ConfigRO settings) throws InvalidSettingsException {
        final var className = settings.getString(OBJECT_CLASS);
        final var registry = PortTypeRegistry.getInstance();
        return registry.getObjectClass(className)
                .map(registry::getPortType)
                .orElseThrow(() -> new InvalidSettingsException("No installed bundle has the port type " + className));
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof PortType type && m_objectClass == type.m_objectClass && m_optional == type.m_optional;
    }

    @Override
    public int hashCode() {
        return m_objectClass.hashCode();
    }

    @Override
    public String toString() {
        return m_name + (m_optional ? " (optional)" : "");
    }
}
