package org.knime.core.node.port;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/** The port types that the installed bundles register at the extension point org.knime.core.PortType. */
public final class PortTypeRegistry {

    private static final String EXTENSION_POINT = "org.knime.core.PortType";
    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    private final Map<String, RegisteredPortType> m_types = new LinkedHashMap<>();

    private PortTypeRegistry() {
        final IExtensionRegistry registry = RegistryFactory.getRegistry();
        // outside OSGi, as in plain unit tests, nothing is registered
        final var elements =
                registry == null ? new IConfigurationElement[0] : registry.getConfigurationElementsFor(EXTENSION_POINT);
        Stream.of(elements).map(RegisteredPortType::new).forEach(type -> m_types.put(type.objectClassName(), type));
    }

    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    public PortType getPortType(final Class<? extends PortObject> objectClass) {
        return getPortType(objectClass, false);
    }

    /** The type of this class; a class that nobody registered gets one too, but no objects of it can be copied. */
    public PortType getPortType(final Class<? extends PortObject> objectClass, final boolean optional) {
        if (objectClass == BufferedDataTable.class) {
            return PortType.table(optional);
        }
        return Optional.ofNullable(m_types.get(objectClass.getName()))
                .map(RegisteredPortType::portType)
                .map(type -> type.withOptional(optional))
                .orElseGet(
                        () -> new PortType(objectClass.getSimpleName(), objectClass, PortObjectSpec.class, optional));
    }

    public Optional<Class<? extends PortObject>> getObjectClass(final String className) {
        if (className.equals(BufferedDataTable.class.getName())) {
            return Optional.of(BufferedDataTable.class);
        }
        return Optional.ofNullable(m_types.get(className))
                .map(type -> type.portType().getPortObjectClass());
    }

    public Optional<Class<? extends PortObjectSpec>> getSpecClass(final String className) {
        if (className.equals(DataTableSpec.class.getName())) {
            return Optional.of(DataTableSpec.class);
        }
        return types().filter(type -> type.specClassName().equals(className))
                .findFirst()
                .map(type -> type.portType().getPortObjectSpecClass());
    }

    public Optional<PortObjectSerializer<PortObject>> getObjectSerializer(
            final Class<? extends PortObject> objectClass) {
        return Optional.ofNullable(m_types.get(objectClass.getName())).map(RegisteredPortType::objectSerializer);
    }

    public Optional<PortObjectSpecSerializer<PortObjectSpec>> getSpecSerializer(
            final Class<? extends PortObjectSpec> specClass) {
        return types().filter(type -> type.specClassName().equals(specClass.getName()))
                .findFirst()
                .map(RegisteredPortType::specSerializer);
    }

    private Stream<RegisteredPortType> types() {
        return m_types.values().stream();
    }
}
