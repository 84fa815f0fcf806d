package org.knime.node.parameters.widget.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopMaxLengthValidationProvider;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopMinLengthValidationProvider;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopPatternValidationProvider;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopStringProvider;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Sets the hint and the checks of a text field. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextInputWidget {
    String placeholder() default "";

    Class<? extends StateProvider<String>> placeholderProvider() default NoopStringProvider.class;

    /** The class itself stands for "no check", as with the two below. */
    Class<? extends PatternValidation> patternValidation() default PatternValidation.class;

    Class<? extends StateProvider<? extends PatternValidation>> patternValidationProvider() default
            NoopPatternValidationProvider.class;

    Class<? extends MinLengthValidation> minLengthValidation() default MinLengthValidation.class;

    Class<? extends StateProvider<? extends MinLengthValidation>> minLengthValidationProvider() default
            NoopMinLengthValidationProvider.class;

    Class<? extends MaxLengthValidation> maxLengthValidation() default MaxLengthValidation.class;

    Class<? extends StateProvider<? extends MaxLengthValidation>> maxLengthValidationProvider() default
            NoopMaxLengthValidationProvider.class;
}
