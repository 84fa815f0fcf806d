package org.knime.core.data;

/** Orders false before true. */
final class BooleanComparator extends DataValueComparator {
    @Override
    protected int compareDataValues(final DataValue first, final DataValue second) {
        return Boolean.compare(((BooleanValue) first).getBooleanValue(), ((BooleanValue) second).getBooleanValue());
    }
}
