package org.rnn4knime.engine.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.rnn4knime.engine.encoding.TargetEncoder;
import org.rnn4knime.engine.network.NetworkSettings;

/**
 * A trained model. Whoever has it can predict: nothing else is needed.
 *
 * @param settings all that the user decided
 * @param encoder fitted on the training part
 * @param parameters all of the network's parameters, flat; not copied, so leave them unchanged
 * @param history one record an epoch
 * @param provenance where the model comes from
 */
public record RnnModel(
        RnnSettings settings,
        TargetEncoder encoder,
        float[] parameters,
        List<EpochRecord> history,
        Provenance provenance) {

    /** Copies the list; refuses null. */
    public RnnModel {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(encoder);
        Objects.requireNonNull(parameters);
        history = List.copyOf(history);
        Objects.requireNonNull(provenance);
    }

    /** One line for a user: what it predicts, from what, and how it was trained. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%s (%,d parameters) forecasts \"%s\" from %,d time steps; " + "trained for %,d epochs on %,d windows",
                shape(settings.network()),
                parameters.length,
                settings.data().targetColumn(),
                settings.sequences().sequenceLength(),
                history.size(),
                provenance.trainingWindows());
    }

    private static String shape(final NetworkSettings network) {
        return (network.bidirectional() ? "Bidirectional " : "")
                + network.cellType()
                + (network.numLayers() > 1 ? " of " + network.numLayers() + " layers" : "")
                + String.format(Locale.ROOT, " with %,d hidden units", network.hiddenUnits())
                + (network.convolution().isPresent() ? " after a convolution" : "");
    }
}
