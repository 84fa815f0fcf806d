package org.knime.core.node.workflow;

/** Declared empty; the stand-in's messages go to {@link org.rnn4knime.standin.core.StatusListener}. */
public interface NodeMessageListener {}
