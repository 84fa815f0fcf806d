package org.knime.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.rnn4knime.standin.core.NodeStatus;
import org.rnn4knime.standin.core.NodeStatus.Severity;
import org.rnn4knime.standin.core.StatusListener;

class NodeTest {

    private static final DataTableSpec SPEC =
            new DataTableSpec(new DataColumnSpecCreator("x", IntCell.TYPE).createSpec());

    private final CopyModel model = new CopyModel();
    private final Node node = new Node(new CopyFactory(model));
    private final List<NodeStatus> heard = new ArrayList<>();
    private final DefaultNodeProgressMonitor progress = new DefaultNodeProgressMonitor();
    private final ExecutionContext context = new ExecutionContext(progress, node);

    NodeTest() {
        node.addMessageListener((StatusListener) heard::add);
    }

    private static PortObjectSpec[] specs(final PortObjectSpec... specs) {
        final var all = new PortObjectSpec[specs.length + 1];
        System.arraycopy(specs, 0, all, 1, specs.length);
        return all;
    }

    private BufferedDataTable table() {
        final var container = context.createDataContainer(SPEC);
        container.addRowToTable(new DefaultRow(new RowKey("Row0"), new IntCell(7)));
        container.close();
        return container.getTable();
    }

    private PortObject[] inputs() {
        return new PortObject[] {null, table(), null};
    }

    private NodeStatus lastStatus() {
        return heard.get(heard.size() - 1);
    }

    private void assertFailsWith(final String message, final Exception problem) {
        assertTrue(node.configure(specs(SPEC, null)));
        model.work = exec -> {
            throw problem;
        };
        assertFalse(node.execute(inputs(), null, context));
        assertEquals(new NodeStatus(Severity.ERROR, message), lastStatus());
        assertNull(node.getOutputObject(1));
        assertTrue(model.reset);
    }

    @Test
    void countsItsPortsFromThatOfTheFlowVariables() {
        assertEquals(3, node.getNrInPorts());
        assertTrue(node.getInputType(0).isOptional());
        assertEquals(BufferedDataTable.TYPE, node.getInputType(1));
        assertEquals("CopyFactory", node.getName());
    }

    @Test
    void isNotConfiguredWithoutAnInputThatItNeeds() {
        assertFalse(node.configure(specs(null, null)));
        assertNull(node.getOutputSpec(1));
        assertEquals(Severity.RESET, lastStatus().severity());
    }

    @Test
    void tellsWhyItsModelRefusesToBeConfigured() {
        model.refusal = "Column \"y\" is missing.";
        assertFalse(node.configure(specs(SPEC, null)));
        assertEquals(new NodeStatus(Severity.WARNING, "Column \"y\" is missing."), lastStatus());
    }

    @Test
    void mustBeConfiguredBeforeItIsExecuted() {
        assertThrows(IllegalStateException.class, () -> node.execute(inputs(), null, context));
        node.configure(specs(SPEC, null));
        node.reset();
        assertThrows(IllegalStateException.class, () -> node.execute(inputs(), null, context));
    }

    @Test
    void hasSpecsOnceConfiguredAndObjectsOnceExecuted() {
        assertTrue(node.configure(specs(SPEC, null)));
        assertEquals(SPEC, node.getOutputSpec(1));
        assertNull(node.getOutputObject(1));
        assertTrue(node.execute(inputs(), null, context));
        final var output = (BufferedDataTable) node.getOutputObject(1);
        assertEquals(1, output.size());
        assertNotNull(output.getDataTableSpec().getColumnSpec(0).getDomain().getLowerBound(), "the domain is computed");
        assertEquals(output.getDataTableSpec(), node.getOutputSpec(1));
    }

    @Test
    void showsAWarningOfARunAndTakesItBackBeforeTheNext() {
        node.configure(specs(SPEC, null));
        model.work = exec -> model.warn("2 rows were skipped.");
        assertTrue(node.execute(inputs(), null, context));
        assertEquals(new NodeStatus(Severity.WARNING, "2 rows were skipped."), lastStatus());
        node.configure(specs(SPEC, null));
        assertEquals(new NodeStatus(Severity.RESET, ""), lastStatus());
    }

    @Test
    void showsAnExplainedFailureWordForWord() {
        final var message = Message.builder()
                .withSummary("Row 3 has no number.")
                .addResolutions("Remove it.")
                .build()
                .orElseThrow();
        assertFailsWith("Row 3 has no number.", message.toKNIMEException());
    }

    @Test
    void showsAnyOtherFailureAsOne() {
        assertFailsWith("Execute failed: out of paper", new IllegalStateException("out of paper"));
    }

    @Test
    void namesTheKindOfAFailureWithoutWords() {
        assertFailsWith("Execute failed: (\"ArithmeticException\"): null", new ArithmeticException());
    }

    @Test
    void failsWhenAnOutputIsMissing() {
        node.configure(specs(SPEC, null));
        model.forgetsOutput = true;
        assertFalse(node.execute(inputs(), null, context));
        assertEquals(
                "Execute failed: Output 1 is of type Table, but the node gave nothing",
                lastStatus().message());
    }

    @Test
    void endsAsCanceledWhenItsUserStopsIt() {
        node.configure(specs(SPEC, null));
        model.work = exec -> {
            progress.setExecuteCanceled();
            exec.checkCanceled();
        };
        assertFalse(node.execute(inputs(), null, context));
        assertEquals(new NodeStatus(Severity.WARNING, "Execution canceled"), lastStatus());
    }

    @Test
    void endsAsCanceledWhenItsThreadIsInterrupted() {
        node.configure(specs(SPEC, null));
        model.work = exec -> {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("torn out of its work");
        };
        assertFalse(node.execute(inputs(), null, context));
        assertEquals(new NodeStatus(Severity.WARNING, "Execution canceled"), lastStatus());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void loadsTheSettingsBelowModelOnceTheyAreValid() throws InvalidSettingsException {
        final var settings = new NodeSettings("settings.xml");
        settings.addNodeSettings("model").addInt("factor", 3);
        node.loadSettingsFrom(settings);
        assertEquals(3, model.factor);
        final var invalid = new NodeSettings("settings.xml");
        invalid.addNodeSettings("model").addInt("factor", -1);
        final var refusal = assertThrows(InvalidSettingsException.class, () -> node.loadSettingsFrom(invalid));
        assertEquals("Factor -1 is negative.", refusal.getMessage());
        assertEquals(3, model.factor);
    }

    private interface Work {
        void run(ExecutionContext exec) throws Exception;
    }

    /** Gives its first input as its output. */
    private static final class CopyModel extends NodeModel {

        private String refusal = "";
        private Work work = exec -> {};
        private boolean forgetsOutput;
        private boolean reset;
        private int factor;

        CopyModel() {
            super(
                    new PortType[] {BufferedDataTable.TYPE, BufferedDataTable.TYPE_OPTIONAL},
                    new PortType[] {BufferedDataTable.TYPE});
        }

        void warn(final String message) {
            setWarningMessage(message);
        }

        @Override
        protected DataTableSpec[] configure(final DataTableSpec[] inSpecs) throws InvalidSettingsException {
            if (!refusal.isEmpty()) {
                throw new InvalidSettingsException(refusal);
            }
            return new DataTableSpec[] {inSpecs[0]};
        }

        @Override
        protected BufferedDataTable[] execute(final BufferedDataTable[] inTables, final ExecutionContext exec)
                throws Exception {
            work.run(exec);
            return new BufferedDataTable[] {forgetsOutput ? null : inTables[0]};
        }

        @Override
        protected void saveSettingsTo(final NodeSettingsWO settings) {
            settings.addInt("factor", factor);
        }

        @Override
        protected void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
            if (settings.getInt("factor") < 0) {
                throw new InvalidSettingsException("Factor " + settings.getInt("factor") + " is negative.");
            }
        }

        @Override
        protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
            factor = settings.getInt("factor");
        }

        @Override
        protected void loadInternals(final File directory, final ExecutionMonitor exec) {}

        @Override
        protected void saveInternals(final File directory, final ExecutionMonitor exec) {}

        @Override
        protected void reset() {
            reset = true;
        }
    }

    private static final class CopyFactory extends NodeFactory<NodeModel> {

        private final NodeModel created;

        CopyFactory(final NodeModel model) {
            created = model;
        }

        @Override
        public NodeModel createNodeModel() {
            return created;
        }

        @Override
        protected int getNrNodeViews() {
            return 0;
        }

        @Override
        public NodeView<NodeModel> createNodeView(final int index, final NodeModel nodeModel) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        protected boolean hasDialog() {
            return false;
        }

        @Override
        protected NodeDialogPane createNodeDialogPane() {
            throw new UnsupportedOperationException();
        }
    }
}
