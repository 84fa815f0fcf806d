package org.rnn4knime.nodes.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.node.parameters.NodeParameters;
import org.rnn4knime.standin.parameters.ParametersPersistence;

/**
 * A value that takes the place of one setting, as KNIME puts that of a flow variable into the tree of settings before a
 * node loads them.
 *
 * @param path of the setting, such as "sequences/targetTransform/log"
 * @param value of the type of the setting, or its text; the text of several has semicolons between them
 */
public record FlowVariable(String path, Object value) {

    private static final String ARRAY_SIZE = "array-size";

    /** Returns the paths of all settings that a variable can take the place of; an array is one of them. */
    public static Set<String> paths(final NodeParameters parameters) {
        final var paths = new LinkedHashSet<String>();
        collect(saved(parameters), "", paths);
        return paths;
    }

    private static void collect(final ConfigBase group, final String prefix, final Set<String> paths) {
        for (final var key : group) {
            if (group.getEntry(key) instanceof ConfigBase child && !child.containsKey(ARRAY_SIZE)) {
                collect(child, prefix + key + "/", paths);
            } else {
                paths.add(prefix + key);
            }
        }
    }

    /** Returns parameters with some settings replaced, one after the other. */
    public static <P extends NodeParameters> P load(final P defaults, final List<FlowVariable> variables)
            throws InvalidSettingsException {
        final var settings = saved(defaults);
        for (final var variable : variables) {
            variable.overwrite(settings);
        }
        final var loaded = ParametersPersistence.load(type(defaults), settings);
        loaded.validate();
        return loaded;
    }

    /** Returns variables from their paths and values in turn. */
    public static List<FlowVariable> list(final Object... pathsAndValues) {
        final var variables = new ArrayList<FlowVariable>();
        for (int index = 0; index < pathsAndValues.length; index += 2) {
            variables.add(new FlowVariable((String) pathsAndValues[index], pathsAndValues[index + 1]));
        }
        return variables;
    }

    @SuppressWarnings("unchecked")
    private static <P extends NodeParameters> Class<P> type(final P parameters) {
        return (Class<P>) parameters.getClass();
    }

    private static NodeSettings saved(final NodeParameters parameters) {
        final var settings = new NodeSettings("model");
        ParametersPersistence.save(parameters, settings);
        return settings;
    }

    private void overwrite(final NodeSettings settings) throws InvalidSettingsException {
        ConfigBase group = settings;
        final var keys = path.split("/");
        for (int level = 0; level < keys.length - 1; level++) {
            group = group.getConfigBase(keys[level]);
        }
        put(group, keys[keys.length - 1]);
    }

    private void put(final ConfigBase group, final String key) {
        final var entry = group.getEntry(key);
        if (entry == null) {
            throw new AssertionError("There is no setting " + path + ".");
        }
        final var text = String.valueOf(value);
        switch (entry.getType()) {
            case xint -> group.addInt(key, Integer.parseInt(text));
            case xlong -> group.addLong(key, Long.parseLong(text));
            case xdouble -> group.addDouble(key, Double.parseDouble(text));
            case xboolean -> group.addBoolean(key, Boolean.parseBoolean(text));
            case xstring -> group.addString(key, (String) value);
            case config -> group.addStringArray(key, text.split(";"));
            default -> throw new AssertionError("The setting " + path + " is of the type " + entry.getType() + ".");
        }
    }
}
