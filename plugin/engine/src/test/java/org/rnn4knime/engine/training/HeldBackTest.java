package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;

class HeldBackTest {

    private static final Table TRAINING =
            table(text("id", "a", "a", "a", "a", "a", "a"), numbers("y", 1, 2, 1, 2, 1, 2));

    private static List<String> warnings(final MissingValues policy, final Table validation) {
        final var settings = Setup.of(
                        Data.of(SequenceLayout.ROWS, Scope.FUTURE).ids("id").missing(policy))
                .settings();
        return Trainer.train(
                        TrainingJob.of(TRAINING, settings).measuredBy(Optional.of(validation)), TrainingListener.NONE)
                .warnings();
    }

    @Test
    void whatIsLeftOutOfTheValidationTableIsCounted() {
        final var short1 = table(text("id", "a", "a", "a", "a", "b"), numbers("y", 1, 2, 1, 2, 1));
        assertEquals(
                List.of("Validation table: 1 of 2 sequences have fewer than 4 rows and are left out."),
                warnings(MissingValues.FAIL, short1));

        final var missing = table(text("id", "a", "a", "a", "a", "a"), numbers("y", 1, Double.NaN, 1, 2, 1));
        assertEquals(
                List.of("Validation table: 1 time step is left out for missing values, first of the column \"y\" in row"
                        + " \"Row1\"."),
                warnings(MissingValues.SKIP, missing));
    }

    @Test
    void aWholeValidationTableNeedsNoWarning() {
        assertEquals(List.of(), warnings(MissingValues.FAIL, TRAINING));
    }
}
