package org.knime.core.node.context;

/** Has copies that share nothing that can change. */
public interface DeepCopy<T> {

    T copy();
}
