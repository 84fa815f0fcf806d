package org.knime.node.parameters.updates;

import java.util.function.Supplier;
import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;

/** Computes something a dialog shows: a value, choices, a message, a bound. Needs an empty constructor. */
public interface StateProvider<S> {

    /** Says when to compute, and fetches suppliers of the values that the computation reads. */
    void init(StateProviderInitializer initializer);

    /**
     * @param input the node's ports
     * @throws StateComputationFailureException if the state is to stay as it is
     */
    S computeState(NodeParametersInput input) throws StateComputationFailureException;

    /** What a provider can ask for before it computes. */
    interface StateProviderInitializer {

        /** The current value of a field; a change of it makes the state be computed again. */
        <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> reference);

        /** The current value of a field. */
        <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> reference);

        <T> void computeOnValueChange(Class<? extends ParameterReference<T>> reference);

        /** The state of another provider, computed before this one. */
        <T> Supplier<T> computeFromProvidedState(Class<? extends StateProvider<T>> stateProviderClass);

        void computeBeforeOpenDialog();

        void computeAfterOpenDialog();

        NodeParametersInput getNodeParametersInput();
    }
}
