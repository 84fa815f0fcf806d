package org.knime.core.node.workflow;

/** Declared empty: nodes run without one. */
public class ExecutionEnvironment {

    ExecutionEnvironment() {}
}
