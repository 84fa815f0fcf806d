package org.knime.core.data.time.zoneddatetime;

import java.io.IOException;
import java.time.ZonedDateTime;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;

/** Writes the ISO text, which tells everything. */
public final class ZonedDateTimeCellSerializer implements DataCellSerializer<ZonedDateTimeCell> {
    @Override
    public void serialize(final ZonedDateTimeCell cell, final DataCellDataOutput output) throws IOException {
        output.writeUTF(cell.getStringValue());
    }

    @Override
    public ZonedDateTimeCell deserialize(final DataCellDataInput input) throws IOException {
        return new ZonedDateTimeCell(ZonedDateTime.parse(input.readUTF()));
    }
}
