package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.node.config.base.ConfigBaseWO;

/** A tree of settings to write, with KNIME's types of data. */
public interface ConfigWO extends ConfigBaseWO {

    /** Adds an empty group and returns it. */
    Config addConfig(String key);

    void addDataCell(String key, DataCell cell);

    void addDataCellArray(String key, DataCell... cells);

    void addDataType(String key, DataType type);
}
