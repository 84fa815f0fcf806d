package org.knime.core.data;

/** A value that is not there. */
public interface MissingValue extends DataValue {
    /** {@return why the value is missing; null where no reason is known} */
    String getError();
}
