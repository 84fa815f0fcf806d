package org.knime.node.parameters.widget.choices.util;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.NodeParametersInput;

/** Picks columns of an input table; an unknown table has none. */
public final class ColumnSelectionUtil {

    private ColumnSelectionUtil() {}

    public static List<DataColumnSpec> getAllColumns(final NodeParametersInput input, final int portIndex) {
        return getFilteredColumns(input, portIndex, columnSpec -> true);
    }

    public static Optional<DataColumnSpec> getFirstColumn(final NodeParametersInput input, final int portIndex) {
        return getAllColumns(input, portIndex).stream().findFirst();
    }

    public static List<DataColumnSpec> getFilteredColumns(
            final NodeParametersInput input, final int portIndex, final Predicate<DataColumnSpec> filter) {
        return input.getInTableSpec(portIndex).stream()
                .flatMap(DataTableSpec::stream)
                .filter(filter)
                .toList();
    }

    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(
            final NodeParametersInput input, final int portIndex, final Class<? extends DataValue>... valueClasses) {
        return getFilteredColumns(input, portIndex, compatibleWith(Arrays.asList(valueClasses)));
    }

    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(
            final DataTableSpec spec, final Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(spec, Arrays.asList(valueClasses));
    }

    public static List<DataColumnSpec> getCompatibleColumns(
            final DataTableSpec spec, final Collection<Class<? extends DataValue>> valueClasses) {
        return columns(spec).filter(compatibleWith(valueClasses)).toList();
    }

    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(
            final DataTableSpec spec, final Class<? extends DataValue>... valueClasses) {
        return getFirstCompatibleColumn(spec, Arrays.asList(valueClasses));
    }

    public static Optional<DataColumnSpec> getFirstCompatibleColumn(
            final DataTableSpec spec, final List<Class<? extends DataValue>> valueClasses) {
        return columns(spec).filter(compatibleWith(valueClasses)).findFirst();
    }

    public static List<DataColumnSpec> getStringColumns(final NodeParametersInput input, final int portIndex) {
        return getCompatibleColumns(input, portIndex, StringValue.class);
    }

    public static List<DataColumnSpec> getDoubleColumns(final NodeParametersInput input, final int portIndex) {
        return getCompatibleColumns(input, portIndex, DoubleValue.class);
    }

    /** KNIME lets callers pass null for a table that is not known. */
    private static Stream<DataColumnSpec> columns(final DataTableSpec spec) {
        return Optional.ofNullable(spec).stream().flatMap(DataTableSpec::stream);
    }

    private static Predicate<DataColumnSpec> compatibleWith(final Collection<Class<? extends DataValue>> valueClasses) {
        return columnSpec -> valueClasses.stream().anyMatch(columnSpec.getType()::isCompatible);
    }
}
