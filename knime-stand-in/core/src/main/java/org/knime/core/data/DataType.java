package org.knime.core.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.convert.map.IdentifiableType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/**
 * The type of a column or cell: the value interfaces that its cells can be read as, the preferred one first. A native
 * type is that of a cell class; a common super type of two native types may be no cell's.
 */
public final class DataType implements IdentifiableType {
    private static final String CELL_CLASS = "cell_class";
    private static final String ELEMENT_TYPE = "collection_element_type";
    private static final String HAS_PREFERRED_VALUE = "has_pref_value_class";
    private static final String VALUE_CLASSES = "value_classes";

    private static final Map<Native, DataType> NATIVE_TYPES = new ConcurrentHashMap<>();
    private static final DataValueComparator BY_TEXT = new DataValueComparator() {
        @Override
        protected int compareDataValues(final DataValue first, final DataValue second) {
            return first.toString().compareTo(second.toString());
        }
    };

    private final Class<? extends DataCell> cellClass;
    private final List<Class<? extends DataValue>> valueClasses;
    private final DataType elementType;

    private DataType(
            final Class<? extends DataCell> cellClass,
            final List<Class<? extends DataValue>> valueClasses,
            final DataType elementType) {
        final var collection = valueClasses.stream().anyMatch(CollectionDataValue.class::isAssignableFrom);
        if (collection != (elementType != null)) {
            throw new IllegalArgumentException(
                    collection
                            ? "The type represents a collection but no element type was provided"
                            : "The type does not represent a collection, element type must be null");
        }
        this.cellClass = cellClass;
        this.valueClasses = valueClasses;
        this.elementType = elementType;
    }

    /** {@return the type of the cells of a class that is no collection} */
    public static DataType getType(final Class<? extends DataCell> cellClass) {
        return getType(cellClass, null);
    }

    /** {@return the type of the cells of a class, with the type of the elements if it is a collection, else null} */
    public static DataType getType(final Class<? extends DataCell> cellClass, final DataType elementType) {
        final var key = new Native(Objects.requireNonNull(cellClass, "Class must not be null."), elementType);
        final var known = NATIVE_TYPES.get(key);
        if (known != null) {
            return known;
        }
        // not computeIfAbsent: reading the value interfaces initializes classes that may ask for types themselves
        final var created = new DataType(cellClass, ValueInterfaces.of(cellClass), elementType);
        final var other = NATIVE_TYPES.putIfAbsent(key, created);
        return other == null ? created : other;
    }

    public static DataCell getMissingCell() {
        return MissingCell.WITHOUT_REASON;
    }

    /** {@return the facts about a kind of value from the field {@code UTILITY} that it has or inherits} */
    public static DataValue.UtilityFactory getUtilityFor(final Class<? extends DataValue> valueClass) {
        return ValueInterfaces.utilityOf(valueClass);
    }

    /**
     * {@return the narrowest type that the cells of both types have: one of the two, a registered type, or one without
     * cells of its own}
     */
    public static DataType getCommonSuperType(final DataType first, final DataType second) {
        if (first.isMissingValueType()) {
            return second;
        }
        if (first.isASuperTypeOf(second)) {
            return first;
        }
        if (second.isASuperTypeOf(first)) {
            return second;
        }
        final var common = first.intersection(second);
        return DataTypeRegistry.getInstance().availableDataTypes().stream()
                .filter(common::hasSameValues)
                .findFirst()
                .orElse(common);
    }

    private DataType intersection(final DataType other) {
        final var shared = new LinkedHashSet<>(valueClasses);
        shared.retainAll(other.valueClasses);
        final var collection = shared.stream().anyMatch(CollectionDataValue.class::isAssignableFrom);
        return new DataType(
                null, List.copyOf(shared), collection ? getCommonSuperType(elementType, other.elementType) : null);
    }

    /** {@return the class of the cells; null where the type has none of its own} */
    public Class<? extends DataCell> getCellClass() {
        return cellClass;
    }

    public Class<? extends DataValue> getPreferredValueClass() {
        return valueClasses.get(0);
    }

    public List<Class<? extends DataValue>> getValueClasses() {
        return valueClasses;
    }

    /** {@return the type of the elements of a collection; null where the type is none} */
    public DataType getCollectionElementType() {
        return elementType;
    }

    public boolean isCollectionType() {
        return isCompatible(CollectionDataValue.class);
    }

    public boolean isMissingValueType() {
        return valueClasses.contains(MissingValue.class);
    }

    /** {@return whether cells of this type can be read as a value; missing cells can be read as any} */
    public boolean isCompatible(final Class<? extends DataValue> valueClass) {
        return isMissingValueType() || valueClasses.stream().anyMatch(valueClass::isAssignableFrom);
    }

    /** {@return whether every cell of the other type may stand in a column of this one} */
    public boolean isASuperTypeOf(final DataType type) {
        return type == this
                || type.isMissingValueType()
                || valueClasses.stream().allMatch(type::isCompatible)
                        && (elementType == null || elementType.isASuperTypeOf(type.elementType));
    }

    /** {@return the order of the first value that has one, else that of the cells' texts} */
    public DataValueComparator getComparator() {
        return valueClasses.stream()
                .map(valueClass -> getUtilityFor(valueClass).getComparator())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(BY_TEXT);
    }

    public String getName() {
        return name(ExtensibleUtilityFactory::getName, "?");
    }

    public String getLegacyName() {
        return name(ExtensibleUtilityFactory::getLegacyName, "?");
    }

    @Override
    public String toString() {
        final var name = name(ExtensibleUtilityFactory::getName, "Non-Native " + valueClasses);
        return elementType == null ? name : name + " (Collection of: " + elementType + ")";
    }

    private String name(final Function<ExtensibleUtilityFactory, String> extract, final String withoutCells) {
        if (cellClass == null) {
            return withoutCells;
        }
        return getUtilityFor(getPreferredValueClass()) instanceof ExtensibleUtilityFactory factory
                ? extract.apply(factory)
                : cellClass.getSimpleName();
    }

    public String getIdentifier() {
        final var identifier = cellClass == null ? valueClasses.toString() : cellClass.getName();
        return elementType == null ? identifier : identifier + "<" + elementType.getIdentifier() + ">";
    }

    public void save(final ConfigWO config) {
        if (elementType != null) {
            elementType.save(config.addConfig(ELEMENT_TYPE));
        }
        if (cellClass == null) {
            config.addString(CELL_CLASS, null);
            config.addBoolean(HAS_PREFERRED_VALUE, true);
            config.addStringArray(
                    VALUE_CLASSES, valueClasses.stream().map(Class::getName).toArray(String[]::new));
        } else {
            config.addString(CELL_CLASS, cellClass.getName());
        }
    }

    public static DataType load(final ConfigRO config) throws InvalidSettingsException {
        final var element = config.containsKey(ELEMENT_TYPE) ? load(config.getConfig(ELEMENT_TYPE)) : null;
        final var registry = DataTypeRegistry.getInstance();
        final var cellClass = config.getString(CELL_CLASS);
        try {
            if (cellClass != null) {
                return getType(
                        registry.getCellClass(cellClass)
                                .orElseThrow(() -> new InvalidSettingsException(
                                        "Data cell implementation '" + cellClass + "' not found.")),
                        element);
            }
            final var values = new ArrayList<Class<? extends DataValue>>();
            for (final var valueClass : config.getStringArray(VALUE_CLASSES)) {
                values.add(registry.getValueClass(valueClass)
                        .orElseThrow(() ->
                                new InvalidSettingsException("Data Value extension " + valueClass + " not found")));
            }
            return new DataType(null, List.copyOf(values), element);
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private boolean hasSameValues(final DataType other) {
        return Set.copyOf(valueClasses).equals(Set.copyOf(other.valueClasses))
                && Objects.equals(elementType, other.elementType);
    }

    /** Equal types read as the same values, prefer the same one, and have equal elements. */
    @Override
    public boolean equals(final Object object) {
        return this == object
                || object instanceof DataType other
                        && getPreferredValueClass() == other.getPreferredValueClass()
                        && hasSameValues(other);
    }

    @Override
    public int hashCode() {
        return valueClasses.stream()
                .map(Class::getName)
                .collect(Collectors.toSet())
                .hashCode();
    }

    private record Native(Class<? extends DataCell> cellClass, DataType elementType) {}
}
