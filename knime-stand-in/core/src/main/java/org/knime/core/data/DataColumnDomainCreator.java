package org.knime.core.data;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects what is known of a column's values; null stands for unknown. */
public class DataColumnDomainCreator {
    private DataCell lowerBound;
    private DataCell upperBound;
    private Set<? extends DataCell> values;

    public DataColumnDomainCreator() {
        this(DataColumnDomain.UNKNOWN);
    }

    public DataColumnDomainCreator(final DataColumnDomain domain) {
        this(domain.getValues(), domain.getLowerBound(), domain.getUpperBound());
    }

    public DataColumnDomainCreator(final Set<? extends DataCell> values) {
        this(values, null, null);
    }

    public DataColumnDomainCreator(final DataCell[] values) {
        this(values, null, null);
    }

    public DataColumnDomainCreator(final DataCell lowerBound, final DataCell upperBound) {
        this((Set<? extends DataCell>) null, lowerBound, upperBound);
    }

    public DataColumnDomainCreator(final DataCell[] values, final DataCell lowerBound, final DataCell upperBound) {
        this(values == null ? null : new LinkedHashSet<>(Arrays.asList(values)), lowerBound, upperBound);
    }

    public DataColumnDomainCreator(
            final Set<? extends DataCell> values, final DataCell lowerBound, final DataCell upperBound) {
        this.values = values;
        this.lowerBound = lowerBound;
        this.upperBound = upperBound;
    }

    public DataColumnDomain createDomain() {
        return new DataColumnDomain(lowerBound, upperBound, values);
    }
}
