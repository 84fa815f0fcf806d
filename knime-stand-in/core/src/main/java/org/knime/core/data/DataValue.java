package org.knime.core.data;

/** What a cell can be read as; a column is used through the value interfaces that its type is compatible to. */
public interface DataValue {
    /** Adds no name and no order. */
    UtilityFactory UTILITY = new UtilityFactory();

    /** {@return this value as a cell} */
    default DataCell materializeDataCell() {
        return (DataCell) this;
    }

    /** Facts about a kind of value, found through the static field {@code UTILITY} of its interface. */
    class UtilityFactory {
        protected UtilityFactory() {}

        /** {@return the natural order, null where the kind of value has none} */
        protected DataValueComparator getComparator() {
            return null;
        }
    }
}
