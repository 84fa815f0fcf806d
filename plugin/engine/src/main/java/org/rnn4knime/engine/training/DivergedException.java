package org.rnn4knime.engine.training;

import org.rnn4knime.engine.model.ClippingType;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.sequence.ExplainedException;
import org.rnn4knime.engine.sequence.NumberColumn;

/** The training ran away: the loss or the gradient is no finite number any more. */
public final class DivergedException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    private DivergedException(final String problem, final String remedy) {
        super(problem, remedy);
    }

    /**
     * The exception for what happened.
     *
     * @param epoch in which
     * @param learningRate at that moment
     * @param loss is finite where it is the gradient that is not
     */
    static DivergedException of(
            final int epoch, final double learningRate, final double loss, final TrainingSettings settings) {
        final var clipping = settings.clipping();
        return new DivergedException(
                "The training ran away in epoch " + epoch + " at the learning rate " + NumberColumn.text(learningRate)
                        + ": the " + (Double.isFinite(loss) ? "gradient is no finite number" : "loss is " + loss)
                        + ".",
                "Lower the learning rate, "
                        + (clipping.type() == ClippingType.NONE
                                ? "clip gradients by their global norm"
                                : "lower the clipping threshold (now " + NumberColumn.text(clipping.threshold()) + ")")
                        + ", or normalize the target and the features if they are not.");
    }

    /** What the user is told where the weights of an epoch before are kept instead. */
    String withBest(final int epoch) {
        return problem() + " The weights of epoch " + epoch + ", the best before, are kept. " + remedy();
    }
}
