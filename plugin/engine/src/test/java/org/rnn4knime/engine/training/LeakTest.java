package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4knime.engine.Predicted;
import org.rnn4knime.engine.model.EpochRecord;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.prediction.Predictor;
import org.rnn4knime.engine.sequence.Table;

/** What is held back teaches nothing: no scaler, no vocabulary and no weight; what is predicted does not either. */
class LeakTest {

    private static List<LeakCase> cases() {
        return LeakCase.all();
    }

    private static RnnModel train(final LeakCase some, final Table table, final Optional<Table> validation) {
        return Trainer.train(
                        TrainingJob.of(table, some.setup().settings()).measuredBy(validation), TrainingListener.NONE)
                .model();
    }

    private static List<Double> trainingLosses(final RnnModel model) {
        return model.networks().get(0).history().stream()
                .map(EpochRecord::trainingLoss)
                .toList();
    }

    private static List<OptionalDouble> validationLosses(final RnnModel model) {
        return model.networks().get(0).history().stream()
                .map(EpochRecord::validationLoss)
                .toList();
    }

    private static void assertLearnedTheSame(final RnnModel expected, final RnnModel actual) {
        assertEquals(expected.encoders(), actual.encoders());
        assertArrayEquals(
                expected.networks().get(0).parameters(),
                actual.networks().get(0).parameters());
        assertEquals(trainingLosses(expected), trainingLosses(actual));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void changingWhatIsHeldBackChangesNothingButTheValidationLoss(final LeakCase some) {
        final var model = train(some, some.table(some.nothing()), Optional.empty());
        final var other = train(some, some.table(some.heldBack()), Optional.empty());

        assertLearnedTheSame(model, other);
        assertTrue(model.networks().get(0).history().get(0).validationLoss().isPresent());
        assertNotEquals(validationLosses(model), validationLosses(other));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void changingWhatIsLearnedChangesTheModel(final LeakCase some) {
        final var model = train(some, some.table(some.nothing()), Optional.empty());
        final var other = train(some, some.table(some.learned()), Optional.empty());

        assertNotEquals(model.encoders(), other.encoders());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void changingTheValidationTableChangesNothingButTheValidationLoss(final LeakCase some) {
        final var table = some.table(some.nothing());
        final var model = train(some, table, Optional.of(table));
        final var other = train(some, table, Optional.of(some.table(some.heldBack())));

        assertLearnedTheSame(model, other);
        assertNotEquals(validationLosses(model), validationLosses(other));
        assertEquals(model.provenance().trainingWindows(), other.provenance().trainingWindows());
        // With a table of its own to be measured by, all of the other is learned from.
        assertFalse(Arrays.equals(
                train(some, table, Optional.empty()).networks().get(0).parameters(),
                model.networks().get(0).parameters()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void predictingTeachesNothing(final LeakCase some) {
        final var table = some.table(some.nothing());
        final var model = train(some, table, Optional.empty());
        final var parameters = model.networks().get(0).parameters().clone();
        final var encoders = model.encoders();
        final var before = Predicted.of(model, table);
        Predictor.predict(model, some.table(some.everything()));

        assertArrayEquals(parameters, model.networks().get(0).parameters());
        assertEquals(encoders, model.encoders());
        assertArrayEquals(before, Predicted.of(model, table));
    }
}
