package org.knime.core.node;

/** Marks a stage of the fluent description of a node. */
public interface FluentNodeAPI {}
