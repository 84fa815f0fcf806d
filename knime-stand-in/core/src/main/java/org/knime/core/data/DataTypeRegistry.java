package org.knime.core.data;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.SetCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** The cell types of this bundle and those that other bundles register at {@code org.knime.core.DataType}. */
public final class DataTypeRegistry {
    private static final DataTypeRegistry INSTANCE = new DataTypeRegistry();

    private final Map<String, DataType> types = new LinkedHashMap<>();
    private final Map<Class<? extends DataCell>, DataCellSerializer<?>> serializers = new LinkedHashMap<>();

    private DataTypeRegistry() {
        add(StringCell.TYPE, new StringCell.StringSerializer());
        add(DoubleCell.TYPE, new DoubleCell.DoubleSerializer());
        add(IntCell.TYPE, new IntCell.IntCellSerializer());
        add(LongCell.TYPE, new LongCell.LongSerializer());
        add(BooleanCell.TYPE, new BooleanCell.BooleanSerializer());
        serializers.put(MissingCell.class, new MissingCell.MissingSerializer());
        serializers.put(ListCell.class, new ListCell.ListCellSerializer());
        serializers.put(SetCell.class, new SetCell.SetCellSerializer());
        RegisteredTypes.read().forEach(this::add);
    }

    private void add(final DataType type, final DataCellSerializer<?> serializer) {
        types.put(type.getCellClass().getName(), type);
        serializers.put(type.getCellClass(), serializer);
    }

    public static DataTypeRegistry getInstance() {
        return INSTANCE;
    }

    /** {@return the types of all registered cells that are no collections} */
    public Collection<DataType> availableDataTypes() {
        return types.values();
    }

    /** {@return the class of cells with this name, if it is registered} */
    public Optional<Class<? extends DataCell>> getCellClass(final String className) {
        return named(className, serializers.keySet());
    }

    /** {@return the value interface with this name, if a registered cell has it} */
    public Optional<Class<? extends DataValue>> getValueClass(final String className) {
        final var known = new LinkedHashSet<Class<? extends DataValue>>();
        serializers.keySet().forEach(cellClass -> known.addAll(ValueInterfaces.of(cellClass)));
        return named(className, known);
    }

    private static <T> Optional<Class<? extends T>> named(
            final String className, final Collection<Class<? extends T>> classes) {
        return classes.stream()
                .filter(candidate -> candidate.getName().equals(className))
                .findFirst();
    }

    /** {@return what writes and reads cells of this class, if it is registered} */
    @SuppressWarnings("unchecked") // registered under the class of the cells that it takes
    public Optional<DataCellSerializer<DataCell>> getSerializer(final Class<? extends DataCell> cellClass) {
        return Optional.ofNullable((DataCellSerializer<DataCell>) serializers.get(cellClass));
    }
}
