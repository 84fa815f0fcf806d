package org.knime.core.data.time.localdate;

import java.io.IOException;
import java.time.LocalDate;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;

/** Writes the ISO text, which tells everything. */
public final class LocalDateCellSerializer implements DataCellSerializer<LocalDateCell> {
    @Override
    public void serialize(final LocalDateCell cell, final DataCellDataOutput output) throws IOException {
        output.writeUTF(cell.getStringValue());
    }

    @Override
    public LocalDateCell deserialize(final DataCellDataInput input) throws IOException {
        return new LocalDateCell(LocalDate.parse(input.readUTF()));
    }
}
