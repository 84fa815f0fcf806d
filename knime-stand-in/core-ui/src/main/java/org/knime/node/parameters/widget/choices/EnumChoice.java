package org.knime.node.parameters.widget.choices;

/**
 * A constant to choose.
 *
 * @param id the constant
 * @param text what is shown
 */
public record EnumChoice<E extends Enum<E>>(E id, String text) {

    /** Shows the constant under its {@link Label}, or under its name where it has none. */
    public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(final E constant) {
        try {
            final var label =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(Label.class);
            return new EnumChoice<>(constant, label == null ? constant.name() : label.value());
        } catch (final NoSuchFieldException e) {
            throw new IllegalStateException("The enum " + constant.getDeclaringClass() + " hides its constants.", e);
        }
    }
}
