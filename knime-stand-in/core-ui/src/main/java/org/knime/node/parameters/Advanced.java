package org.knime.node.parameters;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows the setting, or all settings of the class, only after the user asked for the advanced settings. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Advanced {}
