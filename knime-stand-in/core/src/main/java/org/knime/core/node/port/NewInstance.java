package org.knime.core.node.port;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;

/** Creates the object that a serializer fills; the serializer's type argument tells its class. */
final class NewInstance {

    private NewInstance() {}

    /** The class named T in {@code class S extends GenericSerializer<T>}. */
    static <T> T ofTypeArgument(final Class<?> serializer, final Class<T> bound) throws IOException {
        if (serializer.getGenericSuperclass() instanceof ParameterizedType type
                && type.getActualTypeArguments()[0] instanceof Class<?> argument) {
            try {
                return bound.cast(argument.getConstructor().newInstance());
            } catch (final ReflectiveOperationException problem) {
                throw new IOException(argument.getName() + " needs a public constructor without arguments", problem);
            }
        }
        throw new IOException(serializer.getName() + " does not name the class that it reads");
    }
}
