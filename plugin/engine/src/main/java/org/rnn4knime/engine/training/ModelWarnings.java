package org.rnn4knime.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.TargetEncoder;
import org.rnn4knime.engine.model.ClippingType;
import org.rnn4knime.engine.model.Comparison;
import org.rnn4knime.engine.model.GradientVerdict;
import org.rnn4knime.engine.model.GradientVerdict.Kind;
import org.rnn4knime.engine.model.MetricType;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.sequence.Scope;

/** What a user should know of a model that was trained just now. */
final class ModelWarnings {

    private ModelWarnings() {}

    /** Sentences; often none. */
    static List<String> of(final RnnModel model) {
        final var warnings = new ArrayList<String>();
        onlyClass(model.encoders().target()).ifPresent(warnings::add);
        if (growsWithoutBound(model.settings())) {
            warnings.add(
                    "With the activation ReLU nothing bounds the state of a simple network, so that it may grow from step to"
                            + " step until the training runs away. If it does, or learns badly, choose the activation tanh.");
        }
        verdict(model).ifPresent(warnings::add);
        model.comparison()
                .filter(comparison -> !comparison.isWorthIt())
                .map(ModelWarnings::notWorthIt)
                .ifPresent(warnings::add);
        return warnings;
    }

    /**
     * What is wrong with the gradient. That it vanishes is no harm where near steps tell enough: with a target at each step they do if
     * the model is good. And a network that remembers well may have a small gradient for that very reason (Bengio et al. 1994): what later
     * inputs cannot move any more, small changes cannot either.
     */
    private static Optional<String> verdict(final RnnModel model) {
        final var hasOneTarget = model.settings().data().predict() == Scope.SEQUENCE;
        final var mayVanish = model.comparison()
                .filter(some -> hasOneTarget ? some.isFarBetter() : some.isWorthIt())
                .isPresent();
        return model.verdicts().stream()
                .filter(verdict -> verdict.kind() == Kind.EXPLODING || verdict.kind() == Kind.VANISHING && !mayVanish)
                .map(GradientVerdict::message)
                .findFirst();
    }

    private static String notWorthIt(final Comparison comparison) {
        return String.format(
                Locale.ROOT,
                "The model is not better than a simple method: %s the %s is %.4g, that of %s %.4g. Train longer, try other"
                        + " settings or features, or use the simple method.",
                comparison.heldBack() ? "on what was held back," : "even on what it has learned from,",
                comparison.metric() == MetricType.RMSE ? "root mean squared error" : "accuracy",
                comparison.model(),
                comparison.baseline().description(),
                comparison.baseline().value());
    }

    private static Optional<String> onlyClass(final TargetEncoder target) {
        return target instanceof ClassTarget classes && classes.classes() == 1
                ? Optional.of("The target column \"" + classes.column() + "\" has no other class than \""
                        + classes.names().get(0) + "\" where the model learns from, so that it predicts nothing else."
                        + " Check the table, or choose another target column.")
                : Optional.empty();
    }

    private static boolean growsWithoutBound(final RnnSettings settings) {
        final var network = settings.network();
        return (network.cellType() == CellType.ELMAN || network.cellType() == CellType.JORDAN)
                && network.activation() == Activation.RELU
                && settings.training().clipping().type() == ClippingType.NONE;
    }
}
