package org.knime.core.data;

import java.util.LinkedHashSet;
import java.util.Set;

/** The domain of one column while rows come in; null stands for unknown as it does in a domain. */
final class ColumnDomain {
    private final boolean findsValues;
    private final boolean findsBounds;
    private final DataValueComparator order;
    private Set<DataCell> values;
    private DataCell lowerBound;
    private DataCell upperBound;

    ColumnDomain(
            final DataColumnSpec column,
            final DomainCreatorColumnSelection valueColumns,
            final DomainCreatorColumnSelection boundColumns) {
        findsValues = valueColumns.createDomain(column);
        findsBounds = boundColumns.createDomain(column);
        order = column.getType().getComparator();
        final var known = column.getDomain();
        if (!valueColumns.dropDomain(column) && known.hasValues()) {
            values = new LinkedHashSet<>(known.getValues());
        } else if (findsValues) {
            values = new LinkedHashSet<>();
        }
        if (!boundColumns.dropDomain(column)) {
            lowerBound = known.getLowerBound();
            upperBound = known.getUpperBound();
        }
    }

    void update(final DataCell cell, final int maxPossibleValues) {
        if (cell.isMissing()) {
            return;
        }
        if (findsValues && values != null && values.add(cell) && values.size() > maxPossibleValues) {
            values = null;
        }
        if (findsBounds && !isNaN(cell)) {
            lowerBound = lowerBound == null || order.compare(cell, lowerBound) < 0 ? cell : lowerBound;
            upperBound = upperBound == null || order.compare(cell, upperBound) > 0 ? cell : upperBound;
        }
    }

    private static boolean isNaN(final DataCell cell) {
        return cell instanceof DoubleValue number && Double.isNaN(number.getDoubleValue());
    }

    DataColumnSpec describe(final DataColumnSpec column) {
        final var creator = new DataColumnSpecCreator(column);
        creator.setDomain(new DataColumnDomain(lowerBound, upperBound, values));
        return creator.createSpec();
    }
}
