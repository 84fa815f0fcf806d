package org.rnn4knime.standin.runner.report;

import java.util.Optional;
import org.knime.core.data.DataTable;

/** The tables that a run made. */
@FunctionalInterface
public interface Tables {

    /**
     * A table.
     *
     * @param node ID of the node that makes it
     * @param port the node's output port, from 1
     * @return the table; empty if the node was not executed or has no such table
     */
    Optional<DataTable> table(int node, int port);
}
