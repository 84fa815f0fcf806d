package org.knime.core.node.port;

/** A node model that keeps port objects for its view; KNIME saves and loads them with the node. */
public interface PortObjectHolder {

    PortObject[] getInternalPortObjects();

    void setInternalPortObjects(PortObject[] objects);
}
