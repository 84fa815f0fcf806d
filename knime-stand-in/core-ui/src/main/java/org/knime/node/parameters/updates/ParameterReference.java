package org.knime.node.parameters.updates;

/** A name, as a type, by which others refer to the value of a field; see {@link ValueReference}. */
public interface ParameterReference<V> {}
