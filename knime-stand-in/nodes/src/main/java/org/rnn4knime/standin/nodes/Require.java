package org.rnn4knime.standin.nodes;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** Checks of settings that more than one node makes. */
public final class Require {

    private Require() {}

    /**
     * Refuses a setting that the stand-in does not act on, so that no workflow runs differently here and in KNIME.
     *
     * @param fulfilled whether the setting has the one value that is acted on
     * @param setting the setting's key
     * @param expected that value
     * @throws InvalidSettingsException if it has another one
     */
    public static void that(final boolean fulfilled, final String setting, final String expected)
            throws InvalidSettingsException {
        if (!fulfilled) {
            throw new InvalidSettingsException("Outside KNIME the setting '" + setting + "' can only be " + expected
                    + ". Change it, or run the workflow in KNIME.");
        }
    }

    /**
     * The constant that a setting names.
     *
     * @throws InvalidSettingsException if there is no such constant; names those that exist
     */
    public static <E extends Enum<E>> E constant(final Class<E> type, final ConfigBaseRO settings, final String key)
            throws InvalidSettingsException {
        final var name = settings.getString(key);
        for (final var constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(name)) {
                return constant;
            }
        }
        final var known = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        throw new InvalidSettingsException("'" + name + "' is no value of the setting '" + key + "': " + known + ".");
    }

    /**
     * The index of a column.
     *
     * @param role what the column is for, for the message
     * @throws InvalidSettingsException if it is not in the table or is of another type
     */
    public static int column(
            final DataTableSpec spec, final String name, final String role, final Class<? extends DataValue> type)
            throws InvalidSettingsException {
        final var index = spec.findColumnIndex(name);
        if (index < 0) {
            throw new InvalidSettingsException("There is no column '" + name + "' to be the " + role
                    + ". The table has: " + String.join(", ", spec.getColumnNames()) + ".");
        }
        final var actual = spec.getColumnSpec(index).getType();
        if (!actual.isCompatible(type)) {
            throw new InvalidSettingsException("The column '" + name + "' cannot be the " + role + ": it is of type "
                    + actual + ". Choose another column.");
        }
        return index;
    }
}
