package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;

/**
 * A tree of settings to read. A getter without default throws when the key is missing or its value has another type; a
 * getter with a default returns that instead.
 */
public interface ConfigBaseRO extends Iterable<String> {

    String getKey();

    boolean containsKey(String key);

    Set<String> keySet();

    ConfigBase getConfigBase(String key) throws InvalidSettingsException;

    String getString(String key) throws InvalidSettingsException;

    String getString(String key, String def);

    int getInt(String key) throws InvalidSettingsException;

    int getInt(String key, int def);

    long getLong(String key) throws InvalidSettingsException;

    long getLong(String key, long def);

    double getDouble(String key) throws InvalidSettingsException;

    double getDouble(String key, double def);

    float getFloat(String key) throws InvalidSettingsException;

    float getFloat(String key, float def);

    boolean getBoolean(String key) throws InvalidSettingsException;

    boolean getBoolean(String key, boolean def);

    char getChar(String key) throws InvalidSettingsException;

    char getChar(String key, char def);

    byte getByte(String key) throws InvalidSettingsException;

    byte getByte(String key, byte def);

    short getShort(String key) throws InvalidSettingsException;

    short getShort(String key, short def);

    String[] getStringArray(String key) throws InvalidSettingsException;

    String[] getStringArray(String key, String... def);

    int[] getIntArray(String key) throws InvalidSettingsException;

    int[] getIntArray(String key, int[] def);

    long[] getLongArray(String key) throws InvalidSettingsException;

    long[] getLongArray(String key, long[] def);

    double[] getDoubleArray(String key) throws InvalidSettingsException;

    double[] getDoubleArray(String key, double[] def);

    boolean[] getBooleanArray(String key) throws InvalidSettingsException;

    boolean[] getBooleanArray(String key, boolean[] def);

    void copyTo(ConfigBaseWO target);

    /** Writes KNIME's settings file and closes the stream. */
    void saveToXML(OutputStream stream) throws IOException;
}
