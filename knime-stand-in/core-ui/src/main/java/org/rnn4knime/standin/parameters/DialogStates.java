package org.rnn4knime.standin.parameters;

import java.util.function.Supplier;
import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.StateProvider.StateProviderInitializer;

/**
 * Gives state providers the values of a dialog. When to compute plays no role here, since every state is computed on
 * request.
 *
 * @param dialog the dialog
 */
record DialogStates(ParametersDialog dialog) implements StateProviderInitializer {

    @Override
    public <T> Supplier<T> computeFromValueSupplier(final Class<? extends ParameterReference<T>> reference) {
        return getValueSupplier(reference);
    }

    @Override
    public <T> Supplier<T> getValueSupplier(final Class<? extends ParameterReference<T>> reference) {
        // The reference's type argument states the field's type.
        @SuppressWarnings("unchecked")
        final var value = (T) dialog.value(reference);
        return () -> value;
    }

    @Override
    public <T> void computeOnValueChange(final Class<? extends ParameterReference<T>> reference) {
        dialog.value(reference);
    }

    @Override
    public <T> Supplier<T> computeFromProvidedState(final Class<? extends StateProvider<T>> stateProviderClass) {
        return () -> {
            try {
                return dialog.state(stateProviderClass);
            } catch (final StateComputationFailureException e) {
                throw new IllegalStateException(stateProviderClass.getName() + " could not compute its state.", e);
            }
        };
    }

    @Override
    public void computeBeforeOpenDialog() {
        // See the class.
    }

    @Override
    public void computeAfterOpenDialog() {
        // See the class.
    }

    @Override
    public NodeParametersInput getNodeParametersInput() {
        return dialog.input();
    }
}
