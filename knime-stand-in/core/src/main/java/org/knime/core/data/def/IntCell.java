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
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;

/** A cell with a whole number of 32 bits. */
public class IntCell extends DataCell
        implements IntValue,
                LongValue,
                DoubleValue,
                ComplexNumberValue,
                FuzzyNumberValue,
                FuzzyIntervalValue,
                BoundedValue {
    public static final DataType TYPE = DataType.getType(IntCell.class);

    private static final long serialVersionUID = 1L;

    private final int number;

    public IntCell(final int number) {
        this.number = number;
    }

    @Override
    public int getIntValue() {
        return number;
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
        return Integer.compare(number, ((IntCell) other).number) == 0;
    }

    @Override
    public int hashCode() {
        return Integer.hashCode(number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }

    /** Writes the number as it is. */
    public static final class IntCellSerializer implements DataCellSerializer<IntCell> {
        @Override
        public void serialize(final IntCell cell, final DataCellDataOutput output) throws IOException {
            output.writeInt(cell.number);
        }

        @Override
        public IntCell deserialize(final DataCellDataInput input) throws IOException {
            return new IntCell(input.readInt());
        }
    }

    /** Makes cells; from blank text a missing one. */
    public static final class IntCellFactory
            implements DataCellFactory.FromSimpleString, DataCellFactory.FromComplexString {
        public static final DataType TYPE = IntCell.TYPE;

        /** {@return the cell of the number in the text, which a NumberFormatException refuses if it is none} */
        public static DataCell create(final String text) {
            return text.isBlank() ? DataType.getMissingCell() : new IntCell(Integer.parseInt(text.trim()));
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
