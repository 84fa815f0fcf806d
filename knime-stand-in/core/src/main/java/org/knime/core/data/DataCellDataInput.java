package org.knime.core.data;

import java.io.DataInput;
import java.io.IOException;

/** Reads what a cell serializer wrote, cells inside cells included. */
public interface DataCellDataInput extends DataInput {
    DataCell readDataCell() throws IOException;
}
