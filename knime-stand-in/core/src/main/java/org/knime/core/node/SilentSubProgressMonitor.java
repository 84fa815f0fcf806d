package org.knime.core.node;

/** A part of another progress whose messages are kept from the user. */
final class SilentSubProgressMonitor extends SubProgressMonitor {

    SilentSubProgressMonitor(final NodeProgressMonitor whole, final double share) {
        super(whole, share);
    }

    @Override
    public void setMessage(final String message) {}
}
