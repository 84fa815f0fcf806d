package org.knime.core.internal;

/** Declared empty: an exception that has a message for users. */
public interface MessageAwareException {}
