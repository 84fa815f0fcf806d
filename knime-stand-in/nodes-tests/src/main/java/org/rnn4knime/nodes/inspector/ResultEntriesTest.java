package org.rnn4knime.nodes.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.model.Baseline;
import org.rnn4knime.engine.model.Comparison;
import org.rnn4knime.engine.model.EpochRecord;
import org.rnn4knime.engine.model.GradientReach;
import org.rnn4knime.engine.model.LearningRateSettings;
import org.rnn4knime.engine.model.MetricType;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.ScheduleSettings;
import org.rnn4knime.engine.model.TrainedNetwork;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.table.TrainingRecordTable.Entry;
import org.rnn4knime.nodes.testing.Settings;
import org.rnn4knime.nodes.testing.SmallModel;
import org.rnn4knime.nodes.testing.Weather;

class ResultEntriesTest {

    private static Settings forecast() {
        return Settings.of(SmallModel.of(SequenceLayout.ROWS, Scope.FUTURE, "rain"));
    }

    @Test
    void tellsWhatOneNetworkCameTo() {
        final var model = forecast().train(Weather.table());
        final var results = results(model);

        final var network = model.networks().get(0);
        assertEquals("1", results.get("Result/Networks"));
        assertEquals(Integer.toString(network.parameters().length), results.get("Result/Parameters"));
        assertEquals("3", results.get("Result/Trained epochs"));
        assertEquals("3", results.get("Result/Weights of epoch"));
        assertEquals(
                text(network.history().get(2).trainingLoss()), results.get("Result/Training loss of the last epoch"));
        assertFalse(results.containsKey("Result/Validation loss of the last epoch"), results::toString);
        assertFalse(results.containsKey("Result/Validation loss of the best epoch"), results::toString);
        assertFalse(results.containsKey("Result/Learning rate found"), results::toString);
        assertTrue(results.containsKey("Result/Training time (s)"), results::toString);
    }

    @Test
    void tellsWhatEachOfSeveralNetworksCameTo() {
        final var model = forecast()
                .networks(2)
                .holdingBack(0.5)
                .epochs(100)
                .patience(2)
                .learningRate(LearningRateSettings.constant(0.3))
                .train(Weather.table());
        final var results = results(model);

        assertEquals("2", results.get("Result/Networks"));
        assertFalse(results.containsKey("Result/Trained epochs"), results::toString);
        for (var number = 1; number <= 2; number++) {
            final var section = "Result of network " + number + "/";
            final var history = model.networks().get(number - 1).history();
            final var best = history.stream()
                    .min(Comparator.comparing(epoch -> epoch.validationLoss().orElseThrow()))
                    .orElseThrow();
            assertEquals(Integer.toString(history.size()), results.get(section + "Trained epochs"));
            assertEquals(Integer.toString(best.epoch()), results.get(section + "Best epoch"));
            assertEquals(Integer.toString(best.epoch()), results.get(section + "Weights of epoch"));
            assertEquals(
                    text(best.validationLoss().orElseThrow()),
                    results.get(section + "Validation loss of the best epoch"));
            assertEquals(
                    text(history.get(history.size() - 1).validationLoss().orElseThrow()),
                    results.get(section + "Validation loss of the last epoch"));
            assertTrue(results.containsKey(section + "Gradient reach"), results::toString);
        }
    }

    @Test
    void addsUpTheTimeOfTheEpochs() {
        final var model = forecast().train(Weather.table());
        final var network = model.networks().get(0);
        final var history = network.history().stream()
                .map(epoch -> new EpochRecord(
                        epoch.epoch(),
                        epoch.trainingLoss(),
                        epoch.validationLoss(),
                        epoch.metric(),
                        epoch.learningRate(),
                        epoch.gradient(),
                        1000 * epoch.epoch() + 50))
                .toList();

        final var results = results(model.withNetworks(
                List.of(new TrainedNetwork(network.parameters(), history, 2, List.of(), network.state()))));

        assertEquals("6.2", results.get("Result/Training time (s)"));
        assertEquals("2", results.get("Result/Best epoch"));
    }

    @Test
    void tellsTheLearningRateThatWasFound() {
        final var model = forecast()
                .learningRate(new LearningRateSettings(0.123, ScheduleSettings.CONSTANT, true))
                .train(Weather.table());

        assertEquals(
                text(model.networks().get(0).history().get(0).learningRate()),
                results(model).get("Result/Learning rate found"));
    }

    @Test
    void comparesTheModelWithTheBaselineByTheirErrors() {
        final var comparison = new Comparison(MetricType.RMSE, 1.5, Baseline.of(Baseline.Kind.LAST_VALUE, 2.5), true);

        final var results = results(forecast().train(Weather.table()).withComparison(Optional.of(comparison)));

        assertEquals("1.50000", results.get("Result/RMSE of the model"));
        assertEquals("2.50000", results.get("Result/RMSE of the baseline"));
        assertEquals("the last value", results.get("Result/Baseline"));
        assertEquals("yes", results.get("Result/Better than the baseline"));
        assertEquals("the part that was held back", results.get("Result/Measured on"));
    }

    @Test
    void comparesTheModelWithTheBaselineByTheirHits() {
        final var majority = new Baseline(Baseline.Kind.MAJORITY_CLASS, Optional.empty(), Optional.of("grey"), 0.5);
        final var comparison = new Comparison(MetricType.ACCURACY, 0.25, majority, false);

        final var results = results(forecast().train(Weather.table()).withComparison(Optional.of(comparison)));

        assertEquals("0.250000", results.get("Result/Accuracy of the model"));
        assertEquals("0.500000", results.get("Result/Accuracy of the baseline"));
        assertEquals("the most frequent class \"grey\"", results.get("Result/Baseline"));
        assertEquals("no", results.get("Result/Better than the baseline"));
        assertEquals(
                "the training data, which the model has seen: this says little", results.get("Result/Measured on"));
    }

    @Test
    void comparesNothingWhereNothingWasMeasured() {
        final var results = results(forecast().train(Weather.table()).withComparison(Optional.empty()));

        assertTrue(results.keySet().stream().noneMatch(name -> name.contains("aseline")), results::toString);
        assertFalse(results.containsKey("Result/Measured on"), results::toString);
    }

    @Test
    void putsTheReachOfTheGradientIntoWords() {
        final var norms = new double[20];
        Arrays.setAll(norms, lag -> Math.pow(10, -lag));
        final var model = forecast()
                .network(one -> new NetworkSettings(CellType.ELMAN, 3))
                .train(Weather.table());
        final var network = model.networks().get(0);
        final var vanishing = new TrainedNetwork(
                network.parameters(),
                network.history(),
                3,
                List.of(GradientReach.of(3, List.of(norms))),
                network.state());

        final var verdict = results(model.withNetworks(List.of(vanishing))).get("Result/Gradient reach");

        assertTrue(verdict.contains("within 3 of 20 time steps"), verdict);
        assertTrue(verdict.contains("Try LSTM or GRU"), verdict);
    }

    private static String text(final double number) {
        return String.format(Locale.ROOT, "%.6g", number);
    }

    private static Map<String, String> results(final RnnModel model) {
        return new ResultEntries(model)
                .all().stream().collect(Collectors.toMap(entry -> entry.section() + "/" + entry.name(), Entry::value));
    }
}
