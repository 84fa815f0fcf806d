package org.knime.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.Node;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.rnn4knime.standin.core.StatusListener;

final class LifeCycleTest {

    private static final DataTableSpec SPEC =
            new DataTableSpec(new DataColumnSpecCreator("Passengers", DoubleCell.TYPE).createSpec());

    private final Node m_node = node(new ForecastNodeFactory());

    private final List<String> m_messages = new ArrayList<>();

    @BeforeEach
    void listen() {
        m_node.addMessageListener((StatusListener) status -> m_messages.add(status.message()));
    }

    private static Node node(final DefaultNodeFactory factory) {
        return new Node(factory, factory.createNodeCreationConfig());
    }

    private static ExecutionContext context(final Node node) {
        return new ExecutionContext(new DefaultNodeProgressMonitor(), node);
    }

    private static BufferedDataTable table(final ExecutionContext context) {
        final var container = context.createDataContainer(SPEC);
        container.addRowToTable(new DefaultRow("Row0", new DoubleCell(112)));
        container.close();
        return container.getTable();
    }

    private static PortObjectSpec[] specs(final PortObjectSpec... specs) {
        final var all = new PortObjectSpec[specs.length + 1];
        System.arraycopy(specs, 0, all, 1, specs.length);
        return all;
    }

    private static boolean execute(final Node node, final BufferedDataTable table) {
        return node.execute(new PortObject[] {null, table}, null, context(node));
    }

    private static NodeSettings settings(final String column, final int horizon) {
        final var settings = new NodeSettings("model");
        settings.addString("column", column);
        settings.addInt("horizon", horizon);
        return settings;
    }

    @Test
    void takesDefaultsFromTheSpecsWhereSettingsAreAbsent() throws Exception {
        assertTrue(m_node.configure(specs(SPEC)));
        final var saved = new NodeSettings("model");
        m_node.saveModelSettingsTo(saved);
        assertEquals("Passengers", saved.getString("column"));
        assertSame(SPEC, m_node.getOutputSpec(1));
    }

    @Test
    void savesTheDefaultsOfTheEmptyConstructorBeforeItKnowsTheSpecs() throws Exception {
        final var saved = new NodeSettings("model");
        m_node.saveModelSettingsTo(saved);
        assertEquals("", saved.getString("column"));
        assertEquals(12, saved.getInt("horizon"));
    }

    @Test
    void usesTheLoadedSettingsRatherThanDefaults() throws Exception {
        m_node.loadModelSettingsFrom(settings("nope", 1));
        assertFalse(m_node.configure(specs(SPEC)));
        assertTrue(m_messages.contains("There is no column \"nope\"."), m_messages.toString());
    }

    @Test
    void refusesSettingsThatAreNotValid() {
        final var problem = assertThrows(
                InvalidSettingsException.class, () -> m_node.loadModelSettingsFrom(settings("Passengers", 0)));
        assertEquals("The horizon must be positive but is 0.", problem.getMessage());
    }

    @Test
    void handsOverTheOutputAndKeepsTheInternalData() {
        final var table = table(context(m_node));
        m_node.configure(specs(SPEC));
        assertTrue(execute(m_node, table), m_messages.toString());
        assertSame(table, m_node.getOutputObject(1));
        assertArrayEquals(new PortObject[] {table}, m_node.getInternalHeldPortObjects());
        m_node.reset();
        assertNull(m_node.getOutputObject(1));
        assertEquals(0, ((PortObjectHolder) m_node.getNodeModel()).getInternalPortObjects().length);
    }

    @Test
    void passesWarningsToTheNode() {
        m_node.configure(specs(SPEC));
        assertTrue(m_messages.contains("1 tables"), m_messages.toString());
        execute(m_node, table(context(m_node)));
        assertTrue(m_messages.contains("done"), m_messages.toString());
    }

    @Test
    void failsWithTheMessageOfTheException() throws Exception {
        m_node.loadModelSettingsFrom(settings("Passengers", 13));
        m_node.configure(specs(SPEC));
        assertFalse(execute(m_node, table(context(m_node))));
        assertEquals("The horizon 13 brings bad luck.", m_messages.get(m_messages.size() - 1));
    }

    @Test
    void countsTheTablesWithAnOptionalPort() {
        final var factory = new ForecastNodeFactory();
        final var config = factory.createNodeCreationConfig();
        config.getPortConfig()
                .orElseThrow()
                .getExtendablePorts()
                .get("Known future")
                .addPort(BufferedDataTable.TYPE);
        final var node = new Node(factory, config);
        node.addMessageListener((StatusListener) status -> m_messages.add(status.message()));
        assertTrue(node.configure(specs(SPEC, SPEC)));
        assertTrue(m_messages.contains("2 tables"), m_messages.toString());
    }

    @Test
    void failsWithAClassCastExceptionWhereAPortIsNoTable() {
        final PortObjectSpec noTable = () -> new JComponent[0];
        final var input =
                new NodeConfigureInput(Optional.empty(), new PortObjectSpec[] {SPEC, noTable}, new PortType[0]);
        assertSame(SPEC, input.getInTableSpec(0));
        assertThrows(ClassCastException.class, input::getInTableSpecs);
    }

    private static final class RearrangingFactory extends DefaultNodeFactory {

        private RearrangingFactory() {
            super(DefaultNode.create()
                    .name("Drop")
                    .icon("drop.png")
                    .shortDescription("Drops.")
                    .fullDescription("Drops a column.")
                    .sinceVersion(5, 8, 0)
                    .ports(ports -> ports.addInputTable("In", "In.").addOutputTable("Out", "Out."))
                    .model(model -> model.withoutParameters().rearrangeColumns((input, output) -> {
                        final var rearranger = new ColumnRearranger(input.getDataTableSpec());
                        rearranger.remove("Passengers");
                        output.setColumnRearranger(rearranger);
                    })));
        }
    }

    @Test
    void rearrangesColumns() {
        final var node = node(new RearrangingFactory());
        assertTrue(node.configure(specs(SPEC)));
        assertEquals(0, ((DataTableSpec) node.getOutputSpec(1)).getNumColumns());
        assertTrue(execute(node, table(context(node))));
        assertEquals(1, ((BufferedDataTable) node.getOutputObject(1)).size());
    }
}
