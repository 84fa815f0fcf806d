package org.knime.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.text.ParseException;

/** Makes cells of one type; registered with the type at the extension point {@code org.knime.core.DataType}. */
public interface DataCellFactory {
    DataType getDataType();

    /** Makes cells from text. */
    interface FromString extends DataCellFactory {
        DataCell createCell(String input);
    }

    /** Makes cells from text short enough to be typed. */
    interface FromSimpleString extends FromString {}

    /** Makes cells from text of any length. */
    interface FromComplexString extends FromString {}

    /** Makes a cell from all characters of a reader. */
    interface FromReader extends DataCellFactory {
        DataCell createCell(Reader input) throws ParseException, IOException;
    }

    /** Makes a cell from all bytes of a stream. */
    interface FromInputStream extends DataCellFactory {
        DataCell createCell(InputStream input) throws IOException;
    }
}
