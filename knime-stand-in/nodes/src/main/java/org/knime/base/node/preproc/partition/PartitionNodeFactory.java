package org.knime.base.node.preproc.partition;

import org.rnn4knime.standin.nodes.DialoglessNodeFactory;

/** Makes the stood-in Table Partitioner; the class name is KNIME's, as saved workflows hold it. */
public final class PartitionNodeFactory extends DialoglessNodeFactory<PartitionNodeModel> {

    /** The framework calls this. */
    public PartitionNodeFactory() {
        super(PartitionNodeModel::new);
    }
}
