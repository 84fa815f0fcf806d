package org.rnn4knime.standin.parameters;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;

/** Sorts sections by their annotations; sections without a word about each other stay as they are. */
final class SectionOrder {

    private final Set<Class<?>> sections = new LinkedHashSet<>();

    private final List<Class<?>> sorted = new ArrayList<>();

    private SectionOrder() {}

    /**
     * Sorts the sections together with those that their annotations name.
     *
     * @throws IllegalArgumentException if sections wait for each other
     */
    static List<Class<?>> of(final Collection<Class<?>> sections) {
        final var order = new SectionOrder();
        sections.forEach(order::addWithNamedOnes);
        order.sortInside(Optional.empty());
        if (order.sorted.size() < order.sections.size()) {
            throw new IllegalArgumentException("Some of these sections wait for each other: " + order.sections);
        }
        return order.sorted;
    }

    private void addWithNamedOnes(final Class<?> section) {
        if (sections.add(section)) {
            Stream.of(after(section), before(section), outer(section))
                    .flatMap(Optional::stream)
                    .forEach(this::addWithNamedOnes);
        }
    }

    private void sortInside(final Optional<Class<?>> outer) {
        final var waiting = new LinkedHashSet<>(sections.stream()
                .filter(section -> outer(section).equals(outer))
                .toList());
        Optional<Class<?>> next;
        while ((next = first(waiting)).isPresent()) {
            waiting.remove(next.get());
            sorted.add(next.get());
            sortInside(next);
        }
    }

    /** The first section for which none of the waiting ones must make room; none if all wait for each other. */
    private static Optional<Class<?>> first(final Set<Class<?>> waiting) {
        return waiting.stream()
                .filter(section -> waiting.stream().noneMatch(other -> comesBefore(other, section)))
                .findFirst();
    }

    private static boolean comesBefore(final Class<?> one, final Class<?> other) {
        return after(other).equals(Optional.of(one)) || before(one).equals(Optional.of(other));
    }

    private static Optional<Class<?>> after(final Class<?> section) {
        return named(section, After.class, After::value);
    }

    private static Optional<Class<?>> before(final Class<?> section) {
        return named(section, Before.class, Before::value);
    }

    private static Optional<Class<?>> outer(final Class<?> section) {
        return named(section, Inside.class, Inside::value);
    }

    private static <A extends Annotation> Optional<Class<?>> named(
            final Class<?> section, final Class<A> annotation, final Function<A, Class<?>> value) {
        return Optional.ofNullable(section.getAnnotation(annotation)).map(value);
    }
}
