package org.rnn4knime.standin.parameters;

import java.util.HashMap;
import java.util.Map;
import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueReference;

/** Answers what a dialog that is opened on some parameters shows: which effects take place, which choices there are. */
public final class ParametersDialog {

    private final Map<Class<?>, Object> valuesByReference = new HashMap<>();

    private final NodeParametersInput input;

    /**
     * @param parameters the values in the dialog
     * @param input the node's ports
     */
    public ParametersDialog(final Object parameters, final NodeParametersInput input) {
        this.input = input;
        collectValues(parameters);
    }

    /** Whether the predicate of an effect holds. */
    public boolean holds(final Class<? extends EffectPredicateProvider> provider) {
        return holds(Instances.create(provider));
    }

    /** The choices, value, bound or message that a provider computes. */
    public <S> S state(final Class<? extends StateProvider<S>> provider) throws StateComputationFailureException {
        final var instance = Instances.create(provider);
        instance.init(new DialogStates(this));
        return instance.computeState(input);
    }

    boolean holds(final EffectPredicateProvider provider) {
        return Verdict.of(provider.init(new DialogPredicates(this)));
    }

    NodeParametersInput input() {
        return input;
    }

    boolean knows(final Class<?> reference) {
        return valuesByReference.containsKey(reference);
    }

    /**
     * @throws IllegalArgumentException if no field has the reference
     */
    Object value(final Class<?> reference) {
        if (!knows(reference)) {
            throw new IllegalArgumentException("No field has the value reference " + reference.getName() + ".");
        }
        return valuesByReference.get(reference);
    }

    private void collectValues(final Object group) {
        for (final var field : ParameterField.of(group.getClass())) {
            final var value = field.get(group);
            field.annotation(ValueReference.class)
                    .ifPresent(reference -> valuesByReference.put(reference.value(), value.orElse(null)));
            value.filter(v -> v instanceof WidgetGroup || v instanceof Persistable)
                    .ifPresent(this::collectValues);
        }
    }
}
