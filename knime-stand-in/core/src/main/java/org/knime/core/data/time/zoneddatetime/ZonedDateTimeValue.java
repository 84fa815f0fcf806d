package org.knime.core.data.time.zoneddatetime;

import java.time.ZonedDateTime;
import org.knime.core.data.DataValue;

/** A cell that can be read as a point in time of a zone. */
public interface ZonedDateTimeValue extends DataValue {
    /** Name, order and display group of this kind of value. */
    ZonedDateTimeUtility UTILITY = new ZonedDateTimeUtility();

    ZonedDateTime getZonedDateTime();
}
