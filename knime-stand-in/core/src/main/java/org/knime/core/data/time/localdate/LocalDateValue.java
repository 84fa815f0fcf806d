package org.knime.core.data.time.localdate;

import java.time.LocalDate;
import org.knime.core.data.DataValue;

/** A cell that can be read as a day of the calendar. */
public interface LocalDateValue extends DataValue {
    /** Name, order and display group of this kind of value. */
    LocalDateUtility UTILITY = new LocalDateUtility();

    LocalDate getLocalDate();
}
