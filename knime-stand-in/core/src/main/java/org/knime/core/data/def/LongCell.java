package org.knime.core.data.def;

import java.io.IOException;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.ComplexNumberValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.FuzzyIntervalValue;
import org.knime.core.data.FuzzyNumberValue;
import org.knime.core.data.LongValue;

/** A cell with a whole number of 64 bits. */
public class LongCell extends DataCell
        implements LongValue, DoubleValue, ComplexNumberValue, FuzzyNumberValue, FuzzyIntervalValue, BoundedValue {
    public static final DataType TYPE = DataType.getType(LongCell.class);

    private static final long serialVersionUID = 1L;

    private final long number;

    public LongCell(final long number) {
        this.number = number;
    }

    @Override
    public long getLongValue() {
        return number;
    }

    @Override
    public double getDoubleValue() {
        return number;
    }

    @Override
    public double getRealValue() {
        return getDoubleValue();
    }

    @Override
    public double getImaginaryValue() {
        return 0;
    }

    @Override
    public double getMinSupport() {
        return getDoubleValue();
    }

    @Override
    public double getMinCore() {
        return getDoubleValue();
    }

    @Override
    public double getCore() {
        return getDoubleValue();
    }

    @Override
    public double getMaxCore() {
        return getDoubleValue();
    }

    @Override
    public double getMaxSupport() {
        return getDoubleValue();
    }

    @Override
    public double getCenterOfGravity() {
        return getDoubleValue();
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return Long.compare(number, ((LongCell) other).number) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }

    /** Writes the number as it is. */
    public static final class LongSerializer implements DataCellSerializer<LongCell> {
        @Override
        public void serialize(final LongCell cell, final DataCellDataOutput output) throws IOException {
            output.writeLong(cell.number);
        }

        @Override
        public LongCell deserialize(final DataCellDataInput input) throws IOException {
            return new LongCell(input.readLong());
        }
    }

    /** Makes cells; from blank text a missing one. */
    public static final class LongCellFactory
            implements DataCellFactory.FromSimpleString, DataCellFactory.FromComplexString {
        public static final DataType TYPE = LongCell.TYPE;

        /** {@return the cell of the number in the text, which a NumberFormatException refuses if it is none} */
        public static DataCell create(final String text) {
            return text.isBlank() ? DataType.getMissingCell() : new LongCell(Long.parseLong(text.trim()));
        }

        @Override
        public DataCell createCell(final String input) {
            return create(input);
        }

        @Override
        public DataType getDataType() {
            return TYPE;
        }
    }
}
