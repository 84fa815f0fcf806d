package org.knime.core.node.workflow;

/** Declared empty; the stand-in's progress goes to {@link org.rnn4knime.standin.core.ProgressListener}. */
public interface NodeProgressListener {}
