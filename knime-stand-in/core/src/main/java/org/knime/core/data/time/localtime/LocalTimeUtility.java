package org.knime.core.data.time.localtime;

import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.ExtensibleUtilityFactory;

/** What KNIME shows of a time of day, and its order in time. */
public final class LocalTimeUtility extends ExtensibleUtilityFactory {
    public LocalTimeUtility() {
        super(LocalTimeValue.class);
    }

    @Override
    public String getName() {
        return "Time";
    }

    @Override
    public String getGroupName() {
        return "Basic";
    }

    @Override
    protected String[] getLegacyNames() {
        return new String[] {"Local Time"};
    }

    @Override
    protected DataValueComparator getComparator() {
        return new InTime();
    }

    private static final class InTime extends DataValueComparator {
        @Override
        protected int compareDataValues(final DataValue first, final DataValue second) {
            final var time = ((LocalTimeValue) first).getLocalTime();
            return time.compareTo(((LocalTimeValue) second).getLocalTime());
        }
    }
}
