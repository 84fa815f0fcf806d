package org.knime.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeDescription.DialogOption;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.PortType;
import org.knime.core.util.Version;
import org.knime.node.DefaultNode.RequireFullDescription;

final class DefaultNodeTest {

    private static RequireFullDescription node() {
        return DefaultNode.create().name("Node").icon("node.png").shortDescription("Short.");
    }

    private static DefaultNode node(final String fullDescription) {
        return node().fullDescription(fullDescription)
                .sinceVersion(5, 8, 0)
                .ports(ports -> ports.addInputTable("In", "What comes in.").addOutputTable("Out", "What goes out."))
                .model(model -> model.withoutParameters().rearrangeColumns((input, output) -> {}));
    }

    @Test
    void hasADescriptionWithEverythingThatWasSaid() throws Exception {
        final var description = new ForecastNodeFactory().createNodeDescription();
        assertEquals("Forecast", description.getNodeName());
        assertEquals("forecast.png", description.getIconPath());
        assertEquals(NodeType.Predictor, description.getType());
        assertEquals(Optional.of("Forecasts."), description.getShortDescription());
        assertEquals(Optional.of("Forecasts <b>well</b>."), description.getIntro());
        assertEquals(Optional.of(new Version(5, 8, 0)), description.getSinceVersion());
        assertArrayEquals(new String[] {"LSTM", "time series"}, description.getKeywords());
        assertEquals("History", description.getInportName(0));
        assertEquals("What is known.", description.getInportDescription(1));
        assertEquals("The future.", description.getOutportDescription(0));
        assertEquals("Known future", description.getDynamicInPortGroups().get(0).getGroupIdentifier());
        assertEquals("https://www.knime.com", description.getLinks().get(0).getTarget());
    }

    @Test
    void listsTheSettingsInTheDescription() throws Exception {
        final var group = new ForecastNodeFactory()
                .createNodeDescription()
                .getDialogOptionGroups()
                .get(0);
        assertEquals(
                List.of("Column", "Horizon"),
                group.getOptions().stream().map(DialogOption::getName).toList());
        assertEquals("The column to forecast.", group.getOptions().get(0).getDescription());
    }

    @Test
    void writesTheDescriptionAsXml() throws Exception {
        final var xml = new ForecastNodeFactory().createNodeDescription().getXMLDescription();
        assertEquals("Predictor", xml.getAttribute("type"));
        assertEquals("well", xml.getElementsByTagName("b").item(0).getTextContent());
        assertEquals(1, xml.getElementsByTagName("dynInPort").getLength());
        assertEquals(2, xml.getElementsByTagName("option").getLength());
    }

    @Test
    void refusesADescriptionThatIsNotWellFormed() {
        assertThrows(IllegalArgumentException.class, () -> new DefaultNodeDescription(node("a < b")));
        assertThrows(IllegalArgumentException.class, () -> new DefaultNodeDescription(node("<b>open")));
    }

    @Test
    void derivesTheTypeFromThePortsWhereNoneIsGiven() {
        assertEquals(NodeType.Manipulator, node("Full.").type());
    }

    @Test
    void refusesASecondWordAboutTypeKeywordsOrView() {
        final var node = node("Full.").nodeType(NodeType.Other).keywords("a");
        assertThrows(IllegalStateException.class, () -> node.nodeType(NodeType.Other));
        assertThrows(IllegalStateException.class, () -> node.keywords("b"));
    }

    @Test
    void hasADialogOnlyForParameters() {
        assertTrue(new ForecastNodeFactory().hasNodeDialog());
        assertFalse(new ForecastNodeFactory().hasNodeView());
    }

    @Test
    void takesTheNameOfAFixedPortAsTheIdentifierOfItsGroup() {
        assertEquals(
                List.of("In", "Out"),
                node("Full.").ports().stream().map(PortGroup::id).toList());
    }

    @Test
    void hasAnOptionalPortOnlyOnceItIsAdded() {
        final var config = new ForecastNodeFactory().createNodeCreationConfig();
        final var ports = config.getPortConfig().orElseThrow();
        assertArrayEquals(new PortType[] {BufferedDataTable.TYPE}, ports.getInputPorts());
        ports.getExtendablePorts().get("Known future").addPort(BufferedDataTable.TYPE);
        assertEquals(2, ports.getInputPorts().length);
    }

    @Test
    void refusesToRearrangeAnythingButOneTable() {
        final var model = (DefaultModel.Rearranging) node("Full.").model();
        final PortType[] twoTables = {BufferedDataTable.TYPE, BufferedDataTable.TYPE};
        assertThrows(IllegalArgumentException.class, () -> new RearrangingNodeModel(model, twoTables, twoTables));
    }
}
