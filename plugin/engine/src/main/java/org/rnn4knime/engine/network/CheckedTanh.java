package org.rnn4knime.engine.network;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The hyperbolic tangent, and a check before it. Deeplearning4j works through a sequence in one call, but applies the activation
 * at every time step, forward and backward: the one place to stop it on the way.
 */
final class CheckedTanh extends ActivationTanH {

    private static final long serialVersionUID = 1L;

    private final transient Runnable check;

    CheckedTanh(final Runnable check) {
        this.check = check;
    }

    @Override
    public INDArray getActivation(final INDArray in, final boolean training) {
        check.run();
        return super.getActivation(in, training);
    }

    @Override
    public Pair<INDArray, INDArray> backprop(final INDArray in, final INDArray epsilon) {
        check.run();
        return super.backprop(in, epsilon);
    }

    /** A tangent of another network has another check. */
    @Override
    public boolean equals(final Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
