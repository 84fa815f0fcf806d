package org.knime.core.data;

import java.util.function.Predicate;

/** Says which columns' domains are forgotten first and which are found from the rows. */
public interface DomainCreatorColumnSelection {
    boolean createDomain(DataColumnSpec column);

    boolean dropDomain(DataColumnSpec column);

    static DomainCreatorColumnSelection create(
            final Predicate<DataColumnSpec> drop, final Predicate<DataColumnSpec> create) {
        return new DomainCreatorColumnSelection() {
            @Override
            public boolean createDomain(final DataColumnSpec column) {
                return create.test(column);
            }

            @Override
            public boolean dropDomain(final DataColumnSpec column) {
                return drop.test(column);
            }
        };
    }
}
