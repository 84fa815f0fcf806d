package org.knime.core.data;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Reads from a cell's class what its cells can be read as. */
final class ValueInterfaces {
    private ValueInterfaces() {}

    /** {@return the value interfaces in KNIME's order: as declared, each followed by those that it extends} */
    static List<Class<? extends DataValue>> of(final Class<? extends DataCell> cellClass) {
        final var found = new LinkedHashSet<Class<? extends DataValue>>();
        for (Class<?> type = cellClass; type != null; type = type.getSuperclass()) {
            collect(type, found);
        }
        return List.copyOf(found);
    }

    private static void collect(final Class<?> type, final Collection<Class<? extends DataValue>> found) {
        for (final var declared : type.getInterfaces()) {
            if (DataValue.class.isAssignableFrom(declared)) {
                found.add(declared.asSubclass(DataValue.class));
            }
            collect(declared, found);
        }
    }

    static DataValue.UtilityFactory utilityOf(final Class<? extends DataValue> valueClass) {
        try {
            return (DataValue.UtilityFactory) valueClass.getField("UTILITY").get(null);
        } catch (final ReflectiveOperationException | ClassCastException e) {
            throw new IllegalStateException(
                    "The static field UTILITY of " + valueClass.getName() + " must be public and a UtilityFactory.", e);
        }
    }
}
