package org.knime.core.node.config;

import java.io.IOException;
import java.io.InputStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBase;

/** A group of settings that also holds cells and their types. */
public abstract class Config extends ConfigBase implements ConfigRO, ConfigWO {

    private static final long serialVersionUID = 1L;

    protected Config(final String key) {
        super(key);
    }

    @Override
    public abstract Config getInstance(String key);

    @Override
    public final Config addConfig(final String key) {
        return (Config) addConfigBase(key);
    }

    @Override
    public final Config getConfig(final String key) throws InvalidSettingsException {
        return (Config) getConfigBase(key);
    }

    @Override
    public DataCell getDataCell(final String key) throws InvalidSettingsException {
        return CellSettings.read(getConfig(key));
    }

    @Override
    public DataCell getDataCell(final String key, final DataCell def) {
        try {
            return getDataCell(key);
        } catch (final InvalidSettingsException absent) {
            return def;
        }
    }

    @Override
    public void addDataCell(final String key, final DataCell cell) {
        CellSettings.write(cell, addConfig(key));
    }

    @Override
    public DataCell[] getDataCellArray(final String key) throws InvalidSettingsException {
        final var group = getConfig(key);
        final var cells = new DataCell[group.getInt(CellSettings.ARRAY_SIZE)];
        for (var i = 0; i < cells.length; i++) {
            cells[i] = group.getDataCell(Integer.toString(i));
        }
        return cells;
    }

    @Override
    public DataCell[] getDataCellArray(final String key, final DataCell... def) {
        try {
            return getDataCellArray(key);
        } catch (final InvalidSettingsException absent) {
            return def;
        }
    }

    @Override
    public void addDataCellArray(final String key, final DataCell... cells) {
        final var group = addConfig(key);
        group.addInt(CellSettings.ARRAY_SIZE, cells.length);
        for (var i = 0; i < cells.length; i++) {
            group.addDataCell(Integer.toString(i), cells[i]);
        }
    }

    @Override
    public DataType getDataType(final String key) throws InvalidSettingsException {
        return DataType.load(getConfig(key));
    }

    @Override
    public DataType getDataType(final String key, final DataType def) {
        try {
            return getDataType(key);
        } catch (final InvalidSettingsException absent) {
            return def;
        }
    }

    @Override
    public void addDataType(final String key, final DataType type) {
        type.save(addConfig(key));
    }

    protected static Config loadFromXML(final Config target, final InputStream stream) throws IOException {
        target.load(stream);
        return target;
    }
}
