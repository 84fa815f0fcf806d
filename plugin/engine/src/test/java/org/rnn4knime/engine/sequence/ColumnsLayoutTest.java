package org.rnn4knime.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4knime.engine.Examples.lists;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;
import static org.rnn4knime.engine.Examples.texts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Refusals;
import org.rnn4knime.engine.sequence.Sequences.Truth;

class ColumnsLayoutTest {

    private static final Data WHOLE = Data.of(SequenceLayout.COLUMNS, Scope.SEQUENCE);

    private static final Data FUTURE =
            Data.of(SequenceLayout.COLUMNS, Scope.FUTURE).target("");

    private static Sequences of(final Data data, final Column... columns) {
        return Sequences.of(table(columns), data.settings(), Truth.COMPLETE);
    }

    private static List<List<String>> features(final Sequences sequences) {
        return sequences.features().stream().map(column -> texts(column)).toList();
    }

    @Test
    void aRowIsASequenceAndAColumnAStep() {
        final var sequences = of(
                WHOLE.features("b", "a", "c").ids("id"),
                numbers("a", 2, 20),
                text("id", "first", null),
                numbers("b", 1, 10),
                text("y", "yes", "no"),
                numbers("c", 3, 30));

        assertEquals(List.of(List.of("1", "2", "3", "10", "20", "30")), features(sequences));
        assertEquals(List.of("yes", "no"), texts(sequences.target().orElseThrow()));
        assertEquals(List.of(List.of("first"), List.of("")), sequences.ids());
        assertArrayEquals(new int[] {0, 3, 6}, sequences.steps().offsets());
        assertArrayEquals(new int[] {0, 1, 2, 0, 1, 2}, sequences.steps().places());
        assertArrayEquals(new int[] {0, 1}, sequences.steps().rows());
    }

    @Test
    void severalFeaturesAStepStandSideBySide() {
        final var sequences = of(
                WHOLE.features("t1", "k1", "t2", "k2").perStep(2),
                numbers("t1", 1, 10),
                text("k1", "a", "b"),
                numbers("t2", 2, 20),
                text("k2", "b", "c"),
                numbers("y", 0, 1));

        assertEquals(List.of(List.of("1", "2", "10", "20"), List.of("a", "b", "b", "c")), features(sequences));
        assertEquals(
                List.of("t1", "k1"),
                sequences.features().stream().map(Column::name).toList());
    }

    @Test
    void aMissingTextStaysMissing() {
        final var sequences = of(
                WHOLE.features("k1", "k2").missing(MissingValues.LAST),
                text("k1", null, "a"),
                text("k2", "b", null),
                numbers("y", 0, 1));

        assertEquals(List.of(Arrays.asList(null, "b", "a", null)), features(sequences));
    }

    @Test
    void whatForecastsItselfIsTheFirstFeatureOfEachStep() {
        final var sequences = of(
                FUTURE.features("sales1", "price1", "sales2", "price2").perStep(2),
                numbers("sales1", 1, 10),
                numbers("price1", 3, 30),
                numbers("sales2", 2, 20),
                numbers("price2", 4, 40));

        assertEquals(List.of("1", "2", "10", "20"), texts(sequences.target().orElseThrow()));
        assertEquals(List.of(List.of("3", "4", "30", "40")), features(sequences));
    }

    @Test
    void oneFeatureAStepIsNothingButTheTarget() {
        final var sequences = of(FUTURE.features("a", "b"), text("a", "x"), text("b", "y"));

        assertEquals(List.of("x", "y"), texts(sequences.target().orElseThrow()));
        assertEquals(List.of(), sequences.features());
    }

    @Test
    void resultsAreNamedAfterWhatAllStepColumnsBeginWith() {
        assertEquals("h", FUTURE.features("h00", "h01", "h11").settings().targetName());
        assertEquals(
                "passengers",
                FUTURE.features("passengers (1)", "passengers (2)").settings().targetName());
        assertEquals(
                "Sales", FUTURE.features("Sales_2020", "Sales_2021").settings().targetName());
        assertEquals("Jan", FUTURE.features("Jan", "Feb").settings().targetName());
        assertEquals("1", FUTURE.features("1", "2").settings().targetName());
        assertEquals("y", WHOLE.features("h1", "h2").settings().targetName());
    }

    @Test
    void refusesTheSameFeatureAsNumberAndAsText() {
        assertEquals(
                "The columns \"a1\" and \"a2\" are the same feature at two time steps, but one holds numbers and the"
                        + " other text. Choose other columns, or convert one of them before.",
                Refusals.ofData(() -> of(
                        WHOLE.features("a1", "b1", "a2", "b2").perStep(2),
                        numbers("a1", 1),
                        text("b1", "x"),
                        text("a2", "1"),
                        text("b2", "y"),
                        numbers("y", 1))));
    }

    @Test
    void refusesColumnsThatAreNeitherNumbersNorText() {
        assertEquals(
                "The column \"b\" holds lists, but numbers or text can be read."
                        + " Choose the data layout with list cells, or another column.",
                Refusals.ofData(() ->
                        of(WHOLE.features("a", "b"), numbers("a", 1), lists("b", new double[] {1}), numbers("y", 1))));
        assertEquals(
                "The column \"y\" holds lists, but numbers or text can be read."
                        + " Choose the data layout with list cells, or another column.",
                Refusals.ofData(() -> of(WHOLE.features("a"), numbers("a", 1), lists("y", new double[] {1}))));
    }

    @Test
    void namesTheColumnOfAMissingAndOfAnInfiniteValueAndNotTheFirstStep() {
        final var columns = new Column[] {
            numbers("a1", 1, 2), numbers("b1", 1, 2), numbers("a2", 1, 2), numbers("b2", 1, Double.NaN)
        };
        final var data = WHOLE.features("a1", "b1", "a2", "b2").perStep(2).settings();

        assertEquals(
                "The feature column \"b2\" has no value in row \"Row1\"."
                        + " Remove such rows or fill them before, or choose in the RNN Learner what becomes of missing"
                        + " values.",
                Refusals.ofData(() -> Sequences.of(table(columns), data, Truth.MAY_END_EARLY)));
        columns[3] = numbers("b2", 1, Double.POSITIVE_INFINITY);
        assertEquals(
                "The feature column \"b2\" holds Infinity in row \"Row1\"."
                        + " Remove such rows or replace the value before.",
                Refusals.ofData(() -> Sequences.of(table(columns), data, Truth.MAY_END_EARLY)));
        assertEquals(
                "The target column \"c3\" has no value in row \"Row0\"."
                        + " Remove such rows or fill them before, or choose in the RNN Learner what becomes of missing"
                        + " values.",
                Refusals.ofData(() -> of(
                        FUTURE.features("c1", "c2", "c3", "c4"),
                        numbers("c1", 1),
                        numbers("c2", 1),
                        numbers("c3", Double.NaN),
                        numbers("c4", 1))));
    }

    @Test
    void aTableWithoutRowsHasNoSequence() {
        assertEquals(0, of(WHOLE.features("a"), numbers("a"), numbers("y")).size());
        assertEquals(
                0, of(FUTURE.features("a", "b"), numbers("a"), numbers("b")).size());
    }

    @Test
    void aTableToPredictNeedsNoTarget() {
        assertEquals(Optional.empty(), of(WHOLE.features("a"), numbers("a", 1)).target());
    }
}
