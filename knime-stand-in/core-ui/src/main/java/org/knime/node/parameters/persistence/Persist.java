package org.knime.node.parameters.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Changes the key under which a field is saved. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Persist {
    /** The key, or "" for the field's name without "m_". */
    String configKey() default "";

    /** Appends "_Internals" to the key, which keeps it out of the list of flow variables. */
    boolean hidden() default false;
}
