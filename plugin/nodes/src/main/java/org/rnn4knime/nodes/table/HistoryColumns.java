package org.rnn4knime.nodes.table;

import java.util.List;
import org.knime.core.data.DataTableSpec;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.Embedding;
import org.rnn4knime.engine.network.Inputs;
import org.rnn4knime.engine.network.LayerSummary;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.NetworkSummary;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;

/**
 * What the columns of a training history depend on. All of it is known before anything is learned.
 *
 * @param layers the names of the layers that may have parameters, from the inputs to the outputs
 * @param isHeldBack whether something is held back from learning, to measure by
 * @param hasClasses whether classes are predicted, and not numbers
 */
public record HistoryColumns(List<String> layers, boolean isHeldBack, boolean hasClasses) {

    /** Copies the list. */
    public HistoryColumns {
        layers = List.copyOf(layers);
    }

    /**
     * Returns what the history of a training has.
     *
     * @param training the columns of the training table, among them all that the settings name
     * @param hasValidationTable whether a table of its own is there to be measured by
     */
    public static HistoryColumns of(
            final RnnSettings settings, final DataTableSpec training, final boolean hasValidationTable) {
        return new HistoryColumns(
                layers(settings, ModelColumns.of(settings.data(), training)),
                isHeldBack(settings.training(), hasValidationTable),
                ColumnRoles.hasClasses(training, settings.data()));
    }

    /** Returns whether something is held back from learning: a part of the training table, or a table of its own. */
    public static boolean isHeldBack(final TrainingSettings training, final boolean hasValidationTable) {
        return hasValidationTable || training.validation().fraction() > 0;
    }

    /**
     * Returns the names of the layers that may have parameters, from the inputs to the outputs. Whether values are
     * embedded depends on how many different ones there are, so there is an embedding wherever there could be one.
     *
     * @param columns what the network learns from
     */
    public static List<String> layers(final RnnSettings settings, final ModelColumns columns) {
        final var embeddings = mayEmbed(settings, columns) ? List.of(new Embedding(1, 1)) : List.<Embedding>of();
        // Where the next values are predicted, the network may write at each step instead. Then it has no summary with
        // parameters.
        final var scope = settings.data().predict() == Scope.STEP ? Outputs.Scope.STEP : Outputs.Scope.SEQUENCE;
        final var plan = new NetworkPlan(
                new Inputs(1, embeddings),
                withOneUnit(settings.network()),
                new Outputs(1, Outputs.Type.NUMBERS, scope));
        return layers(plan);
    }

    /** Returns the names of the layers that have parameters, in the order in which their gradients are recorded. */
    static List<String> layers(final NetworkPlan plan) {
        return NetworkSummary.of(plan).stream()
                .filter(layer -> layer.parameters() > 0)
                .map(LayerSummary::name)
                .toList();
    }

    /** No name depends on the size, and a network that is too large has no summary. */
    private static NetworkSettings withOneUnit(final NetworkSettings network) {
        return new NetworkSettings(
                network.cellType(),
                1,
                network.numLayers(),
                network.bidirectional(),
                network.activation(),
                network.convolution(),
                network.summary(),
                network.dropout());
    }

    private static boolean mayEmbed(final RnnSettings settings, final ModelColumns columns) {
        final var data = settings.data();
        final var isOwnPast = data.predict() == Scope.FUTURE;
        final var isTextRead = data.featureColumns().stream()
                .anyMatch(name -> columns.kinds().get(name).single() == ColumnKind.TEXT);
        // Of Booleans, only those that are predicted are classes, and these are no more than two.
        final var isTargetEmbedded = columns.targetKind().single() == ColumnKind.TEXT
                || columns.targetKind().single() == ColumnKind.BOOLEAN
                        && settings.encoding().mostOneHot() < 2;
        return data.layout() == SequenceLayout.TEXT || isTextRead || isOwnPast && isTargetEmbedded;
    }

    /** Returns the name of the column that holds what is measured, if there is something to measure by. */
    String metricName() {
        return (isHeldBack ? "Validation " : "Training ") + word();
    }

    /** Returns the name of the column with the value of the simple method. */
    String baselineName() {
        return "Baseline " + word();
    }

    private String word() {
        return hasClasses ? "accuracy" : "RMSE";
    }

    /** Returns the name of the column with the norm of the gradient of a layer. */
    static String gradientName(final String layer) {
        return "Gradient norm (" + layer + ")";
    }
}
