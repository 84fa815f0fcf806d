package org.knime.core.data;

/** Orders whole numbers of 32 bits. */
public class IntValueComparator extends DataValueComparator {
    @Override
    public int compareDataValues(final DataValue first, final DataValue second) {
        return Integer.compare(((IntValue) first).getIntValue(), ((IntValue) second).getIntValue());
    }
}
