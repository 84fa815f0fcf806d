package org.knime.core.data.def;

import java.io.IOException;
import org.knime.core.data.BooleanValue;
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
import org.knime.core.data.NominalValue;

/** One of two cells, true and false; read as a number they are 1 and 0. */
public final class BooleanCell extends DataCell
        implements BooleanValue,
                IntValue,
                LongValue,
                DoubleValue,
                ComplexNumberValue,
                FuzzyNumberValue,
                FuzzyIntervalValue,
                BoundedValue,
                NominalValue {
    public static final DataType TYPE = DataType.getType(BooleanCell.class);
    public static final BooleanCell TRUE = new BooleanCell(true);
    public static final BooleanCell FALSE = new BooleanCell(false);

    private static final long serialVersionUID = 1L;

    private final boolean truth;

    private BooleanCell(final boolean truth) {
        this.truth = truth;
    }

    public static final BooleanCell get(final boolean value) {
        return value ? TRUE : FALSE;
    }

    // equal cells are the same cell, also after Java serialization
    private Object readResolve() {
        return get(truth);
    }

    @Override
    public boolean getBooleanValue() {
        return truth;
    }

    @Override
    public int getIntValue() {
        return truth ? 1 : 0;
    }

    @Override
    public long getLongValue() {
        return getIntValue();
    }

    @Override
    public double getDoubleValue() {
        return getIntValue();
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
        return truth == ((BooleanCell) other).truth;
    }

    @Override
    public int hashCode() {
        return getIntValue();
    }

    @Override
    public String toString() {
        return Boolean.toString(truth);
    }

    /** Writes the truth value as it is. */
    public static final class BooleanSerializer implements DataCellSerializer<BooleanCell> {
        @Override
        public void serialize(final BooleanCell cell, final DataCellDataOutput output) throws IOException {
            output.writeBoolean(cell.truth);
        }

        @Override
        public BooleanCell deserialize(final DataCellDataInput input) throws IOException {
            return get(input.readBoolean());
        }
    }

    /** Makes cells; every text but "true", in whatever case, is false. */
    public static final class BooleanCellFactory
            implements DataCellFactory.FromSimpleString, DataCellFactory.FromComplexString {
        public static final DataType TYPE = BooleanCell.TYPE;

        public static DataCell create(final String text) {
            return get(Boolean.parseBoolean(text));
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
