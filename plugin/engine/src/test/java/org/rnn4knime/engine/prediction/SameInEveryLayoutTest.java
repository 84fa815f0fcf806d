package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.Predicted;
import org.rnn4knime.engine.RawSequences;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.ValidationSplit;

/** The same sequences give the same model and the same predictions in each layout that can hold them. */
class SameInEveryLayoutTest {

    private static final int SEQUENCES = 12;

    private static RawSequences raw(
            final long seed, final boolean isWhole, final boolean isNominal, final int... lengths) {
        final var random = new Random(seed);
        final var raw = RawSequences.of(lengths);
        if (!isWhole && isNominal) {
            raw.texts("y", (sequence, step) -> "y" + random.nextInt(3));
        } else if (!isWhole) {
            raw.numbers("y", (sequence, step) -> 50 + 10 * random.nextGaussian());
        }
        raw.numbers("x", (sequence, step) -> random.nextGaussian());
        raw.texts("k", (sequence, step) -> random.nextBoolean() ? "p" : "q");
        if (isWhole) {
            raw.whole(
                    isNominal
                            ? Examples.text(
                                    "y",
                                    IntStream.range(0, lengths.length)
                                            .mapToObj(sequence -> "c" + random.nextInt(3))
                                            .toArray(String[]::new))
                            : Examples.numbers(
                                    "y", random.doubles(lengths.length).toArray()));
        }
        return raw;
    }

    private static int[] equalLengths() {
        final var lengths = new int[SEQUENCES];
        Arrays.fill(lengths, 6);
        return lengths;
    }

    private static int[] lengths() {
        return IntStream.range(0, SEQUENCES)
                .map(sequence -> 1 + sequence * 5 % 8)
                .toArray();
    }

    private static Setup setup(final Data data) {
        return Setup.of(data).validation(ValidationSplit.AUTOMATIC, 0.25).epochs(3, 0.02);
    }

    private static Data rows(final Scope scope) {
        return Data.of(SequenceLayout.ROWS, scope).features("x", "k").ids("id").order("t");
    }

    private static Data lists(final Scope scope) {
        return Data.of(SequenceLayout.LISTS, scope).features("x", "k");
    }

    private static void assertSame(
            final RnnModel expected, final double[][] predicted, final RnnModel actual, final Table table) {
        assertArrayEquals(
                expected.networks().get(0).parameters(),
                actual.networks().get(0).parameters());
        final var values = Predicted.of(actual, table);
        assertTrue(Predicted.count(values) > SEQUENCES / 2);
        Predicted.assertEqual(predicted, values);
        assertEquals(
                expected.networks().get(0).history().get(2).validationLoss(),
                actual.networks().get(0).history().get(2).validationLoss());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void wholeSequences(final boolean isNominal) {
        final var raw = raw(1, true, isNominal, equalLengths());
        final var test = raw(2, true, isNominal, equalLengths());
        final var model = setup(rows(Scope.SEQUENCE)).train(raw.rows());
        final var predicted = Predicted.of(model, test.rows());

        assertSame(model, predicted, setup(lists(Scope.SEQUENCE)).train(raw.lists()), test.lists());
        final var columns = Data.of(SequenceLayout.COLUMNS, Scope.SEQUENCE)
                .features(raw.columnNames("x", "k"))
                .perStep(2);
        assertSame(model, predicted, setup(columns).train(raw.columns()), test.columns());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void wholeSequencesOfDifferentLengths(final boolean isNominal) {
        final var raw = raw(1, true, isNominal, lengths());
        final var test = raw(2, true, isNominal, lengths());
        final var model = setup(rows(Scope.SEQUENCE)).train(raw.rows());

        assertSame(
                model,
                Predicted.of(model, test.rows()),
                setup(lists(Scope.SEQUENCE)).train(raw.lists()),
                test.lists());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyStep(final boolean isNominal) {
        final var raw = raw(1, false, isNominal, lengths());
        final var test = raw(2, false, isNominal, lengths());
        final var model = setup(rows(Scope.STEP)).train(raw.rows());

        assertSame(
                model,
                Predicted.of(model, test.rows()),
                setup(lists(Scope.STEP)).train(raw.lists()),
                test.lists());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nextValues(final boolean isNominal) {
        final var raw = raw(1, false, isNominal, equalLengths());
        final var test = raw(2, false, isNominal, equalLengths());
        final var model = setup(rows(Scope.FUTURE)).train(raw.rows());
        final var predicted = Predicted.of(model, test.rows());

        assertSame(model, predicted, setup(lists(Scope.FUTURE)).train(raw.lists()), test.lists());
        final var columns = Data.of(SequenceLayout.COLUMNS, Scope.FUTURE)
                .target("")
                .features(raw.columnNames("y", "x", "k"))
                .perStep(3);
        assertSame(model, predicted, setup(columns).train(raw.columns()), test.columns());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nextValuesOfSequencesOfDifferentLengths(final boolean isNominal) {
        final var raw = raw(1, false, isNominal, lengths());
        final var test = raw(2, false, isNominal, lengths());
        final var model = setup(rows(Scope.FUTURE)).train(raw.rows());

        assertSame(
                model,
                Predicted.of(model, test.rows()),
                setup(lists(Scope.FUTURE)).train(raw.lists()),
                test.lists());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textsAreListsOfTheirSymbols(final boolean isNominal) {
        final var raw = raw(1, true, isNominal, lengths());
        final var test = raw(2, true, isNominal, lengths());
        final var lists = lists(Scope.SEQUENCE).features("k");
        final var texts = Data.of(SequenceLayout.TEXT, Scope.SEQUENCE).features("k");
        final var model = setup(lists).train(raw.lists());

        assertSame(model, Predicted.of(model, test.lists()), setup(texts).train(raw.texts("k")), test.texts("k"));
    }

    @Test
    void aSeriesWithoutIdIsOneSequenceWithOne() {
        final var raw = raw(1, false, false, 40);
        final var test = raw(2, false, false, 30);
        final var withId = setup(rows(Scope.FUTURE)).train(raw.rows());

        assertSame(
                withId,
                Predicted.of(withId, test.rows()),
                setup(Data.of(SequenceLayout.ROWS, Scope.FUTURE).features("x", "k"))
                        .train(raw.rows()),
                test.rows());
    }

    @Test
    void rowsInAnyOrderGiveTheSameModelAndEachItsOwnPrediction() {
        final var raw = raw(1, false, false, lengths());
        final var table = raw.rows();
        final var reversed = IntStream.range(0, table.size())
                .map(row -> table.size() - 1 - row)
                .toArray();
        final var turned = new Table(
                Arrays.stream(reversed).mapToObj(table.rowIds()::get).toList(),
                table.columns().stream()
                        .map(column -> column.gathered(reversed))
                        .toList());
        final var model = setup(rows(Scope.STEP)).train(table);
        final var predicted = Predicted.of(model, table);
        final var values = Predicted.of(model, turned);

        Predicted.assertEqual(
                predicted, Arrays.stream(reversed).mapToObj(row -> values[row]).toArray(double[][]::new));
    }
}
