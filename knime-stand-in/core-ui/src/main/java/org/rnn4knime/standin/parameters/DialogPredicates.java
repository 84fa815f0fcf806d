package org.rnn4knime.standin.parameters;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;

/**
 * Decides predicates by the values of a dialog.
 *
 * @param dialog the dialog
 */
record DialogPredicates(ParametersDialog dialog) implements PredicateInitializer {

    @Override
    public StringReference getString(final Class<? extends ParameterReference<String>> reference) {
        final var value = dialog.value(reference);
        return new StringReference() {

            @Override
            public EffectPredicate isEqualTo(final String expected) {
                return new Verdict(Objects.equals(value, expected));
            }

            @Override
            public EffectPredicate matchesPattern(final String pattern) {
                return new Verdict(value instanceof final String text && Pattern.matches(pattern, text));
            }
        };
    }

    @Override
    public BooleanReference getBoolean(final Class<? extends ParameterReference<Boolean>> reference) {
        final var value = Boolean.TRUE.equals(dialog.value(reference));
        return new BooleanReference() {

            @Override
            public EffectPredicate isTrue() {
                return new Verdict(value);
            }

            @Override
            public EffectPredicate isFalse() {
                return new Verdict(!value);
            }
        };
    }

    @Override
    public <E extends Enum<E>> EnumReference<E> getEnum(final Class<? extends ParameterReference<E>> reference) {
        final var value = dialog.value(reference);
        return new EnumReference<>() {

            /** The array is KNIME's signature; it is only read. */
            @Override
            @SafeVarargs
            public final EffectPredicate isOneOf(final E... constants) {
                return new Verdict(Arrays.asList(constants).contains(value));
            }
        };
    }

    @Override
    public <T> ArrayReference getArray(final Class<? extends ParameterReference<T[]>> reference) {
        final var elements = Arrays.asList((Object[]) dialog.value(reference));
        return new ArrayReference() {

            @Override
            public EffectPredicate hasMultipleItems() {
                return new Verdict(elements.size() > 1);
            }

            @Override
            public EffectPredicate containsElementSatisfying(final EffectPredicateProvider elementPredicate) {
                return new Verdict(elements.stream()
                        .anyMatch(element -> new ParametersDialog(element, dialog.input()).holds(elementPredicate)));
            }
        };
    }

    @Override
    public boolean isMissing(final Class<? extends ParameterReference<?>> reference) {
        return !dialog.knows(reference);
    }

    @Override
    public EffectPredicate getConstant(final Predicate<NodeParametersInput> predicate) {
        return new Verdict(predicate.test(dialog.input()));
    }

    @Override
    public EffectPredicate getPredicate(final Class<? extends EffectPredicateProvider> predicateProviderClass) {
        return new Verdict(dialog.holds(predicateProviderClass));
    }

    @Override
    public EffectPredicate getPredicate(final EffectPredicateProvider predicateProvider) {
        return new Verdict(dialog.holds(predicateProvider));
    }
}
