package org.knime.node.parameters.array;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.updates.StateProvider;

/** Shows an array of nested parameters as a list whose elements the user adds, removes and sorts. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ArrayWidget {
    ElementLayout elementLayout() default ElementLayout.VERTICAL_CARD;

    String elementTitle() default "";

    String addButtonText() default "";

    boolean showSortButtons() default false;

    boolean hasFixedSize() default false;

    /** The raw type is KNIME's; the interface itself stands for "none". */
    @SuppressWarnings("rawtypes")
    Class<? extends StateProvider> elementDefaultValueProvider() default StateProvider.class;

    /** How the settings of one element lie. */
    enum ElementLayout {
        HORIZONTAL_SINGLE_LINE,
        VERTICAL_CARD
    }
}
