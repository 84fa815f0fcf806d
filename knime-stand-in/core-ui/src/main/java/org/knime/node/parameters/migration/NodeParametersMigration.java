package org.knime.node.parameters.migration;

import java.util.List;

/** How a value is read from each older form of the settings; the first form that matches wins. */
public interface NodeParametersMigration<T> {

    List<ConfigMigration<T>> getConfigMigrations();
}
