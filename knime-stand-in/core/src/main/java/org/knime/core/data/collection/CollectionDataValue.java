package org.knime.core.data.collection;

import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;

/** A cell that holds many cells, some of which may be missing. */
public interface CollectionDataValue extends DataValue, CellCollection {
    /** Name of this kind of value. */
    UtilityFactory UTILITY = new CollectionUtilityFactory(CollectionDataValue.class);

    /** {@return the common super type of the elements; that of missing cells if there are no others} */
    DataType getElementType();

    int size();

    /** What KNIME shows of this kind of value. */
    class CollectionUtilityFactory extends ExtensibleUtilityFactory {
        protected CollectionUtilityFactory(final Class<? extends DataValue> valueClass) {
            super(valueClass);
        }

        @Override
        public String getName() {
            return "Collection";
        }
    }
}
