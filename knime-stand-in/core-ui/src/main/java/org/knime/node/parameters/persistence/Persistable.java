package org.knime.node.parameters.persistence;

/** A class whose fields are saved in node settings: marks what saving and loading descend into. */
public interface Persistable {}
