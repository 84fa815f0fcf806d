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

/** A cell with a number; NaN is a number here, not a missing value, and 0.0 differs from -0.0. */
public final class DoubleCell extends DataCell
        implements DoubleValue, ComplexNumberValue, FuzzyNumberValue, FuzzyIntervalValue, BoundedValue {
    public static final DataType TYPE = DataType.getType(DoubleCell.class);

    private static final long serialVersionUID = 1L;

    private final double number;

    public DoubleCell(final double number) {
        this.number = number;
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
        return Double.compare(number, ((DoubleCell) other).number) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(number);
    }

    @Override
    public String toString() {
        return Double.toString(number);
    }

    /** Writes the number as it is. */
    public static final class DoubleSerializer implements DataCellSerializer<DoubleCell> {
        @Override
        public void serialize(final DoubleCell cell, final DataCellDataOutput output) throws IOException {
            output.writeDouble(cell.number);
        }

        @Override
        public DoubleCell deserialize(final DataCellDataInput input) throws IOException {
            return new DoubleCell(input.readDouble());
        }
    }

    /** Makes cells; from blank text a missing one. */
    public static final class DoubleCellFactory
            implements DataCellFactory.FromSimpleString, DataCellFactory.FromComplexString {
        public static final DataType TYPE = DoubleCell.TYPE;

        /** {@return the cell of the number in the text, which a NumberFormatException refuses if it is none} */
        public static DataCell create(final String text) {
            return text.isBlank() ? DataType.getMissingCell() : new DoubleCell(Double.parseDouble(text.trim()));
        }

        public static DataCell create(final float number) {
            return new DoubleCell(Double.parseDouble(Float.toString(number)));
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
