package org.knime.core.node.config.base;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;

/** Arrays as KNIME stores them: a group with "array-size" and one setting an element; null: no size. */
final class ConfigArrays {

    private static final String SIZE = "array-size";

    private ConfigArrays() {}

    private static int size(final ConfigBase group) {
        return group.getInt(SIZE, -1);
    }

    static Optional<String[]> readStrings(final ConfigBase group) throws InvalidSettingsException {
        final var size = size(group);
        if (size < 0) {
            return Optional.empty();
        }
        final var values = new String[size];
        for (var i = 0; i < size; i++) {
            values[i] = group.getString(Integer.toString(i));
        }
        return Optional.of(values);
    }

    static void writeStrings(final ConfigBase group, final String[] values) {
        if (values != null) {
            group.addInt(SIZE, values.length);
            for (var i = 0; i < values.length; i++) {
                group.addString(Integer.toString(i), values[i]);
            }
        }
    }

    static Optional<int[]> readInts(final ConfigBase group) throws InvalidSettingsException {
        final var size = size(group);
        if (size < 0) {
            return Optional.empty();
        }
        final var values = new int[size];
        for (var i = 0; i < size; i++) {
            values[i] = group.getInt(Integer.toString(i));
        }
        return Optional.of(values);
    }

    static void writeInts(final ConfigBase group, final int[] values) {
        if (values != null) {
            group.addInt(SIZE, values.length);
            for (var i = 0; i < values.length; i++) {
                group.addInt(Integer.toString(i), values[i]);
            }
        }
    }

    static Optional<long[]> readLongs(final ConfigBase group) throws InvalidSettingsException {
        final var size = size(group);
        if (size < 0) {
            return Optional.empty();
        }
        final var values = new long[size];
        for (var i = 0; i < size; i++) {
            values[i] = group.getLong(Integer.toString(i));
        }
        return Optional.of(values);
    }

    static void writeLongs(final ConfigBase group, final long[] values) {
        if (values != null) {
            group.addInt(SIZE, values.length);
            for (var i = 0; i < values.length; i++) {
                group.addLong(Integer.toString(i), values[i]);
            }
        }
    }

    static Optional<double[]> readDoubles(final ConfigBase group) throws InvalidSettingsException {
        final var size = size(group);
        if (size < 0) {
            return Optional.empty();
        }
        final var values = new double[size];
        for (var i = 0; i < size; i++) {
            values[i] = group.getDouble(Integer.toString(i));
        }
        return Optional.of(values);
    }

    static void writeDoubles(final ConfigBase group, final double[] values) {
        if (values != null) {
            group.addInt(SIZE, values.length);
            for (var i = 0; i < values.length; i++) {
                group.addDouble(Integer.toString(i), values[i]);
            }
        }
    }

    static Optional<boolean[]> readBooleans(final ConfigBase group) throws InvalidSettingsException {
        final var size = size(group);
        if (size < 0) {
            return Optional.empty();
        }
        final var values = new boolean[size];
        for (var i = 0; i < size; i++) {
            values[i] = group.getBoolean(Integer.toString(i));
        }
        return Optional.of(values);
    }

    static void writeBooleans(final ConfigBase group, final boolean[] values) {
        if (values != null) {
            group.addInt(SIZE, values.length);
            for (var i = 0; i < values.length; i++) {
                group.addBoolean(Integer.toString(i), values[i]);
            }
        }
    }
}
