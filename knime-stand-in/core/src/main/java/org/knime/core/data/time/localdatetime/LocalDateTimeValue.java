package org.knime.core.data.time.localdatetime;

import java.time.LocalDateTime;
import org.knime.core.data.DataValue;

/** A cell that can be read as a day with a time of day. */
public interface LocalDateTimeValue extends DataValue {
    /** Name, order and display group of this kind of value. */
    LocalDateTimeUtility UTILITY = new LocalDateTimeUtility();

    LocalDateTime getLocalDateTime();
}
