package org.knime.core.data.time.localtime;

import java.time.LocalTime;
import org.knime.core.data.DataValue;

/** A cell that can be read as a time of day. */
public interface LocalTimeValue extends DataValue {
    /** Name, order and display group of this kind of value. */
    LocalTimeUtility UTILITY = new LocalTimeUtility();

    LocalTime getLocalTime();
}
