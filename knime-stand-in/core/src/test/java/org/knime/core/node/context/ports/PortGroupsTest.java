package org.knime.core.node.context.ports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortType;
import org.rnn4knime.standin.core.ports.AddedPorts;
import org.rnn4knime.standin.core.ports.FixedPorts;
import org.rnn4knime.standin.core.ports.PortGroups;

class PortGroupsTest {

    private static final PortType TABLE = BufferedDataTable.TYPE;
    private static final String OPTIONAL = "Known future";

    private final PortGroups ports = forecaster();

    /** A table, perhaps a second one, and one out. */
    private static PortGroups forecaster() {
        final var groups = new LinkedHashMap<String, PortGroupConfiguration>();
        groups.put("History", new FixedPorts(new PortType[] {TABLE}, new PortType[0]));
        groups.put(OPTIONAL, new AddedPorts(1, List.of(TABLE), List.of()));
        groups.put("Forecast", new FixedPorts(new PortType[0], new PortType[] {TABLE}));
        return new PortGroups(groups);
    }

    private static NodeSettings saved(final String objectClass) {
        final var settings = new NodeSettings("node_creation_config");
        settings.addNodeSettings("History");
        settings.addNodeSettings(OPTIONAL).addNodeSettings("port_0").addString("object_class", objectClass);
        return settings;
    }

    @Test
    void hasNoOptionalPortAtFirst() {
        assertArrayEquals(new PortType[] {TABLE}, ports.getInputPorts());
        assertArrayEquals(new PortType[] {TABLE}, ports.getOutputPorts());
        assertFalse(ports.getInputPortLocation().containsKey(OPTIONAL));
    }

    @Test
    void readsAnOptionalPortAsKnimeSavesIt() throws InvalidSettingsException {
        ports.loadSettingsFrom(saved("org.knime.core.node.BufferedDataTable"));
        assertArrayEquals(new PortType[] {TABLE, TABLE}, ports.getInputPorts());
        assertArrayEquals(new int[] {1}, ports.getInputPortLocation().get(OPTIONAL));
    }

    @Test
    void readsAnEmptyGroupAsNoPort() throws InvalidSettingsException {
        ports.loadSettingsFrom(saved("org.knime.core.node.BufferedDataTable"));
        final var without = new NodeSettings("node_creation_config");
        without.addNodeSettings(OPTIONAL);
        ports.loadSettingsFrom(without);
        assertEquals(1, ports.getInputPorts().length);
    }

    @Test
    void writesWhatItReads() throws InvalidSettingsException {
        ports.getExtendablePorts().get(OPTIONAL).addPort(TABLE);
        final var settings = new NodeSettings("node_creation_config");
        ports.saveSettingsTo(settings);
        final var other = forecaster();
        other.loadSettingsFrom(settings);
        assertArrayEquals(ports.getInputPorts(), other.getInputPorts());
    }

    @Test
    void refusesAnUnknownPortType() {
        final var refusal = assertThrows(
                InvalidSettingsException.class, () -> ports.loadSettingsFrom(saved("org.example.Picture")));
        assertEquals("No installed bundle has the port type org.example.Picture", refusal.getMessage());
    }

    @Test
    void refusesASecondPortWhereOneIsOptional() {
        final var group = ports.getExtendablePorts().get(OPTIONAL);
        group.addPort(TABLE);
        assertFalse(group.canAddPort());
        assertThrows(IllegalArgumentException.class, () -> group.addPort(TABLE));
    }

    @Test
    void aCopyChangesAlone() {
        final var copy = ports.copy();
        copy.getExtendablePorts().get(OPTIONAL).addPort(TABLE);
        assertFalse(ports.getExtendablePorts().get(OPTIONAL).hasConfiguredPorts());
        assertTrue(copy.getExtendablePorts().get(OPTIONAL).hasConfiguredPorts());
    }
}
