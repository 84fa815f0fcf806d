package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.tree.TreeNode;
import javax.xml.parsers.ParserConfigurationException;
import org.knime.core.node.InvalidSettingsException;
import org.xml.sax.SAXException;

/** A group of settings in the order in which they were added. */
public abstract class ConfigBase extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {

    private static final long serialVersionUID = 1L;

    private final Map<String, AbstractConfigEntry> m_entries = new LinkedHashMap<>();

    public ConfigBase(final String key) {
        super(ConfigEntries.config, key);
    }

    /** A new group of the same class, which becomes a group below this one. */
    public abstract ConfigBase getInstance(String key);

    @Override
    public final ConfigBase addConfigBase(final String key) {
        final var child = getInstance(key);
        put(child);
        return child;
    }

    @Override
    public final ConfigBase getConfigBase(final String key) throws InvalidSettingsException {
        return require(ConfigBase.class, key);
    }

    public void addEntry(final AbstractConfigEntry entry) {
        put(entry);
    }

    /** The entry of this key, null without one. */
    public AbstractConfigEntry getEntry(final String key) {
        return m_entries.get(key);
    }

    protected void put(final AbstractConfigEntry entry) {
        entry.setParent(this);
        m_entries.put(entry.getKey(), entry);
    }

    private <E extends AbstractConfigEntry> Optional<E> find(final Class<E> type, final String key) {
        return Optional.ofNullable(m_entries.get(key)).filter(type::isInstance).map(type::cast);
    }

    private <E extends AbstractConfigEntry> E require(final Class<E> type, final String key)
            throws InvalidSettingsException {
        final var kind =
                type == ConfigBase.class ? "Config" : type.getSimpleName().replaceAll("^Config|Entry$", "");
        return find(type, key)
                .orElseThrow(() -> new InvalidSettingsException(kind + " for key \"" + key + "\" not found."));
    }

    private interface Getter<T> {
        T get() throws InvalidSettingsException;
    }

    private static <T> T valueOr(final T def, final Getter<T> getter) {
        try {
            return getter.get();
        } catch (final InvalidSettingsException absent) {
            return def;
        }
    }

    @Override
    public boolean containsKey(final String key) {
        return m_entries.containsKey(key);
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(m_entries.keySet());
    }

    @Override
    public final Iterator<String> iterator() {
        return keySet().iterator();
    }

    @Override
    public String getString(final String key) throws InvalidSettingsException {
        return require(ConfigStringEntry.class, key).getString();
    }

    @Override
    public String getString(final String key, final String def) {
        final var entry = find(ConfigStringEntry.class, key);
        return entry.isPresent() ? entry.get().getString() : def;
    }

    @Override
    public void addString(final String key, final String value) {
        put(new ConfigStringEntry(key, value));
    }

    @Override
    public int getInt(final String key) throws InvalidSettingsException {
        return require(ConfigIntEntry.class, key).getInt();
    }

    @Override
    public int getInt(final String key, final int def) {
        return find(ConfigIntEntry.class, key).map(ConfigIntEntry::getInt).orElse(def);
    }

    @Override
    public void addInt(final String key, final int value) {
        put(new ConfigIntEntry(key, value));
    }

    @Override
    public long getLong(final String key) throws InvalidSettingsException {
        return require(ConfigLongEntry.class, key).getLong();
    }

    @Override
    public long getLong(final String key, final long def) {
        return find(ConfigLongEntry.class, key).map(ConfigLongEntry::getLong).orElse(def);
    }

    @Override
    public void addLong(final String key, final long value) {
        put(new ConfigLongEntry(key, value));
    }

    @Override
    public double getDouble(final String key) throws InvalidSettingsException {
        return require(ConfigDoubleEntry.class, key).getDouble();
    }

    @Override
    public double getDouble(final String key, final double def) {
        return find(ConfigDoubleEntry.class, key)
                .map(ConfigDoubleEntry::getDouble)
                .orElse(def);
    }

    @Override
    public void addDouble(final String key, final double value) {
        put(new ConfigDoubleEntry(key, value));
    }

    @Override
    public float getFloat(final String key) throws InvalidSettingsException {
        return require(ConfigFloatEntry.class, key).getFloat();
    }

    @Override
    public float getFloat(final String key, final float def) {
        return find(ConfigFloatEntry.class, key).map(ConfigFloatEntry::getFloat).orElse(def);
    }

    @Override
    public void addFloat(final String key, final float value) {
        put(new ConfigFloatEntry(key, value));
    }

    @Override
    public boolean getBoolean(final String key) throws InvalidSettingsException {
        return require(ConfigBooleanEntry.class, key).getBoolean();
    }

    @Override
    public boolean getBoolean(final String key, final boolean def) {
        return find(ConfigBooleanEntry.class, key)
                .map(ConfigBooleanEntry::getBoolean)
                .orElse(def);
    }

    @Override
    public void addBoolean(final String key, final boolean value) {
        put(new ConfigBooleanEntry(key, value));
    }

    @Override
    public char getChar(final String key) throws InvalidSettingsException {
        return require(ConfigCharEntry.class, key).getChar();
    }

    @Override
    public char getChar(final String key, final char def) {
        return find(ConfigCharEntry.class, key).map(ConfigCharEntry::getChar).orElse(def);
    }

    @Override
    public void addChar(final String key, final char value) {
        put(new ConfigCharEntry(key, value));
    }

    @Override
    public byte getByte(final String key) throws InvalidSettingsException {
        return require(ConfigByteEntry.class, key).getByte();
    }

    @Override
    public byte getByte(final String key, final byte def) {
        return find(ConfigByteEntry.class, key).map(ConfigByteEntry::getByte).orElse(def);
    }

    @Override
    public void addByte(final String key, final byte value) {
        put(new ConfigByteEntry(key, value));
    }

    @Override
    public short getShort(final String key) throws InvalidSettingsException {
        return require(ConfigShortEntry.class, key).getShort();
    }

    @Override
    public short getShort(final String key, final short def) {
        return find(ConfigShortEntry.class, key).map(ConfigShortEntry::getShort).orElse(def);
    }

    @Override
    public void addShort(final String key, final short value) {
        put(new ConfigShortEntry(key, value));
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        return ConfigArrays.readStrings(getConfigBase(key)).orElse(null);
    }

    @Override
    public String[] getStringArray(final String key, final String... def) {
        return valueOr(def, () -> getStringArray(key));
    }

    @Override
    public void addStringArray(final String key, final String... values) {
        ConfigArrays.writeStrings(addConfigBase(key), values);
    }

    @Override
    public int[] getIntArray(final String key) throws InvalidSettingsException {
        return ConfigArrays.readInts(getConfigBase(key)).orElse(null);
    }

    @Override
    public int[] getIntArray(final String key, final int[] def) {
        return valueOr(def, () -> getIntArray(key));
    }

    @Override
    public void addIntArray(final String key, final int[] values) {
        ConfigArrays.writeInts(addConfigBase(key), values);
    }

    @Override
    public long[] getLongArray(final String key) throws InvalidSettingsException {
        return ConfigArrays.readLongs(getConfigBase(key)).orElse(null);
    }

    @Override
    public long[] getLongArray(final String key, final long[] def) {
        return valueOr(def, () -> getLongArray(key));
    }

    @Override
    public void addLongArray(final String key, final long[] values) {
        ConfigArrays.writeLongs(addConfigBase(key), values);
    }

    @Override
    public double[] getDoubleArray(final String key) throws InvalidSettingsException {
        return ConfigArrays.readDoubles(getConfigBase(key)).orElse(null);
    }

    @Override
    public double[] getDoubleArray(final String key, final double[] def) {
        return valueOr(def, () -> getDoubleArray(key));
    }

    @Override
    public void addDoubleArray(final String key, final double[] values) {
        ConfigArrays.writeDoubles(addConfigBase(key), values);
    }

    @Override
    public boolean[] getBooleanArray(final String key) throws InvalidSettingsException {
        return ConfigArrays.readBooleans(getConfigBase(key)).orElse(null);
    }

    @Override
    public boolean[] getBooleanArray(final String key, final boolean[] def) {
        return valueOr(def, () -> getBooleanArray(key));
    }

    @Override
    public void addBooleanArray(final String key, final boolean[] values) {
        ConfigArrays.writeBooleans(addConfigBase(key), values);
    }

    @Override
    public void copyTo(final ConfigBaseWO target) {
        m_entries.values().forEach(entry -> ConfigCopy.copy(entry, target));
    }

    /** Replaces the content by that of a settings file and closes the stream. */
    public void load(final InputStream stream) throws IOException {
        m_entries.clear();
        try {
            XMLConfig.load(this, stream);
        } catch (final SAXException | ParserConfigurationException problem) {
            throw new IOException("No KNIME settings: " + problem.getMessage(), problem);
        }
    }

    @Override
    public final void saveToXML(final OutputStream stream) throws IOException {
        XMLConfig.save(this, stream);
    }

    @Override
    public final String toStringValue() {
        return getKey();
    }

    @Override
    boolean hasSameValue(final AbstractConfigEntry other) {
        return other instanceof ConfigBase config && m_entries.equals(config.m_entries);
    }

    @Override
    public String toString() {
        return getKey() + m_entries.values();
    }

    private List<AbstractConfigEntry> entries() {
        return List.copyOf(m_entries.values());
    }

    @Override
    public final boolean isLeaf() {
        return false;
    }

    @Override
    public int getChildCount() {
        return m_entries.size();
    }

    @Override
    public TreeNode getChildAt(final int index) {
        return entries().get(index);
    }

    @Override
    public int getIndex(final TreeNode node) {
        return entries().indexOf(node);
    }

    @Override
    public final Enumeration<TreeNode> children() {
        return Collections.enumeration(List.<TreeNode>copyOf(m_entries.values()));
    }
}
