package org.knime.core.data;

/** Orders texts by their characters' codes. */
public class StringValueComparator extends DataValueComparator {
    @Override
    public int compareDataValues(final DataValue first, final DataValue second) {
        return ((StringValue) first).getStringValue().compareTo(((StringValue) second).getStringValue());
    }
}
