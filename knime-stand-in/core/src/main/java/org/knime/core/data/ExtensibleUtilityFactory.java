package org.knime.core.data;

import org.knime.core.data.DataValue.UtilityFactory;

/** Facts about a kind of value that has a name of its own, which becomes the name of the types led by it. */
public abstract class ExtensibleUtilityFactory extends UtilityFactory {
    protected final Class<? extends DataValue> m_valueClass;

    public ExtensibleUtilityFactory(final Class<? extends DataValue> valueClass) {
        m_valueClass = valueClass;
    }

    /** {@return the name shown to users} */
    public abstract String getName();

    /** {@return the heading under which KNIME lists this kind of value} */
    public String getGroupName() {
        return "Other";
    }

    /** {@return earlier names, the oldest first} */
    protected String[] getLegacyNames() {
        return new String[0];
    }

    /** {@return the oldest name} */
    public final String getLegacyName() {
        final var names = getLegacyNames();
        return names.length > 0 ? names[0] : getName();
    }
}
