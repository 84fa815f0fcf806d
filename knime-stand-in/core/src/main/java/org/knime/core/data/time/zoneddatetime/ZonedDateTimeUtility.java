package org.knime.core.data.time.zoneddatetime;

import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.ExtensibleUtilityFactory;

/** What KNIME shows of a point in time of a zone, and its order in time. */
public final class ZonedDateTimeUtility extends ExtensibleUtilityFactory {
    public ZonedDateTimeUtility() {
        super(ZonedDateTimeValue.class);
    }

    @Override
    public String getName() {
        return "Date&time (Zoned)";
    }

    @Override
    public String getGroupName() {
        return "Basic";
    }

    @Override
    protected String[] getLegacyNames() {
        return new String[] {"Zoned Date Time"};
    }

    @Override
    protected DataValueComparator getComparator() {
        return new InTime();
    }

    private static final class InTime extends DataValueComparator {
        @Override
        protected int compareDataValues(final DataValue first, final DataValue second) {
            final var time = ((ZonedDateTimeValue) first).getZonedDateTime();
            return time.compareTo(((ZonedDateTimeValue) second).getZonedDateTime());
        }
    }
}
