package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4knime.engine.Examples.lists;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;
import static org.rnn4knime.engine.Examples.textLists;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.model.Baseline;
import org.rnn4knime.engine.model.Baseline.Kind;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.ValidationSplit;

/** Of classes, and of what is no forecast. */
class BaselinesOfClassesTest {

    private static final double NONE = Double.NaN;

    private static final Setup FUTURE = Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE));

    private static void assertBaseline(
            final Kind kind, final Optional<Integer> season, final double value, final Optional<Baseline> actual) {
        final var found = actual.orElseThrow();
        assertEquals(kind, found.kind());
        assertEquals(season, found.season());
        assertEquals(value, found.value(), 1e-9 * Math.max(1, value));
    }

    @Test
    void ofSequencesTheMeanOrTheMostFrequentClassOfThoseThatAreLearned() {
        final var setup =
                Setup.of(Data.of(SequenceLayout.COLUMNS, Scope.SEQUENCE).features("x0", "x1"));
        final var x = new double[] {1, 2, 3, 4};
        final var numbers = MeasuredPart.of(
                setup,
                table(numbers("x0", x), numbers("x1", x), numbers("y", 1, NONE, 2, 6)),
                table(numbers("x0", x), numbers("x1", x), numbers("y", 3, 7, NONE, 3)));
        assertBaseline(Kind.MEAN, Optional.empty(), Math.sqrt(16.0 / 3), numbers.baseline());

        final var classes = MeasuredPart.of(
                setup,
                table(numbers("x0", x), numbers("x1", x), text("y", "b", "a", "b", null)),
                table(numbers("x0", x), numbers("x1", x), text("y", "b", "a", "c", null)));
        assertEquals(
                Optional.of(new Baseline(Kind.MAJORITY_CLASS, Optional.empty(), Optional.of("b"), 1.0 / 3)),
                classes.baseline());
    }

    @Test
    void ofStepsTheSameOfAllStepsThatAreLearned() {
        final var setup = Setup.of(Data.of(SequenceLayout.LISTS, Scope.STEP).features("x"))
                .validation(ValidationSplit.IN_TIME, 0.5);
        final var x = lists("x", new double[4], new double[2], new double[0]);
        final var numbers = lists("y", new double[] {1, 2, 9, 5}, new double[] {6, NONE}, new double[0]);
        // Learned are 1, 2 and 6, held back 9, 5 and one that is missing.
        assertBaseline(
                Kind.MEAN,
                Optional.empty(),
                Math.sqrt((36 + 4) / 2.0),
                MeasuredPart.of(setup, table(x, numbers)).baseline());

        final var classes = textLists("y", new String[] {"b", "c", "c", "a"}, new String[] {"c", "c"}, new String[0]);
        assertEquals(
                Optional.of(new Baseline(Kind.MAJORITY_CLASS, Optional.empty(), Optional.of("c"), 2.0 / 3)),
                MeasuredPart.of(setup, table(x, classes)).baseline());
    }

    @Test
    void ofNextClassesTheLastOneOrTheMostFrequentOne() {
        final var setup = FUTURE.stride(1);
        final var learned = table(text("y", "b", "b", "b", "a", "c"));
        assertEquals(
                Optional.of(Baseline.of(Kind.LAST_VALUE, 4.0 / 5)),
                MeasuredPart.of(setup, learned, table(text("y", "a", "a", "a", "c", "c", "c")))
                        .baseline());
        assertEquals(
                Optional.of(new Baseline(Kind.MAJORITY_CLASS, Optional.empty(), Optional.of("b"), 3.0 / 5)),
                MeasuredPart.of(setup, learned, table(text("y", "a", "b", "a", "b", "c", "b")))
                        .baseline());
        // A class that was not learned is never told.
        assertEquals(
                Optional.of(Baseline.of(Kind.LAST_VALUE, 0)),
                MeasuredPart.of(setup, learned, table(text("y", "?", "?", "?"))).baseline());
    }

    @Test
    void ofTextsTheEndIsNoClass() {
        final var setup = Setup.of(Data.of(SequenceLayout.TEXT, Scope.FUTURE).target("text"))
                .stride(1);
        // Each of five texts has a beginning and an end, which would be the most frequent symbol.
        assertEquals(
                Optional.of(new Baseline(Kind.MAJORITY_CLASS, Optional.empty(), Optional.of("b"), 2.0 / 3)),
                MeasuredPart.of(setup, table(text("text", "a", "b", "b", "b", "c")), table(text("text", "bcb")))
                        .baseline());
    }
}
