package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.lists;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.sine;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;
import static org.rnn4knime.engine.Examples.textLists;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.Predicted;
import org.rnn4knime.engine.RawSequences;
import org.rnn4knime.engine.Refusals;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.VocabularySettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.sequence.BeyondMaximum;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;

/** What the settings of data, windows and encodings do from the table to the predictions. */
class SettingsOfDataTest {

    private static final Data STEP = Data.of(SequenceLayout.LISTS, Scope.STEP).features("x");

    private static final Data WHOLE =
            Data.of(SequenceLayout.LISTS, Scope.SEQUENCE).features("x");

    private static final Data FUTURE =
            Data.of(SequenceLayout.ROWS, Scope.FUTURE).target("value");

    private static TrainedModel trained(final Setup setup, final Table table) {
        return Trainer.train(table, setup.settings(), TrainingListener.NONE);
    }

    private static double[][] random(final long seed, final int... lengths) {
        final var random = new Random(seed);
        return Arrays.stream(lengths)
                .mapToObj(length -> random.doubles(length).toArray())
                .toArray(double[][]::new);
    }

    private static Table long10() {
        final var x = random(1, 10, 3, 4, 10);
        return table(lists("x", x), lists("y", x));
    }

    @Test
    void aLongerSequenceIsReadFromItsEndOrItsStartAndThatIsTold() {
        for (final var beyond : List.of(BeyondMaximum.KEEP_END, BeyondMaximum.KEEP_START)) {
            final var setup = Setup.of(STEP).maximum(4, beyond);
            final var trained = trained(setup, long10());
            assertEquals(4, trained.model().provenance().trainingWindows());
            assertEquals(
                    List.of("2 of 4 sequences are longer than the maximum of 4 time steps: their "
                            + (beyond == BeyondMaximum.KEEP_END ? "first" : "last") + " steps are not read."),
                    Examples.warnings(trained));
            final var values = Predicted.of(trained.model(), long10());
            final var from = beyond == BeyondMaximum.KEEP_END ? 6 : 0;
            for (int step = 0; step < 10; step++) {
                assertEquals(step < from || step >= from + 4, Double.isNaN(values[step][0]));
            }
            final var kept = Arrays.copyOfRange(random(1, 10)[0], from, from + 4);
            Predicted.assertEqual(
                    Predicted.of(trained.model(), table(lists("x", kept))), Arrays.copyOfRange(values, from, from + 4));
        }
    }

    @Test
    void aLongerSequenceInPiecesIsReadWhole() {
        final var trained = trained(Setup.of(STEP).maximum(4, BeyondMaximum.SPLIT), long10());

        assertEquals(3 + 1 + 1 + 3, trained.model().provenance().trainingWindows());
        assertEquals(List.of(), Examples.warnings(trained));
        assertEquals(27, Predicted.count(Predicted.of(trained.model(), long10())));
    }

    @Test
    void whatIsLearnedOfOneValueASequenceIsItsEndItsStartOrEachPiece() {
        final var x = random(1, 10, 3, 4, 10);
        final var y = numbers("y", 1, 2, 3, 4);
        for (final var beyond : BeyondMaximum.values()) {
            final var setup = Setup.of(WHOLE).maximum(4, beyond).normalization(Normalization.NONE);
            final var model = trained(setup, table(lists("x", x), y)).model();
            final var values = Predicted.of(model, table(lists("x", x)));
            assertEquals(4, Predicted.count(values));
            final var pieces =
                    switch (beyond) {
                        case KEEP_END -> List.of(Arrays.copyOfRange(x[0], 6, 10));
                        case KEEP_START -> List.of(Arrays.copyOfRange(x[0], 0, 4));
                        case SPLIT -> List.of(
                                Arrays.copyOfRange(x[0], 0, 4),
                                Arrays.copyOfRange(x[0], 4, 8),
                                Arrays.copyOfRange(x[0], 8, 10));
                    };
            final var each = Predicted.of(model, table(lists("x", pieces.toArray(double[][]::new))));
            assertEquals(
                    Arrays.stream(each).mapToDouble(value -> value[0]).average().orElseThrow(), values[0][0], 1e-5);
            assertEquals(
                    beyond == BeyondMaximum.SPLIT ? 8 : 4, model.provenance().trainingWindows());
        }
    }

    @Test
    void probabilitiesOfPiecesAreAveraged() {
        final var x = random(1, 5, 2);
        final var model = trained(
                        Setup.of(WHOLE).maximum(3, BeyondMaximum.SPLIT), table(lists("x", x), text("y", "a", "b")))
                .model();
        final var values = Predicted.of(model, table(lists("x", x)));
        final var pieces =
                Predicted.of(model, table(lists("x", Arrays.copyOf(x[0], 3), Arrays.copyOfRange(x[0], 3, 5))));

        assertEquals((pieces[0][0] + pieces[1][0]) / 2, values[0][0], 1e-6);
        assertEquals(1, values[0][0] + values[0][1], 1e-6);
    }

    @Test
    void aStrideLeavesWindowsOut() {
        final var setup = Setup.of(FUTURE).length(5);
        assertEquals(45, trained(setup, sine(50)).model().provenance().trainingWindows());
        assertEquals(15, trained(setup.stride(3), sine(50)).model().provenance().trainingWindows());
        assertEquals(
                45,
                Predicted.count(Predicted.of(trained(setup.stride(3), sine(50)).model(), sine(50))));
    }

    @Test
    void aDirectForecastLearnsAllStepsUpToItsHorizon() {
        final var model = trained(Setup.of(FUTURE).length(5).direct(3).epochs(20, 0.02), sine(50))
                .model();
        assertEquals(3, model.plan().outputs().values());
        assertEquals(50 - 5 - 2, model.provenance().trainingWindows());
        final var values = Predicted.of(model, sine(20));
        assertEquals(15, Predicted.count(values));
        final var truth = ((NumberColumn) sine(20).column("value")).values();
        for (int row = 5; row < 20; row++) {
            assertEquals(truth[row], values[row][0], 0.3);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SEQUENCE", "STEP", "FUTURE"})
    void manyValuesAreEmbeddedAndLearnedFrom(final Scope scope) {
        final var random = new Random(3);
        final var lengths = new int[40];
        Arrays.fill(lengths, 6);
        // Which of 50 words are large is to be learned: the last one tells the target.
        final var raw = RawSequences.of(lengths);
        raw.texts("k", (sequence, step) -> "w" + random.nextInt(50));
        final var data =
                Data.of(SequenceLayout.ROWS, scope).features("k").ids("id").order("t");
        if (scope == Scope.SEQUENCE) {
            raw.whole(numbers(
                    "y",
                    IntStream.range(0, 40)
                            .mapToDouble(sequence -> large(raw, sequence, 5))
                            .toArray()));
        } else {
            raw.numbers(
                    "y",
                    (sequence, step) -> scope == Scope.STEP || step > 0
                            ? large(raw, sequence, scope == Scope.STEP ? step : step - 1)
                            : 0.0);
        }
        final var model = trained(
                        Setup.of(data)
                                .length(1)
                                .embedding(10, 4)
                                .network(CellType.GRU, 8)
                                .epochs(40, 0.02),
                        raw.rows())
                .model();
        assertEquals(1, model.plan().inputs().embeddings().size());
        assertEquals(4, model.plan().inputs().embeddings().get(0).size());
        assertTrue(
                model.networks().get(0).history().get(39).trainingLoss() < 0.1,
                () -> model.networks().get(0).history().get(39).toString());
        assertTrue(Predicted.count(Predicted.of(model, raw.rows())) > 30);
    }

    private static double large(final RawSequences raw, final int sequence, final int step) {
        return Integer.parseInt(raw.text("k", sequence, step).substring(1)) % 2;
    }

    @Test
    void symbolsBeyondTheVocabularyAreReadAsUnknownOnes() {
        final var data = Data.of(SequenceLayout.TEXT, Scope.SEQUENCE).features("k");
        final var table = table(text("k", "aaab", "aaac", "bbab"), text("y", "p", "q", "p"));
        final var two = Setup.of(data).vocabulary(new VocabularySettings(Optional.of(2), 1));
        final var model = trained(two, table).model();
        assertEquals(
                List.of("a", "b"),
                model.encoders().nominals().get(0).vocabulary().values());
        final var values = Predicted.of(model, table(text("k", "ac", "ax", "ab")));
        assertArrayEquals(values[0], values[1]);
        assertFalse(Arrays.equals(values[0], values[2]));

        final var frequent = Setup.of(data).vocabulary(new VocabularySettings(Optional.empty(), 4));
        assertEquals(
                List.of("a", "b"),
                trained(frequent, table)
                        .model()
                        .encoders()
                        .nominals()
                        .get(0)
                        .vocabulary()
                        .values());
    }

    @Test
    void aVocabularyWithoutAnySymbolIsRefusedWhereNothingElseIsRead() {
        final var data = Data.of(SequenceLayout.TEXT, Scope.SEQUENCE).features("k");
        final var setup = Setup.of(data).vocabulary(new VocabularySettings(Optional.empty(), 100));

        assertEquals(
                "No symbol of the column \"k\" is there 100 times in the part of the table that is learned from."
                        + " Lower the minimum count of a symbol.",
                Refusals.ofData(() -> trained(setup, table(text("k", "ab", "c"), numbers("y", 1, 2)))));
    }

    @ParameterizedTest
    @EnumSource
    void constantColumnsDoNoHarm(final Normalization normalization) {
        final var x = new double[][] {{7, 7}, {7, 7, 7}, {7}};
        final var setup =
                Setup.of(STEP.features("x", "k")).normalization(normalization).epochs(30, 0.05);
        final var words = textLists("k", new String[] {"a", "a"}, new String[] {"a", "a", "a"}, new String[] {"a"});
        final var model =
                trained(setup, table(lists("x", x), words, lists("y", x))).model();
        for (final var value : Predicted.of(model, table(lists("x", x), words))) {
            assertEquals(7, value[0], normalization == Normalization.NONE ? 3 : 1);
        }
    }

    @Test
    void aTargetOfOneClassIsLearnedAndThatIsTold() {
        final var x = lists("x", random(1, 2, 3));

        assertEquals(
                List.of("The target column \"y\" has no other class than \"a\" where the model learns from, so that it"
                        + " predicts nothing else. Check the table, or choose another target column."),
                Examples.warnings(trained(Setup.of(WHOLE), table(x, text("y", "a", "a")))));
        assertEquals(List.of(), Examples.warnings(trained(Setup.of(WHOLE), table(x, text("y", "a", "b")))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-20, 1e20, 1e300})
    void valuesOfAnySizeAreLearnedAndPredictedInTheirOwn(final double size) {
        final var plain = new double[60];
        Arrays.setAll(plain, row -> Math.sin(row * Math.PI / 5));
        final var scaled = Arrays.stream(plain).map(value -> value * size).toArray();
        final var setup = Setup.of(FUTURE).length(5).epochs(20, 0.02);
        for (final var normalization : List.of(Normalization.Z_SCORE, Normalization.MIN_MAX)) {
            final var expected = Predicted.of(
                    trained(setup.normalization(normalization), table(numbers("value", plain)))
                            .model(),
                    table(numbers("value", plain)));
            final var actual = Predicted.of(
                    trained(setup.normalization(normalization), table(numbers("value", scaled)))
                            .model(),
                    table(numbers("value", scaled)));
            for (int row = 5; row < 60; row++) {
                assertEquals(expected[row][0], actual[row][0] / size, 1e-2);
                assertEquals(plain[row], actual[row][0] / size, 0.6);
            }
        }
    }

    @Test
    void columnsOfVeryDifferentSizeAreReadSideBySide() {
        final var random = new Random(1);
        final var small = random.doubles(60).map(value -> value * 1e-9).toArray();
        final var large = random.doubles(60).map(value -> value * 1e9).toArray();
        final var y = new double[60];
        Arrays.setAll(y, row -> small[row] * 1e9 + large[row] * 1e-9);
        final var data = Data.of(SequenceLayout.ROWS, Scope.STEP).features("small", "large");
        final var model = trained(
                        Setup.of(data).length(6).network(CellType.GRU, 8).epochs(60, 0.02),
                        table(numbers("small", small), numbers("large", large), numbers("y", y)))
                .model();

        assertTrue(
                model.networks().get(0).history().get(59).trainingLoss() < 0.2,
                () -> model.networks().get(0).history().get(59).toString());
    }

    @Test
    void zerosAndOnesAreLearnedAsNumbers() {
        final var x = new double[] {0, 1, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0};
        final var model = trained(
                        Setup.of(Data.of(SequenceLayout.ROWS, Scope.STEP).features("x"))
                                .epochs(60, 0.05),
                        table(numbers("x", x), numbers("y", x)))
                .model();
        final var values = Predicted.of(model, table(numbers("x", 1, 0, 1)));

        assertTrue(values[0][0] > 0.5 && values[1][0] < 0.5 && values[2][0] > 0.5, () -> Arrays.deepToString(values));
    }

    @Test
    void theMissingValuePolicyIsPartOfTheModel() {
        final var y = new double[] {1, 2, 3, 4, 5, 6, 7, 8};
        final var x = new double[] {1, 2, 3, 4, 5, Double.NaN, 7, 8};
        final var data = Data.of(SequenceLayout.ROWS, Scope.STEP).features("x");
        final var last = trained(Setup.of(data.missing(MissingValues.LAST)), table(numbers("x", x), numbers("y", y)))
                .model();
        final var mean = trained(Setup.of(data.missing(MissingValues.MEAN)), table(numbers("x", x), numbers("y", y)))
                .model();

        assertNotEquals(last.encoders(), mean.encoders());
        assertFalse(Arrays.equals(
                last.networks().get(0).parameters(), mean.networks().get(0).parameters()));
    }
}
