package org.knime.core.data.time.localdatetime;

import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.ExtensibleUtilityFactory;

/** What KNIME shows of a day with a time of day, and its order in time. */
public final class LocalDateTimeUtility extends ExtensibleUtilityFactory {
    public LocalDateTimeUtility() {
        super(LocalDateTimeValue.class);
    }

    @Override
    public String getName() {
        return "Date&time (Local)";
    }

    @Override
    public String getGroupName() {
        return "Basic";
    }

    @Override
    protected String[] getLegacyNames() {
        return new String[] {"Local Date Time"};
    }

    @Override
    protected DataValueComparator getComparator() {
        return new InTime();
    }

    private static final class InTime extends DataValueComparator {
        @Override
        protected int compareDataValues(final DataValue first, final DataValue second) {
            final var time = ((LocalDateTimeValue) first).getLocalDateTime();
            return time.compareTo(((LocalDateTimeValue) second).getLocalDateTime());
        }
    }
}
