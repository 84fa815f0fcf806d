package org.knime.core.data.time.localdate;

import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.ExtensibleUtilityFactory;

/** What KNIME shows of a day of the calendar, and its order in time. */
public final class LocalDateUtility extends ExtensibleUtilityFactory {
    public LocalDateUtility() {
        super(LocalDateValue.class);
    }

    @Override
    public String getName() {
        return "Date";
    }

    @Override
    public String getGroupName() {
        return "Basic";
    }

    @Override
    protected String[] getLegacyNames() {
        return new String[] {"Local Date"};
    }

    @Override
    protected DataValueComparator getComparator() {
        return new InTime();
    }

    private static final class InTime extends DataValueComparator {
        @Override
        protected int compareDataValues(final DataValue first, final DataValue second) {
            final var time = ((LocalDateValue) first).getLocalDate();
            return time.compareTo(((LocalDateValue) second).getLocalDate());
        }
    }
}
