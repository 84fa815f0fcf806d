package org.rnn4knime.standin.parameters;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Makes the objects that annotations and parameters name only by their class. */
public final class Instances {

    private Instances() {}

    /**
     * Makes an object with the empty constructor.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static <T> T create(final Class<T> type) {
        try {
            return create(type.getDeclaredConstructor());
        } catch (final NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " needs an empty constructor.", e);
        }
    }

    /** Makes default parameters: with the constructor that takes the node's input, or else with the empty one. */
    public static <P extends NodeParameters> P defaults(final Class<P> type, final NodeParametersInput input) {
        try {
            return create(type.getDeclaredConstructor(NodeParametersInput.class), input);
        } catch (final NoSuchMethodException e) {
            return create(type);
        }
    }

    private static <T> T create(final Constructor<T> constructor, final Object... arguments) {
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(arguments);
        } catch (final InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "The constructor of " + constructor.getDeclaringClass().getName() + " failed.", e);
        }
    }
}
