package org.knime.core.internal;

/** Declared empty: the home of {@link Serializer}. */
public final class SerializerMethodLoader {

    private SerializerMethodLoader() {}

    /** Declared empty: what writes and reads objects of one class. */
    public interface Serializer<T> {}
}
