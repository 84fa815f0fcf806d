package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableDomainCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DomainCreatorColumnSelection;
import org.knime.core.data.NominalValue;

/**
 * Collects the rows of a table and finds the columns' domains. As in KNIME rows are worked off in batches: a row that
 * does not fit the spec is complained of when a later one is added, or when the container is closed.
 */
public class DataContainer implements RowAppender, RowFlushable {
    private static final int BATCH_SIZE = 100;

    private final DataTableSpec spec;
    private final DataTableDomainCreator domains;
    private final RowCheck check;
    private final List<DataRow> batch = new ArrayList<>();
    private final List<DataRow> rows = new ArrayList<>();
    private DataContainerException failure;
    private ContainerTable table;

    /** A container whose domains come from the rows alone. */
    public DataContainer(final DataTableSpec spec) {
        this(spec, false);
    }

    /** @param initDomain whether the domains start with those of the spec */
    public DataContainer(final DataTableSpec spec, final boolean initDomain) {
        this(
                spec,
                DataContainerSettings.builder()
                        .withInitializedDomain(initDomain)
                        .build());
    }

    public DataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        this.spec = Objects.requireNonNull(spec, "Spec must not be null");
        domains = new DataTableDomainCreator(
                spec, domainOf(NominalValue.class, settings), domainOf(BoundedValue.class, settings));
        domains.setMaxPossibleValues(settings.getMaxDomainValues());
        check = new RowCheck(spec, settings.isCheckDuplicateRowKeys());
    }

    private static DomainCreatorColumnSelection domainOf(
            final Class<? extends DataValue> valueClass, final DataContainerSettings settings) {
        return DomainCreatorColumnSelection.create(
                column -> !settings.isInitializeDomain(),
                column -> settings.isEnableDomainUpdate() && column.getType().isCompatible(valueClass));
    }

    /** Sets how many possible values a column may have before they count as unknown. */
    public void setMaxPossibleValues(final int maxPossibleValues) {
        domains.setMaxPossibleValues(maxPossibleValues);
    }

    @Override
    public void addRowToTable(final DataRow row) {
        if (isClosed()) {
            throw new IllegalStateException("Cannot add row: container is closed.");
        }
        Objects.requireNonNull(row, "Can't add null rows to container");
        throwFailure();
        batch.add(row);
        if (batch.size() == BATCH_SIZE) {
            workOff();
        }
    }

    @Override
    public void flushRows() {
        workOff();
        throwFailure();
    }

    private void workOff() {
        try {
            for (final var row : batch) {
                check.accept(row);
                domains.updateDomain(row);
                rows.add(row);
            }
        } catch (final IllegalArgumentException e) {
            failure = new DataContainerException(e.getMessage(), e);
        }
        batch.clear();
    }

    private void throwFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    public void close() {
        if (isOpen()) {
            flushRows();
            table = new MemoryTable(domains.createSpec(), Collections.unmodifiableList(rows));
        }
    }

    public boolean isClosed() {
        return table != null;
    }

    public boolean isOpen() {
        return !isClosed();
    }

    /** {@return the number of rows added so far} */
    public long size() {
        return (long) rows.size() + batch.size();
    }

    /** {@return the spec; once the container is closed with the domains that were found} */
    public DataTableSpec getTableSpec() {
        return isClosed() ? table.getDataTableSpec() : spec;
    }

    public DataTable getTable() {
        return getBufferedTable();
    }

    protected final ContainerTable getBufferedTable() {
        if (isOpen()) {
            throw new IllegalStateException("Cannot get table: container is not closed.");
        }
        return table;
    }
}
