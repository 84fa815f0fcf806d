package org.rnn4knime.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnn4knime.engine.model.GradientReach.Layer;
import org.rnn4knime.engine.model.GradientVerdict.Kind;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Summary;

/**
 * Finds the verdict on a training: {@link GradientVerdict#of}.
 *
 * @param settings of the network
 * @param scope how often it writes
 * @param clipping of the training
 * @param reaches in the order of their epochs
 */
record GradientJudge(NetworkSettings settings, Scope scope, ClippingType clipping, List<GradientReach> reaches) {

    GradientVerdict verdict() {
        final var layers = reaches.isEmpty() ? List.<Layer>of() : last().layers();
        if (layers.stream().anyMatch(layer -> !layer.finite())) {
            return exploding("The gradient is no longer a finite number, so the network cannot learn.");
        }
        if (layers.isEmpty() || !layers.get(0).begins()) {
            return healthy("There is no gradient to be judged.");
        }
        final var lowest = layers.get(0);
        if (lowest.steps() < GradientVerdict.FEWEST_STEPS) {
            return healthy("The windows have so few time steps that all of them are near enough to learn from.");
        }
        if (scope == Scope.SEQUENCE && settings.summary() != Summary.LAST) {
            return healthy("The summary of the sequence hands the gradient to every time step.");
        }
        return explosion(layers).or(() -> disappearance(lowest)).orElseGet(() -> healthy(reach(lowest)));
    }

    private GradientReach last() {
        return reaches.get(reaches.size() - 1);
    }

    private static GradientVerdict healthy(final String message) {
        return new GradientVerdict(Kind.HEALTHY, message);
    }

    private String reach(final Layer layer) {
        final var vanished = layer.firstBelow(GradientVerdict.VANISHED);
        if (vanished.isEmpty()) {
            return "The gradient reaches back over all " + steps(layer.steps()) + ".";
        }
        final var fall = fall("a hundredth", vanished.getAsInt(), layer);
        if (isFar(vanished.getAsInt(), layer)) {
            return fall + ", which leaves enough to learn from.";
        }
        return fall + (gated() ? ", but the gates of the cell can learn to keep more of it." : " before the training.");
    }

    private static boolean isFar(final int lag, final Layer layer) {
        return lag > GradientVerdict.WITHIN * layer.steps();
    }

    private String steps(final int count) {
        return count + (pooled() ? " pooled time steps" : " time steps");
    }

    private boolean pooled() {
        return settings.convolution().filter(some -> some.poolingSize() > 1).isPresent();
    }

    private String fall(final String to, final int within, final Layer layer) {
        return "The gradient falls to " + to + " within " + within + " of " + steps(layer.steps());
    }

    private boolean gated() {
        return settings.cellType() == CellType.LSTM || settings.cellType() == CellType.GRU;
    }

    private Optional<GradientVerdict> explosion(final List<Layer> layers) {
        return layers.stream()
                .filter(Layer::begins)
                .flatMap(layer ->
                        layer.firstAbove(GradientVerdict.EXPLODED).stream().boxed())
                .findFirst()
                .map(lag -> exploding("The gradient grows a hundredfold over " + steps(lag)
                        + ", so that the steps of the training may be far too large."));
    }

    private GradientVerdict exploding(final String finding) {
        return new GradientVerdict(Kind.EXPLODING, finding + " " + wayOutOfExploding());
    }

    private String wayOutOfExploding() {
        if (clipping == ClippingType.NONE) {
            return "Clip gradients by their global norm (threshold 1), or lower the learning rate.";
        }
        final var ways = new ArrayList<String>();
        if (!gated()) {
            if (settings.activation() == Activation.RELU) {
                ways.add("tanh as activation");
            }
            ways.add("LSTM or GRU");
        }
        ways.add("a shorter sequence length");
        return "Lower the learning rate, or try " + listed(ways) + ".";
    }

    private Optional<GradientVerdict> disappearance(final Layer layer) {
        final var vanished =
                layer.firstBelow(gated() ? GradientVerdict.VANISHED_BEHIND_GATES : GradientVerdict.VANISHED);
        if (vanished.isEmpty()
                || isFar(vanished.getAsInt(), layer)
                || last().epoch() < (gated() ? GradientVerdict.EPOCHS_FOR_GATES : 1)
                || gated() && hasGrownTo(vanished.getAsInt())) {
            return Optional.empty();
        }
        return Optional.of(new GradientVerdict(
                Kind.VANISHING,
                fall(gated() ? "a billionth" : "a hundredth", vanished.getAsInt(), layer)
                        + ": the network can hardly learn from further back. " + wayOutOfVanishing()));
    }

    /** Whether such a reach is more than it was at first. */
    private boolean hasGrownTo(final int reach) {
        return reaches.get(0).layers().stream()
                .limit(1)
                .flatMapToInt(layer -> layer.firstBelow(GradientVerdict.VANISHED_BEHIND_GATES).stream())
                .anyMatch(before -> reach >= GradientVerdict.LONGER * before);
    }

    private String wayOutOfVanishing() {
        final var ways = new ArrayList<String>();
        if (!gated()) {
            ways.add("LSTM or GRU");
        }
        if (scope == Scope.SEQUENCE) {
            ways.add("the mean, the maximum or attention as summary of the sequence");
            if (gated() && !pooled()) {
                ways.add("a convolution with pooling before the recurrent layers");
            }
        } else if (gated()) {
            ways.add("inputs that tell what lies further back, such as means of the past");
        }
        ways.add("a shorter sequence length");
        return "Try " + listed(ways) + ".";
    }

    /** With "or" before the last one; there may be only one. */
    private static String listed(final List<String> ways) {
        final var last = ways.get(ways.size() - 1);
        return ways.size() == 1 ? last : String.join(", ", ways.subList(0, ways.size() - 1)) + ", or " + last;
    }
}
