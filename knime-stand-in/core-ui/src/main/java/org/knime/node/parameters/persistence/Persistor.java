package org.knime.node.parameters.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the class that saves and loads a field, or a whole class, in a form of its own. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Persistor {
    /** The raw type is KNIME's. */
    @SuppressWarnings("rawtypes")
    Class<? extends NodeParametersPersistor> value();
}
