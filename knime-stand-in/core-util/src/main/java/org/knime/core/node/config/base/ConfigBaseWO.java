package org.knime.core.node.config.base;

/** A tree of settings to write; a setting that is there already is replaced. */
public interface ConfigBaseWO {

    String getKey();

    /** Adds an empty group and returns it. */
    ConfigBase addConfigBase(String key);

    void addString(String key, String value);

    void addInt(String key, int value);

    void addLong(String key, long value);

    void addDouble(String key, double value);

    void addFloat(String key, float value);

    void addBoolean(String key, boolean value);

    void addChar(String key, char value);

    void addByte(String key, byte value);

    void addShort(String key, short value);

    void addStringArray(String key, String... values);

    void addIntArray(String key, int[] values);

    void addLongArray(String key, long[] values);

    void addDoubleArray(String key, double[] values);

    void addBooleanArray(String key, boolean[] values);
}
