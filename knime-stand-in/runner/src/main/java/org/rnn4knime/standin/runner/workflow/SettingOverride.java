package org.rnn4knime.standin.runner.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.ConfigEntries;

/**
 * A setting that gets another value for one run, as a flow variable would give it.
 *
 * @param node ID of the node
 * @param key path of the setting below "model"
 * @param value the value as text
 */
public record SettingOverride(int node, List<String> key, String value) {

    private static final Pattern SYNTAX = Pattern.compile("(\\d{1,9})/([^=]+)=(.*)", Pattern.DOTALL);

    private static final String PRESENT = "_is_present";

    /**
     * Reads {@code ID/key=value}.
     *
     * @throws RunRefusedException if the text is of another form
     */
    public static SettingOverride parse(final String text) throws RunRefusedException {
        final var match = SYNTAX.matcher(text);
        if (!match.matches()) {
            throw new RunRefusedException(
                    "'--set " + text + "' is not of the form ID/key=value, for example 3/training/seed=5.");
        }
        return new SettingOverride(
                Integer.parseInt(match.group(1)), List.of(match.group(2).split("/", -1)), match.group(3));
    }

    /**
     * Changes the settings of the node. An optional setting is switched on.
     *
     * @throws RunRefusedException if the node or the key does not exist, or the value is of another type
     */
    public void apply(final SavedWorkflow workflow) throws RunRefusedException {
        final var saved = workflow.node(node);
        ConfigBase parent = model(saved);
        for (final var part : key.subList(0, key.size() - 1)) {
            parent = child(saved, parent, part);
        }
        final var last = key.get(key.size() - 1);
        final var entry = parent.getEntry(last);
        if (entry == null || entry.getType() == ConfigEntries.config) {
            throw unknown(saved, entry == null ? parent : child(saved, parent, last));
        }
        set(parent, last, entry.getType());
        if (parent.containsKey(last + PRESENT)) {
            parent.addBoolean(last + PRESENT, true);
        }
    }

    private NodeSettings model(final SavedNode saved) throws RunRefusedException {
        try {
            return saved.settings().getNodeSettings("model");
        } catch (final InvalidSettingsException exception) {
            throw new RunRefusedException(saved + " has no settings that could be set.", exception);
        }
    }

    private ConfigBase child(final SavedNode saved, final ConfigBase parent, final String part)
            throws RunRefusedException {
        if (parent.getEntry(part) instanceof ConfigBase child) {
            return child;
        }
        throw unknown(saved, parent);
    }

    private RunRefusedException unknown(final SavedNode saved, final ConfigBase nearest) {
        final var keys = nearest.keySet().stream()
                .filter(known -> !known.endsWith("_Internals") && !known.endsWith(PRESENT))
                .map(known -> nearest.getEntry(known) instanceof ConfigBase ? known + "/" : known)
                .toList();
        return new RunRefusedException(saved + " has no setting " + String.join("/", key) + ". There is: "
                + String.join(", ", keys) + (keys.isEmpty() ? "nothing." : "."));
    }

    private void set(final ConfigBase parent, final String name, final ConfigEntries type) throws RunRefusedException {
        try {
            switch (type) {
                case xint -> parent.addInt(name, Integer.parseInt(value));
                case xlong -> parent.addLong(name, Long.parseLong(value));
                case xshort -> parent.addShort(name, Short.parseShort(value));
                case xbyte -> parent.addByte(name, Byte.parseByte(value));
                case xdouble -> parent.addDouble(name, Double.parseDouble(value));
                case xfloat -> parent.addFloat(name, Float.parseFloat(value));
                case xboolean -> parent.addBoolean(name, parseBoolean());
                case xchar -> parent.addChar(name, parseCharacter());
                case xstring -> parent.addString(name, value);
                default -> throw new IllegalArgumentException("a setting of type " + type + " cannot be set so");
            }
        } catch (final IllegalArgumentException exception) {
            throw new RunRefusedException(
                    "'" + value + "' is no value for " + String.join("/", key) + " of node " + node
                            + ", which is of type " + type.name().substring(1) + ".",
                    exception);
        }
    }

    private boolean parseBoolean() {
        if (!List.of("true", "false").contains(value)) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return Boolean.parseBoolean(value);
    }

    private char parseCharacter() {
        if (value.length() != 1) {
            throw new IllegalArgumentException("not one character");
        }
        return value.charAt(0);
    }

    /**
     * Reads several overrides.
     *
     * @throws RunRefusedException if one is not of the form ID/key=value
     */
    public static List<SettingOverride> parseAll(final List<String> texts) throws RunRefusedException {
        final var overrides = new ArrayList<SettingOverride>();
        for (final var text : texts) {
            overrides.add(parse(text));
        }
        return List.copyOf(overrides);
    }
}
