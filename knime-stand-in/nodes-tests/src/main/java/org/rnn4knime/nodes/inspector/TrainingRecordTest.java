package org.rnn4knime.nodes.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.nodes.table.TrainingRecordTable.Entry;

class TrainingRecordTest {

    @Test
    void recordsWhatMattersForAForecast() {
        final var record = record(new WeatherModel()
                .transform(new TargetTransform(true, false, Optional.of(3), WindowLevel.MEAN))
                .train());

        assertEquals("One row a time step", record.get("Input data/Data layout"));
        assertEquals("rain", record.get("Input data/Target column"));
        assertEquals("hour, sky", record.get("Input data/Feature columns"));
        assertEquals("sky", record.get("Input data/Known in the future"));
        assertEquals("Read as unknown", record.get("Input data/Unknown values"));
        assertFalse(record.containsKey("Input data/Split into"), record::toString);
        assertFalse(record.containsKey("Input data/Order column"), record::toString);
        assertEquals("Recursion", record.get("Sequences/Forecast by"));
        assertEquals("Z-score", record.get("Sequences/Normalization"));
        assertEquals("on", record.get("Sequences/Logarithm of the target"));
        assertEquals("off", record.get("Sequences/Differences of the target"));
        assertEquals("3", record.get("Sequences/Season (time steps)"));
        assertEquals("Mean", record.get("Sequences/Level of a window"));
        assertEquals("5", record.get("Network/Embedding size"));
        assertEquals("0", record.get("Validation and stopping/Validation fraction"));
        assertFalse(record.containsKey("Validation and stopping/Validation split"), record::toString);
    }

    @Test
    void recordsWhatMattersForLabels() {
        final var record =
                record(new WeatherModel().predicting(Scope.STEP, "sky").train());

        assertEquals("One value per time step", record.get("Input data/Predict"));
        assertEquals("rain", record.get("Input data/Feature columns"));
        assertEquals("Z-score", record.get("Sequences/Normalization"));
        assertFalse(record.containsKey("Sequences/Logarithm of the target"), record::toString);
        assertFalse(record.containsKey("Sequences/Forecast by"), record::toString);
        assertFalse(record.containsKey("Network/Summary of the sequence"), record::toString);
        assertFalse(record.containsKey("Network/Embedding size"), record::toString);
    }

    @Test
    void recordsTheWholeNetwork() {
        final var record = record(new WeatherModel()
                .network(new NetworkSettings(
                        CellType.JORDAN,
                        4,
                        2,
                        true,
                        Activation.SIGMOID,
                        Optional.of(new Convolution(6, 3, 2)),
                        Summary.ATTENTION,
                        0.25))
                .train());

        assertEquals("Jordan", record.get("Network/Cell type"));
        assertEquals("Sigmoid", record.get("Network/Activation"));
        assertEquals("4", record.get("Network/Hidden units"));
        assertEquals("2", record.get("Network/Recurrent layers"));
        assertEquals("on", record.get("Network/Bidirectional"));
        assertEquals("Attention", record.get("Network/Summary of the sequence"));
        assertEquals("0.25", record.get("Network/Dropout"));
        assertEquals("on", record.get("Network/Convolution"));
        assertEquals("6", record.get("Network/Filters"));
        assertEquals("3", record.get("Network/Kernel size"));
        assertEquals("2", record.get("Network/Pooling size"));
        assertFalse(record.containsKey("Gradients/Teacher forcing"), record::toString);
    }

    @Test
    void recordsWhatWasHeldBack() {
        final var model = new WeatherModel().holdingBack(0.25).train();
        final var record = record(model);

        assertEquals("0.25", record.get("Validation and stopping/Validation fraction"));
        assertEquals("Automatic", record.get("Validation and stopping/Validation split"));
        assertEquals("6", record.get("Training data/Validation windows"));
        assertEquals("2", record.get("Result/Trained epochs"));
        final var loss =
                model.networks().get(0).history().get(1).validationLoss().orElseThrow();
        assertEquals(loss, Double.parseDouble(record.get("Result/Validation loss of the last epoch")), loss * 1e-5);
    }

    /** Of 4 errors the 4th is the 80% quantile, for it is no less than 4 of 5 with the one that is still to come. */
    @Test
    void recordsHowFarForecastsWereOff() {
        final var entries = new TrainingRecord(new WeatherModel()
                        .train(
                                new double[] {1, 2, 3, 4},
                                new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9},
                                new double[] {1.5},
                                new double[0]))
                .entries();

        assertEquals(
                List.of(
                        new Entry("Forecast errors", "80% quantile of the error at step 1", "4.00000"),
                        new Entry("Forecast errors", "80% quantile of the error at step 2", "8.00000"),
                        new Entry("Forecast errors", "Largest error at step 3", "1.50000")),
                entries.stream()
                        .filter(entry -> entry.section().equals("Forecast errors"))
                        .toList());
    }

    @Test
    void saysWhenTheErrorsAreThoseOfLogarithms() {
        final var record = record(
                new WeatherModel().transform(new TargetTransform(true, false)).train(new double[] {0.5}));

        assertEquals("0.500000", record.get("Forecast errors/Largest error of the logarithm at step 1"));
    }

    @Test
    void keepsTheOrderOfTheDialog() {
        final var sections = new TrainingRecord(new WeatherModel().train())
                .entries().stream().map(Entry::section).distinct().toList();

        assertEquals(
                List.of(
                        "Input data",
                        "Sequences",
                        "Network",
                        "Training",
                        "Gradients",
                        "Validation and stopping",
                        "Training data",
                        "Result",
                        "Origin"),
                sections);
    }

    @Test
    void leavesNoValueBlank() {
        assertTrue(new TrainingRecord(new WeatherModel().train())
                .entries().stream().noneMatch(entry -> entry.value().isBlank()));
    }

    private static Map<String, String> record(final RnnModel model) {
        return new TrainingRecord(model)
                .entries().stream()
                        .collect(Collectors.toMap(entry -> entry.section() + "/" + entry.name(), Entry::value));
    }
}
