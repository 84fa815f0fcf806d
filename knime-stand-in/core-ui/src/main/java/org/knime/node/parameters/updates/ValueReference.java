package org.knime.node.parameters.updates;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives a field the name by which predicates and providers refer to its value. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ValueReference {
    /** The raw type is KNIME's. */
    @SuppressWarnings("rawtypes")
    Class<? extends ParameterReference> value();
}
