package org.knime.core.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.RegistryFactory;
import org.osgi.framework.FrameworkUtil;

/** Reads the cell types that bundles register at {@code org.knime.core.DataType}. */
final class RegisteredTypes {
    private static final String EXTENSION_POINT = "org.knime.core.DataType";

    private RegisteredTypes() {}

    /** {@return the registered types and what serializes their cells; none outside OSGi, as in unit tests} */
    static Map<DataType, DataCellSerializer<?>> read() {
        final var types = new LinkedHashMap<DataType, DataCellSerializer<?>>();
        if (FrameworkUtil.getBundle(RegisteredTypes.class) != null) {
            for (final var element : RegistryFactory.getRegistry().getConfigurationElementsFor(EXTENSION_POINT)) {
                types.put(type(element), serializer(element));
            }
        }
        return types;
    }

    private static DataType type(final IConfigurationElement element) {
        return ((DataCellFactory) create(element, "factoryClass")).getDataType();
    }

    private static DataCellSerializer<?> serializer(final IConfigurationElement element) {
        final var children = element.getChildren("serializer");
        if (children.length == 0) {
            throw new IllegalStateException("The data type \"%s\" of %s has no serializer."
                    .formatted(
                            element.getAttribute("cellClass"),
                            element.getContributor().getName()));
        }
        return (DataCellSerializer<?>) create(children[0], "serializerClass");
    }

    private static Object create(final IConfigurationElement element, final String attribute) {
        try {
            return element.createExecutableExtension(attribute);
        } catch (final CoreException e) {
            throw new IllegalStateException(
                    "The class \"%s\" that %s registers as a data type cannot be loaded."
                            .formatted(
                                    element.getAttribute(attribute),
                                    element.getContributor().getName()),
                    e);
        }
    }
}
