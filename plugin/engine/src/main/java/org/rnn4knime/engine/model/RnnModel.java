package org.rnn4knime.engine.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.Encoders;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.Windowing;

/**
 * A trained model. Whoever has it can predict: nothing else is needed.
 *
 * @param settings all that the user decided
 * @param encoders fitted on the training part
 * @param parameters all of the network's parameters, flat; not copied, so leave them unchanged
 * @param history one record an epoch
 * @param forecastErrors how far forecasts of the part that was held back were from the truth; empty if none was made
 * @param provenance where the model comes from
 */
public record RnnModel(
        RnnSettings settings,
        Encoders encoders,
        float[] parameters,
        List<EpochRecord> history,
        Optional<ForecastErrors> forecastErrors,
        Provenance provenance) {

    /** Copies the list; refuses null. */
    public RnnModel {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(encoders);
        Objects.requireNonNull(forecastErrors);
        Objects.requireNonNull(parameters);
        history = List.copyOf(history);
        Objects.requireNonNull(provenance);
    }

    /** What the network is built from. */
    public NetworkPlan plan() {
        return settings.plan(encoders);
    }

    /** How windows are cut. */
    public Windowing windowing() {
        return settings.windowing(encoders.target() instanceof ClassTarget);
    }

    /** One line for a user: what it predicts, from what, and how it was trained. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%s (%,d parameters) %s; trained for %,d epochs on %,d windows",
                shape(settings.network()),
                parameters.length,
                purpose(),
                history.size(),
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
