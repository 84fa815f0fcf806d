package org.rnn4knime.standin.parameters;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.knime.node.parameters.persistence.Persist;

/**
 * A setting: a field of a parameters class that is not private.
 *
 * @param field the field, made accessible
 */
public record ParameterField(Field field) {

    private static final String PREFIX = "m_";

    private static final String HIDDEN_SUFFIX = "_Internals";

    /** The settings of a class, those of its superclass first. */
    public static List<ParameterField> of(final Class<?> type) {
        final var fields = new ArrayList<ParameterField>();
        Optional.ofNullable(type.getSuperclass()).map(ParameterField::of).ifPresent(fields::addAll);
        for (final var field : type.getDeclaredFields()) {
            final var excluded = Modifier.PRIVATE | Modifier.STATIC | Modifier.TRANSIENT;
            if ((field.getModifiers() & excluded) == 0 && !field.isSynthetic()) {
                field.setAccessible(true);
                fields.add(new ParameterField(field));
            }
        }
        return fields;
    }

    /** The field's name without the prefix. */
    public String name() {
        final var name = field.getName();
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    /** The key under which the setting is saved. */
    public String key() {
        final var persist = annotation(Persist.class);
        final var key =
                persist.map(Persist::configKey).filter(k -> !k.isEmpty()).orElseGet(this::name);
        return persist.map(Persist::hidden).orElse(false) ? key + HIDDEN_SUFFIX : key;
    }

    public Class<?> type() {
        return field.getType();
    }

    /** The type between the angle brackets of an Optional or a list. */
    public Class<?> contentType() {
        if (field.getGenericType() instanceof final ParameterizedType type
                && type.getActualTypeArguments()[0] instanceof final Class<?> contentType) {
            return contentType;
        }
        throw new IllegalArgumentException(field + " needs a class as its type argument.");
    }

    public <A extends Annotation> Optional<A> annotation(final Class<A> annotationType) {
        return Optional.ofNullable(field.getAnnotation(annotationType));
    }

    public Optional<Object> get(final Object owner) {
        try {
            return Optional.ofNullable(field.get(owner));
        } catch (final IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be read.", e);
        }
    }

    /** The value, where the setting must have one. */
    Object require(final Object owner) {
        return get(owner).orElseThrow(() -> new IllegalStateException(field + " is null and so cannot be saved."));
    }

    void set(final Object owner, final Object value) {
        if (type().isPrimitive()) {
            Objects.requireNonNull(value, key());
        }
        try {
            field.set(owner, value);
        } catch (final IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be written.", e);
        }
    }
}
