package org.knime.core.data.convert.map;

/** A super type of {@code DataType} of which nodes use nothing. */
public interface IdentifiableType {}
