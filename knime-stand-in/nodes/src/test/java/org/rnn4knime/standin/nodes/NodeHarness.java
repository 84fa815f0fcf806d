package org.rnn4knime.standin.nodes;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.Node;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.rnn4knime.standin.core.StatusListener;
import org.rnn4knime.standin.workflow.WorkflowDirectory;

/** Runs one node as the runner does. */
public final class NodeHarness {

    private final Node node;

    private final AtomicReference<String> message = new AtomicReference<>("");

    /** A node of a factory of this kind. */
    @SuppressWarnings("unchecked") // every node's model is a NodeModel
    public NodeHarness(final NodeFactory<? extends NodeModel> factory) {
        node = new Node((NodeFactory<NodeModel>) factory);
        node.addMessageListener((StatusListener) status -> message.set(status.message()));
    }

    /** Loads the settings, configures and executes; true if all that went well. */
    public boolean run(final NodeSettings model, final Path workflow, final BufferedDataTable... tables)
            throws Exception {
        final var inputs = new PortObject[tables.length + 1];
        System.arraycopy(tables, 0, inputs, 1, tables.length);
        final var specs = Arrays.stream(inputs)
                .map(input -> input == null ? null : input.getSpec())
                .toArray(PortObjectSpec[]::new);
        return WorkflowDirectory.callIn(workflow, () -> {
            node.loadModelSettingsFrom(model);
            return node.configure(specs) && node.execute(inputs, null, context(node));
        });
    }

    /** What the node said last. */
    public String message() {
        return message.get();
    }

    /** A table that the node made; ports count from 1. */
    public BufferedDataTable table(final int port) {
        return (BufferedDataTable) node.getOutputObject(port);
    }

    /** A table of columns and cells. */
    public static BufferedDataTable table(final String[] names, final DataCell[]... rows) {
        final var columns = new DataColumnSpec[names.length];
        for (var column = 0; column < names.length; column++) {
            final var type = Optional.of(rows[0][column].getType());
            columns[column] = new DataColumnSpecCreator(names[column], type.get()).createSpec();
        }
        final var container = context(null).createDataContainer(new DataTableSpec(columns));
        for (var row = 0; row < rows.length; row++) {
            container.addRowToTable(new DefaultRow("Row" + row, rows[row]));
        }
        container.close();
        return container.getTable();
    }

    /** The cells of a column as text; "?" for a missing one. */
    public static String[] column(final BufferedDataTable table, final String name) {
        final var index = table.getDataTableSpec().findColumnIndex(name);
        return StreamSupport.stream(table.spliterator(), false)
                .map(row -> row.getCell(index))
                .map(cell -> cell.isMissing() ? "?" : cell.toString())
                .toArray(String[]::new);
    }

    private static ExecutionContext context(final Node node) {
        return new ExecutionContext(new DefaultNodeProgressMonitor(), node);
    }
}
