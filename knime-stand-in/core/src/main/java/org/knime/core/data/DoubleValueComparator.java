package org.knime.core.data;

/** Orders numbers as {@link Double#compare} does: NaN is the greatest. */
public class DoubleValueComparator extends DataValueComparator {
    @Override
    public int compareDataValues(final DataValue first, final DataValue second) {
        return Double.compare(((DoubleValue) first).getDoubleValue(), ((DoubleValue) second).getDoubleValue());
    }
}
