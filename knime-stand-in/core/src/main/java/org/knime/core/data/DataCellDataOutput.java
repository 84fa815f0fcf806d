package org.knime.core.data;

import java.io.DataOutput;
import java.io.IOException;

/** Takes what a cell serializer writes, cells inside cells included; texts may be of any length. */
public interface DataCellDataOutput extends DataOutput {
    void writeDataCell(DataCell cell) throws IOException;

    @Override
    void writeUTF(String text) throws IOException;
}
