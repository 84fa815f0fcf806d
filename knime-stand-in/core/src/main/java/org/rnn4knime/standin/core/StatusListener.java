package org.rnn4knime.standin.core;

import org.knime.core.node.workflow.NodeMessageListener;

/** Hears each message of a node that it was added to. */
@FunctionalInterface
public interface StatusListener extends NodeMessageListener {

    void statusChanged(NodeStatus status);
}
