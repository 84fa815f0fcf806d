package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** A cell that holds many cells, each once. */
public interface SetDataValue extends CollectionDataValue {
    /** Name of this kind of value. */
    UtilityFactory UTILITY = new SetUtilityFactory();

    boolean contains(DataCell cell);

    /** What KNIME shows of this kind of value. */
    class SetUtilityFactory extends CollectionUtilityFactory {
        protected SetUtilityFactory() {
            super(SetDataValue.class);
        }

        @Override
        public String getName() {
            return "Collection (Set)";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[] {"Set"};
        }
    }
}
