package org.knime.core.node.port;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/** One port type of a plugin.xml; its classes are loaded when they are needed, as their bundle starts by that. */
final class RegisteredPortType {

    private final IConfigurationElement m_element;

    RegisteredPortType(final IConfigurationElement element) {
        m_element = element;
    }

    String objectClassName() {
        return attribute("objectClass");
    }

    String specClassName() {
        return attribute("specClass");
    }

    PortType portType() {
        final var name = m_element.getAttribute("name");
        final var objectClass = load(objectClassName()).asSubclass(PortObject.class);
        final var specClass = load(specClassName()).asSubclass(PortObjectSpec.class);
        return new PortType(name == null ? objectClass.getSimpleName() : name, objectClass, specClass, false);
    }

    private String attribute(final String name) {
        final var value = m_element.getAttribute(name);
        if (value == null) {
            throw new IllegalStateException(
                    "The port type of bundle " + m_element.getContributor().getName() + " lacks the attribute " + name);
        }
        return value;
    }

    /** The serializer's class loader is that of the bundle, which sees the classes that it registers. */
    private Class<?> load(final String className) {
        try {
            return Class.forName(
                    className, true, instance("objectSerializer").getClass().getClassLoader());
        } catch (final ClassNotFoundException problem) {
            throw new IllegalStateException("No class " + className + " for a registered port type", problem);
        }
    }

    private Object instance(final String attribute) {
        try {
            return m_element.createExecutableExtension(attribute);
        } catch (final CoreException problem) {
            throw new IllegalStateException("Cannot create the " + attribute + " " + attribute(attribute), problem);
        }
    }

    /** The registration promises that the serializer is one for this object class. */
    @SuppressWarnings("unchecked")
    PortObjectSerializer<PortObject> objectSerializer() {
        return (PortObjectSerializer<PortObject>) instance("objectSerializer");
    }

    /** The registration promises that the serializer is one for this spec class. */
    @SuppressWarnings("unchecked")
    PortObjectSpecSerializer<PortObjectSpec> specSerializer() {
        return (PortObjectSpecSerializer<PortObjectSpec>) instance("specSerializer");
    }
}
