package org.knime.node.parameters.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the class that reads a field, or a whole class, from older settings. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Migration {
    /** The raw type is KNIME's. */
    @SuppressWarnings("rawtypes")
    Class<? extends NodeParametersMigration> value();
}
