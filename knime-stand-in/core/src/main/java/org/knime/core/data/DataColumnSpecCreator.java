package org.knime.core.data;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Collects what a column spec tells; null clears the domain, the notes and the element names. */
public final class DataColumnSpecCreator {
    private static final AtomicInteger NAMELESS_COLUMNS = new AtomicInteger();

    private String name;
    private DataType type;
    private DataColumnDomain domain = DataColumnDomain.UNKNOWN;
    private DataColumnProperties properties = new DataColumnProperties();
    private List<String> elementNames = List.of();

    public DataColumnSpecCreator(final String name, final DataType type) {
        setName(name);
        setType(type);
    }

    public DataColumnSpecCreator(final DataColumnSpec spec) {
        name = spec.getName();
        type = spec.getType();
        domain = spec.getDomain();
        properties = spec.getProperties();
        elementNames = spec.getElementNames();
    }

    /** Sets the name without the white space around it; an empty one becomes {@code <empty_1>} and so on. */
    public void setName(final String columnName) {
        final var trimmed = Objects.requireNonNull(columnName, "A column name must not be null.")
                .trim();
        name = trimmed.isEmpty() ? "<empty_" + NAMELESS_COLUMNS.incrementAndGet() + ">" : trimmed;
    }

    public void setType(final DataType columnType) {
        type = Objects.requireNonNull(columnType, "A column type must not be null.");
    }

    public void setDomain(final DataColumnDomain columnDomain) {
        domain = Objects.requireNonNullElse(columnDomain, DataColumnDomain.UNKNOWN);
    }

    public void setProperties(final DataColumnProperties columnProperties) {
        properties = Objects.requireNonNullElseGet(columnProperties, DataColumnProperties::new);
    }

    public void setElementNames(final String[] names) {
        elementNames = names == null ? List.of() : List.of(names);
    }

    public DataColumnSpec createSpec() {
        return new DataColumnSpec(name, type, domain, properties, elementNames);
    }
}
