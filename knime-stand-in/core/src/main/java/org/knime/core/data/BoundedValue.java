package org.knime.core.data;

/** Marks cells whose column keeps its lowest and highest value. */
public interface BoundedValue extends DataValue {}
