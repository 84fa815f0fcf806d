package org.knime.core.node.config;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataTypeRegistry;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/** A cell as settings: its class, and a group of that name with the value, readable for the plain types as in KNIME. */
final class CellSettings {

    static final String ARRAY_SIZE = "array-size";

    private static final String CELL_CLASS = "datacell";
    private static final String SERIALIZED = "serialized";

    private CellSettings() {}

    static void write(final DataCell cell, final Config target) {
        if (cell == null) {
            target.addString(CELL_CLASS, null);
            return;
        }
        final var cellClass = cell.getClass();
        target.addString(CELL_CLASS, cellClass.getName());
        final var value = target.addConfig(cellClass.getName());
        final var key = cellClass.getSimpleName();
        if (cell instanceof StringCell text) {
            value.addString(key, text.getStringValue());
        } else if (cell instanceof IntCell number) {
            value.addInt(key, number.getIntValue());
        } else if (cell instanceof LongCell number) {
            value.addLong(key, number.getLongValue());
        } else if (cell instanceof DoubleCell number) {
            value.addDouble(key, number.getDoubleValue());
        } else if (cell instanceof BooleanCell truth) {
            value.addBoolean(key, truth.getBooleanValue());
        } else {
            value.addString(SERIALIZED, serialize(cell));
        }
    }

    static DataCell read(final Config source) throws InvalidSettingsException {
        final var className = source.getString(CELL_CLASS);
        if (className == null) {
            return null;
        }
        final var cellClass = DataTypeRegistry.getInstance()
                .getCellClass(className)
                .orElseThrow(() -> new InvalidSettingsException("Unknown cell class " + className));
        final var value = source.getConfig(className);
        final var key = cellClass.getSimpleName();
        if (cellClass == StringCell.class) {
            return new StringCell(value.getString(key));
        } else if (cellClass == IntCell.class) {
            return new IntCell(value.getInt(key));
        } else if (cellClass == LongCell.class) {
            return new LongCell(value.getLong(key));
        } else if (cellClass == DoubleCell.class) {
            return new DoubleCell(value.getDouble(key));
        } else if (cellClass == BooleanCell.class) {
            return value.getBoolean(key) ? BooleanCell.TRUE : BooleanCell.FALSE;
        }
        return deserialize(cellClass, value.getString(SERIALIZED));
    }

    private static DataCellSerializer<DataCell> serializer(final Class<? extends DataCell> cellClass) {
        return DataTypeRegistry.getInstance()
                .getSerializer(cellClass)
                .orElseThrow(() -> new IllegalArgumentException(cellClass.getName() + " has no serializer"));
    }

    private static String serialize(final DataCell cell) {
        final var bytes = new ByteArrayOutputStream();
        try (var output = new Output(bytes)) {
            serializer(cell.getClass()).serialize(cell, output);
        } catch (final IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static DataCell deserialize(final Class<? extends DataCell> cellClass, final String text)
            throws InvalidSettingsException {
        try (var input = new Input(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            return serializer(cellClass).deserialize(input);
        } catch (final IOException | IllegalArgumentException problem) {
            throw new InvalidSettingsException("Cannot read a " + cellClass.getSimpleName(), problem);
        }
    }

    private static final class Output extends DataOutputStream implements DataCellDataOutput {

        Output(final ByteArrayOutputStream bytes) {
            super(bytes);
        }

        @Override
        public void writeDataCell(final DataCell cell) throws IOException {
            writeUTF(cell.getClass().getName());
            serializer(cell.getClass()).serialize(cell, this);
        }
    }

    private static final class Input extends DataInputStream implements DataCellDataInput {

        Input(final ByteArrayInputStream bytes) {
            super(bytes);
        }

        @Override
        public DataCell readDataCell() throws IOException {
            final var className = readUTF();
            final var cellClass = DataTypeRegistry.getInstance()
                    .getCellClass(className)
                    .orElseThrow(() -> new IOException("Unknown cell class " + className));
            return serializer(cellClass).deserialize(this);
        }
    }
}
