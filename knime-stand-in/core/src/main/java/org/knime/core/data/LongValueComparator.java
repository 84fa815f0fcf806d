package org.knime.core.data;

/** Orders whole numbers of 64 bits. */
public class LongValueComparator extends DataValueComparator {
    @Override
    protected int compareDataValues(final DataValue first, final DataValue second) {
        return Long.compare(((LongValue) first).getLongValue(), ((LongValue) second).getLongValue());
    }
}
