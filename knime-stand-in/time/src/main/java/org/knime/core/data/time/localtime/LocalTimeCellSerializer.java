package org.knime.core.data.time.localtime;

import java.io.IOException;
import java.time.LocalTime;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;

/** Writes the ISO text, which tells everything. */
public final class LocalTimeCellSerializer implements DataCellSerializer<LocalTimeCell> {
    @Override
    public void serialize(final LocalTimeCell cell, final DataCellDataOutput output) throws IOException {
        output.writeUTF(cell.getStringValue());
    }

    @Override
    public LocalTimeCell deserialize(final DataCellDataInput input) throws IOException {
        return new LocalTimeCell(LocalTime.parse(input.readUTF()));
    }
}
