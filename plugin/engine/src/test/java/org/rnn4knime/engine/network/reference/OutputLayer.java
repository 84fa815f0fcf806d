package org.rnn4knime.engine.network.reference;

import java.util.function.UnaryOperator;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.Outputs.Type;

/** Writes the outputs of a step, or of a summary; Jordan's cells have done it, but for the mean of both directions. */
final class OutputLayer {

    private final UnaryOperator<Vector> output;

    OutputLayer(final ParameterReader reader, final NetworkPlan plan, final int features) {
        if (plan.outputIsFedBack()) {
            output = plan.settings().bidirectional() ? OutputLayer::average : UnaryOperator.identity();
        } else {
            output = dense(reader, plan, features);
        }
    }

    /** What makes outputs of sums. */
    static UnaryOperator<Vector> function(final Type type) {
        return switch (type) {
            case NUMBERS -> UnaryOperator.identity();
            case CLASSES -> Vector::softmax;
        };
    }

    Vector of(final Vector features) {
        return output.apply(features);
    }

    private static UnaryOperator<Vector> dense(
            final ParameterReader reader, final NetworkPlan plan, final int features) {
        reader.begin("output %s");
        final var w = reader.matrix("W", features, plan.outputs().values());
        final var b = reader.vector("b", plan.outputs().values());
        final var function = function(plan.outputs().type());
        return step -> function.apply(w.times(step).plus(b));
    }

    private static Vector average(final Vector both) {
        final var half = both.size() / 2;
        return both.part(0, half).plus(both.part(half, both.size())).times(0.5);
    }
}
