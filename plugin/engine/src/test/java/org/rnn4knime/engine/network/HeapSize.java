package org.rnn4knime.engine.network;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds up all arrays that an object of this project reaches through others of this project and collections. */
final class HeapSize {

    private static final int HEADER = 16;

    private static final int REFERENCE = 4;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Deque<Object> open = new ArrayDeque<>();

    private HeapSize() {}

    /** In bytes. */
    static long of(final Object root) {
        final var walk = new HeapSize();
        walk.open.add(root);
        long sum = 0;
        while (!walk.open.isEmpty()) {
            final var next = walk.open.poll();
            if (walk.seen.add(next)) {
                sum += walk.visit(next);
            }
        }
        return sum;
    }

    private long visit(final Object object) {
        final var type = object.getClass();
        if (type.isArray()) {
            final var component = type.getComponentType();
            final var length = (long) Array.getLength(object);
            if (!component.isPrimitive()) {
                Arrays.stream((Object[]) object).forEach(this::reach);
                return HEADER + length * REFERENCE;
            }
            return HEADER + length * (component == double.class || component == long.class ? Long.BYTES : Float.BYTES);
        }
        if (object instanceof Map<?, ?> map) {
            map.values().forEach(this::reach);
        } else if (object instanceof Iterable<?> some) {
            some.forEach(this::reach);
        } else if (object instanceof Optional<?> some) {
            some.ifPresent(this::reach);
        } else if (type.getName().startsWith("org.rnn4knime.engine") && !(object instanceof Enum)) {
            fields(type).forEach(field -> reach(value(field, object)));
        }
        return 0;
    }

    private void reach(final Object object) {
        if (object != null) {
            open.add(object);
        }
    }

    private static List<Field> fields(final Class<?> type) {
        final var fields = new ArrayList<Field>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            Arrays.stream(at.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive())
                    .forEach(fields::add);
        }
        return fields;
    }

    private static Object value(final Field field, final Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
