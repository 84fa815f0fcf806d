package org.knime.core.data;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;

/** What is known of a table before its data: its columns, whose names differ, and notes. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {
    static final String DEFAULT_NAME = "default";

    private static final String NAME = "spec_name";
    private static final String COLUMN_COUNT = "number_columns";
    private static final String COLUMN = "column_spec_";
    private static final String PROPERTIES = "spec_properties";
    private static final String PROPERTY = "prop-";
    private static final String PROPERTY_KEY = "key";
    private static final String PROPERTY_VALUE = "value";

    private final String name;
    private final List<DataColumnSpec> columns;
    private final Map<String, Integer> indices;
    private final Map<String, String> properties;

    public DataTableSpec() {
        this(DEFAULT_NAME);
    }

    public DataTableSpec(final String name) {
        this(name, new DataColumnSpec[0]);
    }

    public DataTableSpec(final DataColumnSpec... columns) {
        this(DEFAULT_NAME, columns);
    }

    public DataTableSpec(final String name, final DataColumnSpec... columns) {
        this(name, List.of(columns), Map.of());
    }

    public DataTableSpec(final String[] names, final DataType[] types) {
        // KNIME gives a spec made from names and types this name instead of the default one
        this(NAME, names, types);
    }

    public DataTableSpec(final String name, final String[] names, final DataType[] types) {
        this(name, createColumnSpecs(names, types));
    }

    public DataTableSpec(final DataTableSpec left, final DataTableSpec right) {
        this(joinedName(left.name, right.name), left, right);
    }

    public DataTableSpec(final String name, final DataTableSpec left, final DataTableSpec right) {
        this(name, Stream.concat(left.stream(), right.stream()).toList(), Map.of());
    }

    DataTableSpec(final String name, final List<DataColumnSpec> columns, final Map<String, String> properties) {
        this.name = Objects.requireNonNullElse(name, DEFAULT_NAME);
        this.columns = columns;
        this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        indices = new HashMap<>();
        for (var index = 0; index < columns.size(); index++) {
            final var first = indices.put(columns.get(index).getName(), index);
            if (first != null) {
                throw new IllegalArgumentException("Duplicate column name \"%s\" at positions %d and %d."
                        .formatted(columns.get(index).getName(), first, index));
            }
        }
    }

    public static final DataColumnSpec[] createColumnSpecs(final String[] names, final DataType[] types) {
        if (names.length != types.length) {
            throw new IllegalArgumentException(
                    "There are %d column names but %d types.".formatted(names.length, types.length));
        }
        return IntStream.range(0, names.length)
                .mapToObj(index -> new DataColumnSpecCreator(names[index], types[index]).createSpec())
                .toArray(DataColumnSpec[]::new);
    }

    private static String joinedName(final String left, final String right) {
        if (DEFAULT_NAME.equals(left)) {
            return right;
        }
        return DEFAULT_NAME.equals(right) ? left : left + "+" + right;
    }

    /** {@return the name with the first " (#1)", " (#2)" … behind it that no column of the spec has} */
    public static String getUniqueColumnName(final DataTableSpec spec, final String columnName) {
        final var wanted = columnName.trim();
        return Stream.concat(
                        Stream.of(wanted), IntStream.iterate(1, i -> i + 1).mapToObj(i -> wanted + " (#" + i + ")"))
                .filter(candidate -> !spec.containsName(candidate))
                .findFirst()
                .orElseThrow();
    }

    public String getName() {
        return name;
    }

    public int getNumColumns() {
        return columns.size();
    }

    public DataColumnSpec getColumnSpec(final int index) {
        return columns.get(index);
    }

    /** {@return the column with this name; null where there is none} */
    public DataColumnSpec getColumnSpec(final String column) {
        final var index = findColumnIndex(column);
        return index < 0 ? null : columns.get(index);
    }

    public final String[] getColumnNames() {
        return stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    public Map<String, String> getProperties() {
        return properties;
    }

    /** {@return the index of the column with this name, -1 where there is none} */
    public int findColumnIndex(final String columnName) {
        return indices.getOrDefault(columnName, -1);
    }

    public int[] columnsToIndices(final String... names) {
        return Stream.of(names).mapToInt(this::existingIndex).toArray();
    }

    private int existingIndex(final String columnName) {
        final var index = findColumnIndex(columnName);
        if (index < 0) {
            throw new IllegalArgumentException("Column not found: \"" + columnName + "\"");
        }
        return index;
    }

    public boolean containsName(final String columnName) {
        return indices.containsKey(columnName);
    }

    /** {@return whether the columns have the same names and types in the same order} */
    public boolean equalStructure(final DataTableSpec spec) {
        return agrees(spec, DataColumnSpec::equalStructure);
    }

    /** {@return whether rows of this table may stand in the other one} */
    public boolean isCompatibleWith(final DataTableSpec spec) {
        return agrees(spec, DataColumnSpec::isCompatibleWith);
    }

    private boolean agrees(final DataTableSpec other, final BiPredicate<DataColumnSpec, DataColumnSpec> columnsAgree) {
        return other != null
                && columns.size() == other.columns.size()
                && IntStream.range(0, columns.size())
                        .allMatch(index -> columnsAgree.test(columns.get(index), other.columns.get(index)));
    }

    public Stream<DataColumnSpec> stream() {
        return columns.stream();
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return columns.iterator();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    public void save(final ConfigWO config) {
        config.addString(NAME, name);
        config.addInt(COLUMN_COUNT, columns.size());
        for (var index = 0; index < columns.size(); index++) {
            columns.get(index).save(config.addConfig(COLUMN + index));
        }
        if (!properties.isEmpty()) {
            final var all = config.addConfig(PROPERTIES);
            properties.forEach((key, value) -> {
                final var property = all.addConfig(PROPERTY + all.keySet().size());
                property.addString(PROPERTY_KEY, key);
                property.addString(PROPERTY_VALUE, value);
            });
        }
    }

    public static DataTableSpec load(final ConfigRO config) throws InvalidSettingsException {
        final var columns = new DataColumnSpec[config.getInt(COLUMN_COUNT)];
        for (var index = 0; index < columns.length; index++) {
            columns[index] = DataColumnSpec.load(config.getConfig(COLUMN + index));
        }
        final var properties = new LinkedHashMap<String, String>();
        if (config.containsKey(PROPERTIES)) {
            final var all = config.getConfig(PROPERTIES);
            for (final var entry : all.keySet()) {
                final var property = all.getConfig(entry);
                properties.put(property.getString(PROPERTY_KEY), property.getString(PROPERTY_VALUE));
            }
        }
        return new DataTableSpec(config.getString(NAME), List.of(columns), properties);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataTableSpec spec
                && name.equals(spec.name)
                && columns.equals(spec.columns)
                && properties.equals(spec.properties);
    }

    @Override
    public int hashCode() {
        return Objects.hash(columns, properties);
    }

    @Override
    public String toString() {
        return "name=" + name + ",columns=[" + String.join("; ", getColumnNames()) + "]";
    }

    /** Writes a table spec as one XML entry of a zip file. */
    public static final class Serializer extends PortObjectSpecSerializer<DataTableSpec> {
        private static final String ENTRY = "spec.xml";

        @Override
        public void savePortObjectSpec(final DataTableSpec spec, final PortObjectSpecZipOutputStream out)
                throws IOException {
            final var content = new ModelContent(ENTRY);
            spec.save(content);
            out.putNextEntry(new ZipEntry(ENTRY));
            content.saveToXML(out);
        }

        @Override
        public DataTableSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            final var entry = in.getNextEntry();
            if (entry == null || !ENTRY.equals(entry.getName())) {
                throw new IOException(
                        "A table spec is expected as the zip entry \"" + ENTRY + "\", found " + entry + ".");
            }
            try {
                return load(ModelContent.loadFromXML(in));
            } catch (final InvalidSettingsException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }
}
