package org.knime.core.data;

import java.util.List;
import java.util.stream.IntStream;

/** Finds the columns' domains from the rows: possible values of nominal columns, bounds of columns with an order. */
public class DataTableDomainCreator {
    private final DataTableSpec spec;
    private final List<ColumnDomain> domains;
    private int maxPossibleValues = 60;

    /** @param initDomain whether the domains start with those of the spec */
    public DataTableDomainCreator(final DataTableSpec spec, final boolean initDomain) {
        this(
                spec,
                DomainCreatorColumnSelection.create(
                        column -> !initDomain, column -> column.getType().isCompatible(NominalValue.class)),
                DomainCreatorColumnSelection.create(
                        column -> !initDomain, column -> column.getType().isCompatible(BoundedValue.class)));
    }

    public DataTableDomainCreator(
            final DataTableSpec spec,
            final DomainCreatorColumnSelection values,
            final DomainCreatorColumnSelection bounds) {
        this.spec = spec;
        domains = spec.stream()
                .map(column -> new ColumnDomain(column, values, bounds))
                .toList();
    }

    /** Sets how many possible values a column may have before they count as unknown; 60 unless set. */
    public void setMaxPossibleValues(final int count) {
        if (count < 0) {
            throw new IllegalArgumentException("Maximum possible values must be >= 0 but is " + count);
        }
        maxPossibleValues = count;
    }

    public void updateDomain(final DataRow row) {
        for (var index = 0; index < domains.size(); index++) {
            domains.get(index).update(row.getCell(index), maxPossibleValues);
        }
    }

    /** {@return the spec with the domains found so far} */
    public DataTableSpec createSpec() {
        return new DataTableSpec(
                spec.getName(),
                IntStream.range(0, domains.size())
                        .mapToObj(index -> domains.get(index).describe(spec.getColumnSpec(index)))
                        .toArray(DataColumnSpec[]::new));
    }
}
