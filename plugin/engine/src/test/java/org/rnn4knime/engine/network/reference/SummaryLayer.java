package org.rnn4knime.engine.network.reference;

import java.util.List;
import java.util.function.Function;
import org.rnn4knime.engine.network.NetworkSettings;

/** Makes one vector of those of all steps. */
final class SummaryLayer {

    private final Function<List<Vector>, Vector> summary;

    SummaryLayer(final ParameterReader reader, final NetworkSettings settings, final int features) {
        summary = switch (settings.summary()) {
            case LAST -> settings.bidirectional() ? SummaryLayer::ends : SummaryLayer::last;
            case MEAN -> SummaryLayer::mean;
            case MAX -> steps -> steps.stream().reduce(Vector::max).orElseThrow();
            case ATTENTION -> new Attention(reader, features)::of;
        };
    }

    Vector of(final List<Vector> steps) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A sequence without steps has no summary.");
        }
        return summary.apply(steps);
    }

    private static Vector last(final List<Vector> steps) {
        return steps.get(steps.size() - 1);
    }

    /** Where each direction ends: the forward half of the last step, the backward half of the first. */
    private static Vector ends(final List<Vector> steps) {
        final var size = last(steps).size();
        return last(steps).part(0, size / 2).then(steps.get(0).part(size / 2, size));
    }

    private static Vector mean(final List<Vector> steps) {
        return steps.stream().reduce(Vector::plus).orElseThrow().times(1.0 / steps.size());
    }
}
