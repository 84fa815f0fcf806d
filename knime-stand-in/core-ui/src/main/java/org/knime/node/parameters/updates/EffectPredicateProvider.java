package org.knime.node.parameters.updates;

import java.util.function.Predicate;
import org.knime.node.parameters.NodeParametersInput;
import org.rnn4knime.standin.parameters.Verdict;

/** Says when an {@link Effect} takes place. Needs an empty constructor when an annotation names its class. */
@FunctionalInterface
public interface EffectPredicateProvider {

    EffectPredicate init(PredicateInitializer i);

    default EffectPredicate and(final EffectPredicate... predicates) {
        return Verdict.all(predicates);
    }

    default EffectPredicate or(final EffectPredicate... predicates) {
        return Verdict.any(predicates);
    }

    default EffectPredicate not(final EffectPredicate predicate) {
        return predicate.negate();
    }

    /** Gives access to the fields that a predicate looks at. */
    interface PredicateInitializer {

        StringReference getString(Class<? extends ParameterReference<String>> reference);

        BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

        <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

        <T> ArrayReference getArray(Class<? extends ParameterReference<T[]>> reference);

        /** Whether no field of the dialog has this reference. */
        boolean isMissing(Class<? extends ParameterReference<?>> reference);

        /** A predicate on the node's ports, which do not change while the dialog is open. */
        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> predicateProviderClass);

        EffectPredicate getPredicate(EffectPredicateProvider predicateProvider);

        default EffectPredicate always() {
            return getConstant(input -> true);
        }

        default EffectPredicate never() {
            return getConstant(input -> false);
        }

        /** A text field. */
        interface StringReference {

            EffectPredicate isEqualTo(String value);

            EffectPredicate matchesPattern(String pattern);
        }

        /** A checkbox. */
        interface BooleanReference {

            EffectPredicate isTrue();

            EffectPredicate isFalse();
        }

        /** A choice among the constants of an enum. */
        interface EnumReference<E extends Enum<E>> {

            /** The array of a type variable is KNIME's signature; it is only read. */
            @SuppressWarnings("unchecked")
            EffectPredicate isOneOf(E... values);
        }

        /** A list of nested parameters. */
        interface ArrayReference {

            EffectPredicate hasMultipleItems();

            EffectPredicate containsElementSatisfying(EffectPredicateProvider elementPredicate);
        }
    }
}
