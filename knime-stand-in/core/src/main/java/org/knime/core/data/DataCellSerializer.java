package org.knime.core.data;

import java.io.IOException;
import org.knime.core.internal.SerializerMethodLoader.Serializer;

/**
 * Writes cells of one class to bytes and reads them back.
 *
 * @param <T> the class of the cells
 */
public interface DataCellSerializer<T extends DataCell> extends Serializer<T> {
    void serialize(T cell, DataCellDataOutput output) throws IOException;

    T deserialize(DataCellDataInput input) throws IOException;
}
