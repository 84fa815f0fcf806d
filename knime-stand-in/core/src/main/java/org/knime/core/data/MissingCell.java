package org.knime.core.data;

import java.io.IOException;

/** A cell without a value; all missing cells equal each other, whatever the reason. */
public final class MissingCell extends DataCell implements MissingValue {
    static final MissingCell WITHOUT_REASON = new MissingCell(null);

    private static final long serialVersionUID = 1L;

    private final String error;

    /** @param error why the value is missing, null where no reason is known */
    public MissingCell(final String error) {
        this.error = error;
    }

    @Override
    public String getError() {
        return error;
    }

    @Override
    public boolean isMissing() {
        return true;
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return other.isMissing();
    }

    @Override
    public int hashCode() {
        return 42;
    }

    @Override
    public String toString() {
        return "?";
    }

    /** Writes whether there is a reason, then the reason. */
    public static final class MissingSerializer implements DataCellSerializer<MissingCell> {
        @Override
        public void serialize(final MissingCell cell, final DataCellDataOutput output) throws IOException {
            output.writeBoolean(cell.error != null);
            if (cell.error != null) {
                output.writeUTF(cell.error);
            }
        }

        @Override
        public MissingCell deserialize(final DataCellDataInput input) throws IOException {
            return input.readBoolean() ? new MissingCell(input.readUTF()) : WITHOUT_REASON;
        }
    }
}
