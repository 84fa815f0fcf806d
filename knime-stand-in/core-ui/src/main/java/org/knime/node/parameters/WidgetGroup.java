package org.knime.node.parameters;

/** A class whose fields are shown in a dialog: marks what a dialog descends into. */
public interface WidgetGroup {}
