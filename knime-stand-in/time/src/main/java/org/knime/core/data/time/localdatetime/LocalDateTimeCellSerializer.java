package org.knime.core.data.time.localdatetime;

import java.io.IOException;
import java.time.LocalDateTime;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;

/** Writes the ISO text, which tells everything. */
public final class LocalDateTimeCellSerializer implements DataCellSerializer<LocalDateTimeCell> {
    @Override
    public void serialize(final LocalDateTimeCell cell, final DataCellDataOutput output) throws IOException {
        output.writeUTF(cell.getStringValue());
    }

    @Override
    public LocalDateTimeCell deserialize(final DataCellDataInput input) throws IOException {
        return new LocalDateTimeCell(LocalDateTime.parse(input.readUTF()));
    }
}
