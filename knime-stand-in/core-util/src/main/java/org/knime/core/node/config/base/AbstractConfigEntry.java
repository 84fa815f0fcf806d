package org.knime.core.node.config.base;

import java.io.Serializable;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Objects;
import javax.swing.tree.TreeNode;

/** One node in the tree of settings: a value or a group. */
public abstract class AbstractConfigEntry implements Serializable, TreeNode {

    private static final long serialVersionUID = 1L;

    private final ConfigEntries m_type;
    private final String m_key;
    private AbstractConfigEntry m_parent;

    AbstractConfigEntry(final ConfigEntries type, final String key) {
        m_type = type;
        m_key = key;
    }

    public final String getKey() {
        return m_key;
    }

    public final ConfigEntries getType() {
        return m_type;
    }

    /** The value in the form that a settings file holds; null for a missing text. */
    public abstract String toStringValue();

    boolean hasSameValue(final AbstractConfigEntry other) {
        return Objects.equals(toStringValue(), other.toStringValue());
    }

    /** Whether key, type and value, and those of all settings below, are the same. */
    public final boolean isIdentical(final AbstractConfigEntry other) {
        return other == this
                || other != null && m_type == other.m_type && m_key.equals(other.m_key) && hasSameValue(other);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof AbstractConfigEntry entry && isIdentical(entry);
    }

    @Override
    public int hashCode() {
        return m_key.hashCode();
    }

    @Override
    public String toString() {
        return m_key + "=" + toStringValue();
    }

    @Override
    public final TreeNode getParent() {
        return m_parent;
    }

    public final void setParent(final AbstractConfigEntry parent) {
        m_parent = parent;
    }

    @Override
    public final boolean getAllowsChildren() {
        return !isLeaf();
    }

    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public int getChildCount() {
        return 0;
    }

    @Override
    public TreeNode getChildAt(final int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public int getIndex(final TreeNode node) {
        return -1;
    }

    @Override
    public Enumeration<TreeNode> children() {
        return Collections.emptyEnumeration();
    }
}
