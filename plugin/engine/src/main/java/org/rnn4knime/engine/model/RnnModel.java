package org.rnn4knime.engine.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.Encoders;
import org.rnn4knime.engine.network.Ensemble;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.Windowing;

/**
 * A trained model. Whoever has it can predict: nothing else is needed.
 *
 * @param settings all that the user decided
 * @param encoders fitted on the training part
 * @param networks at least one; a prediction is the mean of theirs
 * @param comparison the model beside a simple method; empty if there was nothing to measure by
 * @param forecastErrors how far forecasts of the part that was held back were from the truth; empty if none was made
 * @param provenance where the model comes from
 */
public record RnnModel(
        RnnSettings settings,
        Encoders encoders,
        List<TrainedNetwork> networks,
        Optional<Comparison> comparison,
        Optional<ForecastErrors> forecastErrors,
        Provenance provenance) {

    /** Copies the list; refuses null, and a model without a network with an IllegalArgumentException. */
    public RnnModel {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(encoders);
        networks = List.copyOf(networks);
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("A model has at least one network.");
        }
        Objects.requireNonNull(comparison);
        Objects.requireNonNull(forecastErrors);
        Objects.requireNonNull(provenance);
    }

    /** The same model with other networks. */
    public RnnModel withNetworks(final List<TrainedNetwork> others) {
        return new RnnModel(settings, encoders, others, comparison, forecastErrors, provenance);
    }

    /** The same model, measured against a simple method. */
    public RnnModel withComparison(final Optional<Comparison> other) {
        return new RnnModel(settings, encoders, networks, other, forecastErrors, provenance);
    }

    /** The same model with what is known of the errors of its forecasts. */
    public RnnModel withForecastErrors(final ForecastErrors errors) {
        return new RnnModel(settings, encoders, networks, comparison, Optional.of(errors), provenance);
    }

    /** What the network is built from. */
    public NetworkPlan plan() {
        return settings.plan(encoders);
    }

    /**
     * The networks at work; whoever takes them closes them.
     *
     * @param threads that compute at once
     * @throws org.rnn4knime.engine.runtime.UnsupportedPlatformException if nothing can be computed on this platform
     */
    public Ensemble ensemble(final int threads) {
        return Ensemble.of(
                plan(), networks.stream().map(TrainedNetwork::parameters).toList(), threads);
    }

    /** How windows are cut. */
    public Windowing windowing() {
        return settings.windowing(encoders.target() instanceof ClassTarget);
    }

    /** What the gradients of each network say about its training. */
    public List<GradientVerdict> verdicts() {
        final var scope = plan().outputs().scope();
        return networks.stream()
                .map(network -> GradientVerdict.of(
                        settings.network(),
                        scope,
                        settings.training().clipping().type(),
                        network.reach()))
                .toList();
    }

    /** One line for a user: what it predicts, from what, and how it was trained. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%s%s (%,d parameters) %s; trained for %,d epochs on %,d windows",
                networks.size() > 1 ? networks.size() + " networks: " : "",
                shape(settings.network()),
                networks.get(0).parameters().length,
                purpose(),
                networks.get(0).state().epochs(),
                provenance.trainingWindows());
    }

    private String purpose() {
        final var name = "\"" + settings.data().targetName() + "\"";
        return switch (settings.data().predict()) {
            case SEQUENCE -> "predicts " + name + " of each sequence";
            case STEP -> "predicts " + name + " at each time step";
            case FUTURE -> String.format(
                    Locale.ROOT,
                    "forecasts %s from %,d time steps",
                    name,
                    settings.sequences().sequenceLength());
        };
    }

    private static String shape(final NetworkSettings network) {
        return (network.bidirectional() ? "Bidirectional " : "")
                + network.cellType()
                + (network.numLayers() > 1 ? " of " + network.numLayers() + " layers" : "")
                + String.format(Locale.ROOT, " with %,d hidden units", network.hiddenUnits())
                + (network.convolution().isPresent() ? " after a convolution" : "");
    }
}
