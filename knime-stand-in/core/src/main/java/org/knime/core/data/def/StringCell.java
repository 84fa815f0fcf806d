package org.knime.core.data.def;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;

/** A cell with text, which may be empty. */
public final class StringCell extends DataCell implements StringValue, NominalValue {
    public static final DataType TYPE = DataType.getType(StringCell.class);

    private static final long serialVersionUID = 1L;

    private final String text;

    public StringCell(final String text) {
        this.text = Objects.requireNonNull(text, "String value can't be null.");
    }

    @Override
    public String getStringValue() {
        return text;
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return text.equals(((StringCell) other).text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Writes the text as it is. */
    public static final class StringSerializer implements DataCellSerializer<StringCell> {
        @Override
        public void serialize(final StringCell cell, final DataCellDataOutput output) throws IOException {
            output.writeUTF(cell.text);
        }

        @Override
        public StringCell deserialize(final DataCellDataInput input) throws IOException {
            return new StringCell(input.readUTF());
        }
    }

    /** Makes cells from text as it is, white space included. */
    public static final class StringCellFactory
            implements DataCellFactory.FromSimpleString,
                    DataCellFactory.FromComplexString,
                    DataCellFactory.FromReader,
                    DataCellFactory.FromInputStream {
        public static final DataType TYPE = StringCell.TYPE;

        public static DataCell create(final String text) {
            return new StringCell(text);
        }

        @Override
        public DataCell createCell(final String input) {
            return create(input);
        }

        @Override
        public DataCell createCell(final Reader input) throws IOException {
            final var text = new StringWriter();
            input.transferTo(text);
            return create(text.toString());
        }

        /** Takes the bytes as UTF-8. */
        @Override
        public DataCell createCell(final InputStream input) throws IOException {
            return create(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        }

        @Override
        public DataType getDataType() {
            return TYPE;
        }
    }
}
