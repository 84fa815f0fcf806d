package org.knime.base.node.io.filehandling.csv.writer;

import java.util.Optional;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeView;
import org.knime.core.node.context.NodeCreationConfiguration;

/** Makes the stood-in CSV Writer; the class name is KNIME's, as saved workflows hold it. */
public final class CSVWriter2NodeFactory extends ConfigurableNodeFactory<CsvWriterNodeModel> {

    @Override
    protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final var ports = new PortsConfigurationBuilder();
        ports.addFixedInputPortGroup("Data Table", BufferedDataTable.TYPE);
        return Optional.of(ports);
    }

    @Override
    protected CsvWriterNodeModel createNodeModel(final NodeCreationConfiguration configuration) {
        return new CsvWriterNodeModel();
    }

    @Override
    protected int getNrNodeViews() {
        return 0;
    }

    @Override
    public NodeView<CsvWriterNodeModel> createNodeView(final int index, final CsvWriterNodeModel model) {
        throw new UnsupportedOperationException("This node has no view.");
    }

    @Override
    protected boolean hasDialog() {
        return false;
    }

    @Override
    protected NodeDialogPane createNodeDialogPane(final NodeCreationConfiguration configuration) {
        throw new UnsupportedOperationException("This node has no dialog.");
    }
}
