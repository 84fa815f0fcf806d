package org.knime.core.node;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes to the log of the Java platform. */
public final class NodeLogger {

    private final Logger m_logger;

    private NodeLogger(final String name) {
        m_logger = Logger.getLogger(name);
    }

    public static NodeLogger getLogger(final Class<?> owner) {
        return new NodeLogger(owner.getName());
    }

    public static NodeLogger getLogger(final String name) {
        return new NodeLogger(name);
    }

    public boolean isDebugEnabled() {
        return m_logger.isLoggable(Level.FINE);
    }

    public void debug(final Object message) {
        m_logger.log(Level.FINE, () -> String.valueOf(message));
    }

    public void debug(final Object message, final Throwable problem) {
        m_logger.log(Level.FINE, problem, () -> String.valueOf(message));
    }

    public void info(final Object message) {
        m_logger.log(Level.INFO, () -> String.valueOf(message));
    }

    public void info(final Object message, final Throwable problem) {
        m_logger.log(Level.INFO, problem, () -> String.valueOf(message));
    }

    public void warn(final Object message) {
        m_logger.log(Level.WARNING, () -> String.valueOf(message));
    }

    public void warn(final Object message, final Throwable problem) {
        m_logger.log(Level.WARNING, problem, () -> String.valueOf(message));
    }

    public void error(final Object message) {
        m_logger.log(Level.SEVERE, () -> String.valueOf(message));
    }

    public void error(final Object message, final Throwable problem) {
        m_logger.log(Level.SEVERE, problem, () -> String.valueOf(message));
    }
}
