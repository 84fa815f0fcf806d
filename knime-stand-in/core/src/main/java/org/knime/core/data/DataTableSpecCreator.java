package org.knime.core.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the columns and notes of a table spec; a name given twice is refused when the spec is made. */
public final class DataTableSpecCreator {
    private final List<DataColumnSpec> columns = new ArrayList<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private String name = DataTableSpec.DEFAULT_NAME;

    public DataTableSpecCreator() {}

    public DataTableSpecCreator(final DataTableSpec spec) {
        name = spec.getName();
        properties.putAll(spec.getProperties());
        addColumns(spec);
    }

    public DataTableSpecCreator setName(final String specName) {
        name = specName;
        return this;
    }

    public DataTableSpecCreator addColumns(final DataTableSpec spec) {
        spec.forEach(columns::add);
        return this;
    }

    public DataTableSpecCreator addColumns(final DataColumnSpec... specs) {
        columns.addAll(List.of(specs));
        return this;
    }

    public DataTableSpecCreator dropAllDomains() {
        columns.replaceAll(column -> {
            final var creator = new DataColumnSpecCreator(column);
            creator.setDomain(null);
            return creator.createSpec();
        });
        return this;
    }

    public DataTableSpecCreator putProperty(final String key, final String value) {
        properties.put(key, value);
        return this;
    }

    public DataTableSpec createSpec() {
        return new DataTableSpec(name, List.copyOf(columns), properties);
    }
}
