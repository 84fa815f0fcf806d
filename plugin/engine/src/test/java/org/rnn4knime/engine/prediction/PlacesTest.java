package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.lists;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;
import static org.rnn4knime.engine.Examples.textLists;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Predicted;
import org.rnn4knime.engine.Refusals;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;

/** Where predictions stand, and what they are made from. */
class PlacesTest {

    private static final double NONE = Double.NaN;

    private static List<Boolean> has(final Predictions predictions) {
        return IntStream.range(0, predictions.results().size())
                .mapToObj(predictions.results()::has)
                .toList();
    }

    private static void assertSlots(final Predictions predictions, final Slots.Kind kind, final int... offsets) {
        assertEquals(kind, predictions.slots().kind());
        assertArrayEquals(offsets, predictions.slots().offsets());
        assertEquals(predictions.slots().size(), predictions.results().size());
    }

    @Test
    void aSeriesHasAPlaceForEachRowAlsoForThoseBeforeTheFirstWindow() {
        final var data = Data.of(SequenceLayout.ROWS, Scope.SEQUENCE).features("x");
        final var model = Setup.of(data).length(3).train(table(numbers("x", 1, 2, 3, 4), numbers("y", 1, 2, 3, 4)));
        final var predictions = Predictor.predict(model, table(numbers("x", 1, 2, 3, 4, 5)));

        assertSlots(predictions, Slots.Kind.ROWS, 0, 5);
        assertEquals(List.of(false, false, true, true, true), has(predictions));
    }

    @Test
    void wholeSequencesHaveAPlaceEachInTheOrderOfTheirFirstRows() {
        final var data =
                Data.of(SequenceLayout.ROWS, Scope.SEQUENCE).features("x").ids("id");
        final var model =
                Setup.of(data).train(table(text("id", "a", "b", "a"), numbers("x", 1, 2, 3), text("y", "p", "q", "p")));
        final var one = Predictor.predict(model, table(text("id", "z", "c", "z"), numbers("x", 1, 2, 3)));

        assertSlots(one, Slots.Kind.SEQUENCES, 0, 2);
        assertEquals(List.of(List.of("z"), List.of("c")), one.sequences().ids());
        final var z = Predicted.of(model, table(text("id", "z", "z"), numbers("x", 1, 3)));
        Predicted.assertEqual(z, new double[][] {Predicted.of(one)[0]});
    }

    @Test
    void elementsOfListsHaveAPlaceEachAndEmptyOrMissingListsNone() {
        final var data =
                Data.of(SequenceLayout.LISTS, Scope.STEP).features("x", "k").missing(MissingValues.SKIP);
        final var model = Setup.of(data)
                .train(table(
                        lists("x", new double[] {1, 2, 3}),
                        textLists("k", new String[] {"a", "b", "a"}),
                        lists("y", new double[] {3, 2, 1})));
        final var predictions = Predictor.predict(
                model,
                table(
                        lists("x", new double[] {1, NONE}, new double[0], null, new double[] {5, 6}, new double[] {7}),
                        textLists(
                                "k", new String[] {"a", "b"}, new String[0], new String[] {"a"}, null, new String[] {"b"
                                })));

        assertSlots(predictions, Slots.Kind.LIST_ELEMENTS, 0, 2, 2, 2, 4, 5);
        assertEquals(List.of(true, false, false, false, true), has(predictions));
    }

    @Test
    void listsThatAreForecastHaveAPlaceForEachElement() {
        final var data = Data.of(SequenceLayout.LISTS, Scope.FUTURE);
        final var model = Setup.of(data).length(2).train(table(lists("y", new double[] {1, 2, 3, 4})));
        final var predictions =
                Predictor.predict(model, table(lists("y", new double[] {1, 2, 3, NONE, NONE}, new double[] {1, 2})));

        assertSlots(predictions, Slots.Kind.LIST_ELEMENTS, 0, 5, 7);
        assertEquals(List.of(false, false, true, true, false, false, false), has(predictions));
        assertEquals(
                List.of(
                        "1 of 2 sequences have fewer than 3 time steps up to the first without a target and are left out."),
                predictions.warnings());
    }

    @Test
    void stepColumnsThatAreForecastHaveAPlaceEach() {
        final var data =
                Data.of(SequenceLayout.COLUMNS, Scope.FUTURE).target("").features("a", "b", "c");
        final var model =
                Setup.of(data).length(1).train(table(numbers("a", 1, 2), numbers("b", 2, 3), numbers("c", 3, 4)));
        final var predictions =
                Predictor.predict(model, table(numbers("c", NONE, NONE), numbers("b", 2, NONE), numbers("a", 1, 5)));

        assertSlots(predictions, Slots.Kind.LIST_ELEMENTS, 0, 3, 6);
        assertEquals(List.of(false, true, true, false, true, false), has(predictions));
    }

    @Test
    void everySymbolOfATextIsPredictedTheFirstFromItsBeginningAlone() {
        final var data = Data.of(SequenceLayout.TEXT, Scope.FUTURE);
        final var model =
                Setup.of(data.missing(MissingValues.SKIP)).length(3).train(table(text("y", "abc", "bca", "cab")));
        final var predictions = Predictor.predict(model, table(text("y", "abca", "", null, "a")));

        assertSlots(predictions, Slots.Kind.LIST_ELEMENTS, 0, 4, 4, 4, 5);
        assertEquals(List.of(true, true, true, true, true), has(predictions));
        final var values = Predicted.of(predictions);
        Predicted.assertEqual(new double[][] {values[0]}, new double[][] {values[4]});
        assertEquals(
                List.of("Accuracy", "Log loss", "Bits a symbol"),
                predictions.evaluation().stream().map(Metric::name).toList());
        assertEquals(5, predictions.evaluation().get(0).count());
    }

    @Test
    void aTextIsReadByItsWindowOnly() {
        final var model = Setup.of(Data.of(SequenceLayout.TEXT, Scope.FUTURE))
                .length(2)
                .train(table(text("y", "abc", "bca", "cab")));
        final var one = Predicted.of(model, table(text("y", "abca")));
        final var other = Predicted.of(model, table(text("y", "bbca")));

        assertArrayEquals(one[3], other[3], 1e-6);
        assertTrue(Math.abs(one[2][0] - other[2][0]) > 1e-6);
    }

    @Test
    void theOrderOfColumnsAndOthersDoNotMatterButTheirTypesDo() {
        final var data = Data.of(SequenceLayout.ROWS, Scope.STEP).features("x", "k");
        final var model = Setup.of(data).train(table(numbers("x", 1, 2), text("k", "a", "b"), numbers("y", 1, 2)));
        final var expected = Predicted.of(model, table(numbers("x", 3), text("k", "a")));

        assertArrayEquals(
                expected[0],
                Predicted.of(model, table(text("other", "?"), text("k", "a"), numbers("x", 3), numbers("y", 7)))[0]);
        assertEquals(
                "The column \"x\" holds no numbers, but the model was trained with numbers in it."
                        + " Convert the column before, or train a model on such a table.",
                Refusals.ofData(() -> Predictor.predict(model, table(text("x", "3"), text("k", "a")))));
        assertEquals(
                "The column \"k\" holds no text, but the model was trained with text in it."
                        + " Convert the column before, or train a model on such a table.",
                Refusals.ofData(() -> Predictor.predict(model, table(numbers("x", 3), numbers("k", 1)))));
        assertEquals(
                "The table has no column \"k\". Its columns are \"x\": choose one of them.",
                Refusals.ofData(() -> Predictor.predict(model, table(numbers("x", 3)))));
    }

    @Test
    void theTruthIsNotRead() {
        for (final var scope : List.of(Scope.SEQUENCE, Scope.STEP)) {
            final var data = Data.of(SequenceLayout.ROWS, scope).features("x").ids("id");
            final var model = Setup.of(data)
                    .train(table(text("id", "a", "a", "b"), numbers("x", 1, 2, 3), numbers("y", 1, 1, 2)));
            final var x = numbers("x", 3, 2, 1);
            final var id = text("id", "a", "a", "b");
            final var without = Predicted.of(model, table(id, x));

            assertArrayEquals(without, Predicted.of(model, table(id, x, numbers("y", 1e9, 1e9, -1e9))));
            assertArrayEquals(without, Predicted.of(model, table(id, x, numbers("y", NONE, NONE, NONE))));
        }
    }

    @Test
    void aTruthWithoutALogarithmIsNoReasonToRefuseWhereItIsNotRead() {
        final var logarithm = new TargetTransform(true, false);
        final var step = Data.of(SequenceLayout.ROWS, Scope.STEP).features("x");
        final var model =
                Setup.of(step).transform(logarithm).train(table(numbers("x", 1, 2, 3), numbers("y", 1, 2, 3)));
        final var x = numbers("x", 1, 2, 3);
        assertArrayEquals(Predicted.of(model, table(x)), Predicted.of(model, table(x, numbers("y", 0, -1, 5))));
        assertEquals(
                3,
                Predictor.predict(model, table(x, numbers("y", 0, -1, 5)))
                        .evaluation()
                        .get(0)
                        .count());

        final var future =
                Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE)).length(1).transform(logarithm);
        final var forecasting = future.train(table(numbers("y", 1, 2, 3)));
        assertEquals(
                "The logarithm needs targets above 0, but the row \"Row1\" holds 0.0."
                        + " Switch the logarithm off, or shift the target before.",
                Refusals.ofData(() -> Predictor.predict(forecasting, table(numbers("y", 1, 0)))));
    }

    @Test
    void sequencesWithoutAStepAreCountedAndHaveNoPrediction() {
        final var data = Data.of(SequenceLayout.LISTS, Scope.SEQUENCE).features("x");
        final var model =
                Setup.of(data).train(table(lists("x", new double[] {1}, new double[] {2}), numbers("y", 1, 2)));
        final var predictions = Predictor.predict(model, table(lists("x", new double[0], new double[] {1})));

        assertEquals(List.of(false, true), has(predictions));
        assertEquals(List.of("1 of 2 sequences have no time step and are left out."), predictions.warnings());
        assertEquals(
                "The longest of 2 sequences has 0 time steps, but 1 is needed to predict one of them."
                        + " Give a table with rows.",
                Refusals.ofData(() -> Predictor.predict(model, table(lists("x", new double[0], new double[0])))));
    }
}
