package org.rnn4knime.nodes.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnn4knime.engine.model.BackPropagation;
import org.rnn4knime.engine.model.ClassWeightType;
import org.rnn4knime.engine.model.ClassWeights;
import org.rnn4knime.engine.model.ClippingSettings;
import org.rnn4knime.engine.model.ClippingType;
import org.rnn4knime.engine.model.EarlyStopping;
import org.rnn4knime.engine.model.LearningRateSettings;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.OptimizerType;
import org.rnn4knime.engine.model.ScheduleSettings;
import org.rnn4knime.engine.model.ScheduleType;
import org.rnn4knime.engine.model.StoppingSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.testing.Settings;
import org.rnn4knime.nodes.testing.SmallModel;
import org.rnn4knime.nodes.testing.Weather;

class TrainingEntriesTest {

    private static Settings numbers() {
        return Settings.of(SmallModel.of(SequenceLayout.ROWS, Scope.STEP, "rain", "wet"));
    }

    private static Settings classes() {
        return Settings.of(SmallModel.of(SequenceLayout.ROWS, Scope.STEP, "sky", "rain"));
    }

    @Test
    void tellsTheDefaultsAndNothingThatDoesNotMatter() {
        assertEquals(
                List.of(
                        "Training/Epochs: 3",
                        "Training/Batch size: 1000",
                        "Training/Optimizer: Adam",
                        "Training/Find the learning rate: off",
                        "Training/Learning rate: 0.01",
                        "Training/Schedule: Constant",
                        "Training/Number of networks: 1",
                        "Training/Random seed: 1",
                        "Gradients/Gradient clipping: None",
                        "Validation and stopping/Validation fraction: 0",
                        "Validation and stopping/Early stopping: off"),
                entries(numbers()));
    }

    @Test
    void tellsAllThatCanBeSet() {
        final var settings = classes()
                .network(network -> new NetworkSettings(CellType.JORDAN, 3))
                .optimizer(new OptimizerSettings(OptimizerType.SGD, 0.5, 0.9, true))
                .learningRate(
                        new LearningRateSettings(0.1, new ScheduleSettings(ScheduleType.STEP, 0.25, 7, 3, 4), true))
                .clipping(new ClippingSettings(ClippingType.GLOBAL_NORM, 1.5))
                .holdingBack(0.25)
                .stopping(new StoppingSettings(Optional.of(new EarlyStopping(6, 0.001)), Optional.of(2.5)))
                .classWeights(new ClassWeights(ClassWeightType.COLUMN, "weight"))
                .backPropagation(new BackPropagation(Optional.of(8), true))
                .networks(2);

        assertEquals(
                List.of(
                        "Training/Epochs: 3",
                        "Training/Batch size: 1000",
                        "Training/Optimizer: SGD",
                        "Training/Momentum: 0.9",
                        "Training/Nesterov momentum: on",
                        "Training/Find the learning rate: on",
                        "Training/Schedule: Step",
                        "Training/Learning rate factor: 0.25",
                        "Training/Epochs per learning rate step: 7",
                        "Training/Class weights: From a column",
                        "Training/Class weight column: weight",
                        "Training/Number of networks: 2",
                        "Training/Random seed: 1",
                        "Gradients/Gradient clipping: Global norm",
                        "Gradients/Clipping threshold: 1.5",
                        "Gradients/Truncated BPTT length: 8",
                        "Gradients/Teacher forcing: on",
                        "Validation and stopping/Validation split: Automatic",
                        "Validation and stopping/Validation fraction: 0.25",
                        "Validation and stopping/Early stopping: on",
                        "Validation and stopping/Patience: 6",
                        "Validation and stopping/Minimum improvement: 0.001",
                        "Validation and stopping/Longest training time (minutes): 2.5"),
                entries(settings));
    }

    @ParameterizedTest
    @CsvSource({
        "CONSTANT, ''",
        "STEP, 'Learning rate factor: 0.25, Epochs per learning rate step: 7'",
        "COSINE, 'Warm-up epochs: 3'",
        "PLATEAU, 'Learning rate factor: 0.25, Patience of the learning rate: 4'"
    })
    void tellsOfAScheduleWhatItReads(final ScheduleType type, final String expected) {
        final var entries = entries(numbers()
                .learningRate(new LearningRateSettings(0.1, new ScheduleSettings(type, 0.25, 7, 3, 4), false)));

        final var begin = entries.indexOf("Training/Schedule: " + Words.of(type));
        final var end = entries.indexOf("Training/Number of networks: 1");
        final var found = entries.subList(begin + 1, end);
        assertEquals(expected, String.join(", ", found).replace("Training/", ""));
    }

    @Test
    void tellsTheWeightDecayOfAdamWAlone() {
        final var entries = entries(numbers().optimizer(new OptimizerSettings(OptimizerType.ADAMW, 0.5, 0.9, true)));

        assertEquals(
                List.of(
                        "Training/Optimizer: AdamW",
                        "Training/Weight decay: 0.5",
                        "Training/Find the learning rate: off"),
                entries.subList(2, 5));
    }

    private static List<String> entries(final Settings settings) {
        return new TrainingEntries(settings.train(Weather.table()))
                .all().stream()
                        .map(entry -> entry.section() + "/" + entry.name() + ": " + entry.value())
                        .toList();
    }
}
