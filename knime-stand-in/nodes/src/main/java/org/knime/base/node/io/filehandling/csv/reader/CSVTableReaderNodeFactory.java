package org.knime.base.node.io.filehandling.csv.reader;

import java.util.Optional;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeView;
import org.knime.core.node.context.NodeCreationConfiguration;

/** Makes the stood-in CSV Reader; the class name is KNIME's, as saved workflows hold it. */
public final class CSVTableReaderNodeFactory extends ConfigurableNodeFactory<CsvReaderNodeModel> {

    @Override
    protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final var ports = new PortsConfigurationBuilder();
        ports.addFixedOutputPortGroup("Data Table", BufferedDataTable.TYPE);
        return Optional.of(ports);
    }

    @Override
    protected CsvReaderNodeModel createNodeModel(final NodeCreationConfiguration configuration) {
        return new CsvReaderNodeModel();
    }

    @Override
    protected int getNrNodeViews() {
        return 0;
    }

    @Override
    public NodeView<CsvReaderNodeModel> createNodeView(final int index, final CsvReaderNodeModel model) {
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
