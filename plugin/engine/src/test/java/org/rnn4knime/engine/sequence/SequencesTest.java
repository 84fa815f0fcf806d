package org.rnn4knime.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.lists;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.target;
import static org.rnn4knime.engine.Examples.targetById;
import static org.rnn4knime.engine.Examples.targetInOrder;
import static org.rnn4knime.engine.Examples.text;
import static org.rnn4knime.engine.Examples.texts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.sequence.Sequences.Truth;

class SequencesTest {

    private static final double NONE = Double.NaN;

    private static Sequences complete(final Table table, final DataSettings settings) {
        return Sequences.of(table, settings, Truth.COMPLETE);
    }

    private static double[] truth(final Sequences sequences) {
        return ((NumberColumn) sequences.target().orElseThrow()).values();
    }

    private static void assertRefused(final Table table, final DataSettings settings, final String... words) {
        final var message = assertThrows(UnusableDataException.class, () -> complete(table, settings))
                .getMessage();
        for (final var word : words) {
            assertTrue(message.contains(word), () -> message + " lacks " + word);
        }
    }

    @Test
    void takesRowsAsTheyStandWithoutAnOrderColumn() {
        final var sequences = complete(table(numbers("value", 3, 1, 2)), target("value"));

        assertEquals(1, sequences.size());
        assertArrayEquals(new double[] {3, 1, 2}, truth(sequences));
    }

    @Test
    void putsUnsortedRowsInOrder() {
        final var sequences = complete(
                table(text("month", "1949-03", "1949-01", "1949-02"), numbers("value", 3, 1, 2)),
                targetInOrder("value", "month"));

        assertArrayEquals(new double[] {1, 2, 3}, truth(sequences));
        assertArrayEquals(new int[] {1, 2, 0}, sequences.steps().places());
        assertEquals("Row0", sequences.rowId(2));
    }

    @Test
    void tellsSequencesApartByTheirId() {
        final var sequences =
                complete(table(text("shop", "b", "a", "b"), numbers("value", 1, 2, 3)), targetById("value", "shop"));

        assertEquals(List.of(List.of("b"), List.of("a")), sequences.ids());
        assertArrayEquals(new double[] {1, 3, 2}, truth(sequences));
        assertArrayEquals(new int[] {0, 2, 3}, sequences.steps().offsets());
        assertArrayEquals(new int[] {2, 1}, sequences.steps().rows());
    }

    @Test
    void findsNoSequenceInAnEmptyTable() {
        assertEquals(0, complete(table(numbers("value")), target("value")).size());
    }

    @Test
    void refusesAMissingColumnAndNamesThoseThereAre() {
        assertRefused(table(numbers("value", 1)), target("sales"), "\"sales\"", "\"value\"");
    }

    @Test
    void aTargetOfTextIsNominal() {
        final var sequences = complete(table(text("value", "1", "x", "1")), target("value"));

        assertEquals(List.of("1", "x", "1"), texts(sequences.target().orElseThrow()));
    }

    @Test
    void refusesATargetThatIsNeitherNumberNorText() {
        final var times = new TimeColumn("value", List.of(Optional.of(LocalDate.EPOCH)));

        assertRefused(table(times), target("value"), "\"value\" holds dates or times", "Extract numbers");
        assertRefused(
                table(lists("value", new double[] {1})), target("value"), "\"value\" holds lists", "with list cells");
    }

    @Test
    void refusesAMissingTargetAndNamesItsRow() {
        assertRefused(table(numbers("value", 1, NONE, 3)), target("value"), "\"value\"", "no value", "\"Row1\"");
    }

    @Test
    void refusesAnInfiniteTargetAndNamesItsRow() {
        assertRefused(table(numbers("value", 1, Double.NEGATIVE_INFINITY)), target("value"), "-Infinity", "\"Row1\"");
    }

    @Test
    void acceptsAMissingTargetAtTheEndWhereItIsToBePredicted() {
        final var settings = target("value");
        final var sequences = Sequences.of(table(numbers("value", 1, 2, NONE, NONE)), settings, Truth.MAY_END_EARLY);

        assertEquals(2, sequences.knownLength(0));
        assertEquals(3, sequences.readableLength(0));
        assertThrows(
                UnusableDataException.class,
                () -> Sequences.of(table(numbers("value", 1, NONE, 2, NONE)), settings, Truth.MAY_END_EARLY));
    }

    @Test
    void refusesTwoRowsAtTheSamePlaceAndNamesThem() {
        assertRefused(
                table(text("month", "1949-01", "1949-02", "1949-01"), numbers("value", 1, 2, 3)),
                targetInOrder("value", "month"),
                "\"Row0\"",
                "\"Row2\"",
                "1949-01",
                "\"month\"");
    }

    @Test
    void takesPositiveAndNegativeZeroForTheSamePlace() {
        assertRefused(
                table(numbers("step", 0.0, -0.0), numbers("value", 1, 2)), targetInOrder("value", "step"), "\"Row1\"");
    }

    @Test
    void acceptsTheSamePlaceInTwoSequences() {
        final var settings = new DataSettings("value", List.of("shop"), Optional.of("month"));

        assertEquals(
                2,
                complete(
                                table(
                                        text("shop", "a", "b"),
                                        text("month", "1949-01", "1949-01"),
                                        numbers("value", 1, 2)),
                                settings)
                        .size());
    }

    @Test
    void refusesATargetWhoseDifferencesAreNotFinite() {
        assertRefused(
                table(numbers("value", 1, -1.5e308)),
                target("value"),
                "\"value\"",
                "\"Row1\"",
                "-1.5E308",
                "up to 1.0E307",
                "divide the column");
    }

    @Test
    void refusesAMissingOrderValueAndNamesItsRow() {
        assertRefused(
                table(numbers("step", 1, NONE), numbers("value", 1, 2)),
                targetInOrder("value", "step"),
                "\"step\"",
                "\"Row1\"");
        assertRefused(
                table(text("month", "1949-01", null), numbers("value", 1, 2)),
                targetInOrder("value", "month"),
                "\"month\"",
                "\"Row1\"");
    }

    @Test
    void refusesAMissingIdAndNamesItsRow() {
        assertRefused(
                table(text("shop", "a", null), numbers("value", 1, 2)),
                targetById("value", "shop"),
                "\"shop\"",
                "\"Row1\"");
    }

    @Test
    void refusesAnOrderThatIsNoPointInTimeAndNamesColumnRowAndValue() {
        final var settings = targetInOrder("value", "month");

        assertRefused(
                table(text("month", "1949-01", "Feb 1949"), numbers("value", 1, 2)),
                settings,
                "\"month\"",
                "\"Row1\"",
                "\"Feb 1949\"");
        assertRefused(table(text("month", "1949-13"), numbers("value", 1)), settings, "\"1949-13\"");
        assertRefused(table(text("month", ""), numbers("value", 1)), settings, "\"Row0\"");
        assertRefused(
                table(text("month", "1949-01", "1949-02-01"), numbers("value", 1, 2)), settings, "\"1949-02-01\"");
    }

    @Test
    void refusesOneColumnInTwoRoles() {
        assertThrows(IllegalArgumentException.class, () -> targetInOrder("value", "value"));
        assertThrows(IllegalArgumentException.class, () -> targetById("value", "value"));
        assertThrows(IllegalArgumentException.class, () -> target(""));
    }

    @ParameterizedTest
    @EnumSource(names = {"FAIL", "SKIP"})
    @Timeout(10)
    void manyStepsToPredictAreCheckedInOneGo(final MissingValues policy) {
        final var values = new double[400_000];
        Arrays.fill(values, values.length / 2, values.length, NONE);
        final var data = Data.of(SequenceLayout.ROWS, Scope.FUTURE).missing(policy);
        final var sequences = Sequences.of(table(numbers("y", values)), data.settings(), Truth.MAY_END_EARLY);

        assertEquals(values.length / 2 + 1, sequences.readableLength(0));
    }
}
