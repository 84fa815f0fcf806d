package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** A cell that holds many cells in an order. */
public interface ListDataValue extends CollectionDataValue {
    /** Name of this kind of value. */
    UtilityFactory UTILITY = new ListUtilityFactory();

    DataCell get(int index);

    /** What KNIME shows of this kind of value. */
    class ListUtilityFactory extends CollectionUtilityFactory {
        protected ListUtilityFactory() {
            super(ListDataValue.class);
        }

        @Override
        public String getName() {
            return "Collection (List)";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[] {"List"};
        }
    }
}
