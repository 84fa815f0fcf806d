package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.lists;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;
import static org.rnn4knime.engine.Examples.textLists;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Refusals;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.model.ClassWeightType;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.sequence.ValidationSplit;

class ClassWeighingTest {

    private static final double NONE = Double.NaN;

    private static final Setup WHOLE =
            Setup.of(Data.of(SequenceLayout.LISTS, Scope.SEQUENCE).features("x"));

    /** Once a, twice b, five times c. */
    private static final TextColumn CLASSES = text("y", "c", "b", "c", "c", "a", "b", "c", "c");

    /** A table of sequences of 3 steps, one a row. */
    private static Table sequences(final Column... others) {
        final var random = new Random(1);
        final var x = IntStream.range(0, others[0].size())
                .mapToObj(row -> random.doubles(3).toArray())
                .toArray(double[][]::new);
        final var columns = Arrays.copyOf(others, others.length + 1);
        columns[others.length] = lists("x", x);
        return table(columns);
    }

    private static double[] weights(final Setup setup, final Table table) {
        final var settings = setup.settings();
        final var learned = TrainingData.of(table, settings, true);
        final var encoders = learned.fit();
        final var reader =
                learned.reader(encoders.encode(learned.sequences(), settings.ahead()), settings.plan(encoders));
        return ClassWeighing.of(
                settings.training().classWeights(), (ClassTarget) encoders.target(), reader, table, () -> {});
    }

    private static double[] ofColumn(final double... values) {
        return weights(WHOLE.classWeights(ClassWeightType.COLUMN, "w"), sequences(CLASSES, numbers("w", values)));
    }

    private static String refusal(final Column column) {
        final var setup = WHOLE.classWeights(ClassWeightType.COLUMN, "w");
        return Refusals.ofData(() -> setup.train(sequences(CLASSES, column)));
    }

    @Test
    void withoutWeightsAllCountTheSame() {
        assertArrayEquals(
                new double[] {1, 1, 1}, weights(WHOLE.classWeights(ClassWeightType.NONE, "none"), sequences(CLASSES)));
    }

    @Test
    void balancedWeightsAreThoseOfScikitLearn() {
        // compute_class_weight("balanced"): n / (classes * n of the class)
        final var balanced = WHOLE.classWeights(ClassWeightType.BALANCED, "");
        assertArrayEquals(
                new double[] {8.0 / (3 * 1), 8.0 / (3 * 2), 8.0 / (3 * 5)},
                weights(balanced, sequences(CLASSES)),
                1e-12);
        assertArrayEquals(new double[] {1}, weights(balanced, sequences(text("y", "a", "a"))), 1e-12);
        assertArrayEquals(new double[] {1, 1}, weights(balanced, sequences(text("y", "a", "b"))), 1e-12);
    }

    @Test
    void balancedWeightsCountWhatIsLearnedAlone() {
        final var balanced = WHOLE.classWeights(ClassWeightType.BALANCED, "");
        // Missing targets teach nothing.
        assertArrayEquals(
                new double[] {4.0 / (2 * 1), 4.0 / (2 * 3)},
                weights(balanced, sequences(text("y", "a", "b", null, "b", "b", null))),
                1e-12);
        // Neither does what is held back.
        final var held = balanced.validation(ValidationSplit.BY_SEQUENCE, 0.5);
        final var training = TrainingData.of(sequences(CLASSES), held.settings(), true);
        final var learned = IntStream.range(0, 8)
                .filter(sequence -> training.split().hasTraining(sequence))
                .mapToObj(row -> CLASSES.text(row).orElseThrow())
                .sorted()
                .toList();
        final var names = learned.stream().distinct().toList();
        assertArrayEquals(
                names.stream()
                        .mapToDouble(name -> (double) learned.size()
                                / names.size()
                                / learned.stream().filter(name::equals).count())
                        .toArray(),
                weights(held, sequences(CLASSES)),
                1e-12);
    }

    @Test
    void balancedWeightsCountEachStepWhereEachHasATarget() {
        final var setup = Setup.of(Data.of(SequenceLayout.LISTS, Scope.STEP).features("x"))
                .classWeights(ClassWeightType.BALANCED, "");
        final var steps = table(
                lists("x", new double[] {1, 2, 3}, new double[] {4}),
                textLists("y", new String[] {"a", "b", "b"}, new String[] {"b"}));

        assertArrayEquals(new double[] {4.0 / 2, 4.0 / (2 * 3)}, weights(setup, steps), 1e-12);
    }

    @Test
    void theClassOfUnknownSymbolsIsNoneThatIsWeighed() {
        // Windows of one symbol, each learned with the next one: b 3 times, a twice.
        final var setup = Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE))
                .length(1)
                .classWeights(ClassWeightType.BALANCED, "");
        final var weights = weights(setup, table(text("y", "a", "b", "a", "b", "a", "b")));

        assertArrayEquals(new double[] {1, 5.0 / (2 * 2), 5.0 / (2 * 3)}, weights, 1e-12);
    }

    @Test
    void aColumnTellsTheWeightOfEachClass() {
        assertArrayEquals(new double[] {0, 0.5, 7}, ofColumn(7, 0.5, 7, 7, 0, 0.5, 7, 7));
        // One row a class is enough.
        assertArrayEquals(new double[] {3, 0.5, 7}, ofColumn(NONE, NONE, 7, NONE, 3, 0.5, 7, NONE));
    }

    @Test
    void aColumnTellsTheWeightOfEachStepsClass() {
        final var setup = Setup.of(Data.of(SequenceLayout.ROWS, Scope.STEP).features("x"))
                .classWeights(ClassWeightType.COLUMN, "w");

        assertArrayEquals(
                new double[] {2, 1},
                weights(setup, table(numbers("x", 1, 2, 3), text("y", "b", "a", "b"), numbers("w", 1, 2, 1))));
    }

    @Test
    void aColumnTellsTheWeightOfTheNextSymbolAndUnknownOnesCountAsOne() {
        final var setup = Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE))
                .length(1)
                .classWeights(ClassWeightType.COLUMN, "w");
        final var table = table(text("y", "a", "b", "a", "b"), numbers("w", 2, 3, 2, 3));
        assertArrayEquals(new double[] {1, 2, 3}, weights(setup, table));
        assertTrue(Double.isFinite(
                setup.train(table).networks().get(0).history().get(1).trainingLoss()));
    }

    @Test
    void aColumnMustGiveTheSameWeightInAllRowsOfAClass() {
        assertEquals(
                "The column of class weights \"w\" holds 2 in the row \"Row5\", but 1 in another row of the class \"b\"."
                        + " Give all rows of a class the same weight.",
                refusal(numbers("w", 3, 1, 3, 3, 0, 2, 3, 3)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -1e-300, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aWeightIsZeroOrMoreAndFinite(final double weight) {
        final var message = refusal(numbers("w", 3, 1, 3, 3, weight, 1, 3, 3));

        assertEquals(
                "The column of class weights \"w\" holds " + NumberColumn.text(weight)
                        + " in the row \"Row4\", but a weight is 0 or more. Correct the weight.",
                message);
    }

    @Test
    void eachClassNeedsAWeight() {
        assertEquals(
                "The class \"a\" has no weight in the column \"w\"."
                        + " Give each class a weight there, or choose other class weights.",
                refusal(numbers("w", 3, 1, 3, 3, NONE, 1, 3, 3)));
        assertTrue(refusal(numbers("w", NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE))
                .startsWith("The class \"a\""));
    }

    @Test
    void someWeightIsAboveZero() {
        assertEquals(
                "All class weights in the column \"w\" are 0, so there is nothing to learn."
                        + " Give the classes weights above 0, or choose other class weights.",
                refusal(numbers("w", new double[8])));
    }

    @Test
    void aColumnOfWeightsHoldsNumbersAndIsThere() {
        assertEquals(
                "The column of class weights \"w\" holds no numbers."
                        + " Choose a column of numbers, with the same weight in all rows of a class.",
                refusal(text("w", "1", "1", "1", "1", "1", "1", "1", "1")));
        assertTrue(refusal(numbers("other", new double[8])).startsWith("The table has no column \"w\"."));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aTargetOfNumbersHasNoClassesToWeigh(final ClassWeightType type) {
        final var table = sequences(numbers("y", 1, 2, 3), numbers("w", 1, 1, 1));
        assertEquals(
                "The target \"y\" holds numbers, so there are no classes to weigh. Choose no class weights.",
                Refusals.ofSettings(() -> WHOLE.classWeights(type, "w").train(table)));
    }

    /** The same sequences in which those of a class are repeated. */
    private static Table repeated(final Table table, final int... times) {
        final var rows = IntStream.range(0, table.size())
                .flatMap(row -> IntStream.range(0, times[row]).map(copy -> row))
                .toArray();
        return table(
                table.columns().stream().map(column -> column.gathered(rows)).toArray(Column[]::new));
    }

    @Test
    void aWeightCountsAsIfTheClassWereThereMoreOften() {
        final var setup = WHOLE.normalization(Normalization.NONE)
                .plainDescent()
                .batchSize(100)
                .epochs(1, 0.5);
        final var table = sequences(CLASSES, numbers("w", 1, 3, 1, 1, 2, 3, 1, 1));
        final var weighed = setup.classWeights(ClassWeightType.COLUMN, "w")
                .train(table)
                .networks()
                .get(0);
        final var often =
                setup.train(repeated(table, 1, 3, 1, 1, 2, 3, 1, 1)).networks().get(0);
        final var plain = setup.train(table).networks().get(0);

        final var loss = often.history().get(0).trainingLoss();
        assertEquals(loss, weighed.history().get(0).trainingLoss(), 1e-6);
        assertNotEquals(loss, plain.history().get(0).trainingLoss(), 1e-3);
        assertArrayEquals(often.parameters(), weighed.parameters(), 1e-6f);
    }

    @Test
    void aClassOfWeightZeroTeachesNothing() {
        final var setup = WHOLE.normalization(Normalization.NONE)
                .plainDescent()
                .batchSize(100)
                .epochs(1, 0.5);
        final var table = sequences(CLASSES, numbers("w", 1, 0, 1, 1, 1, 0, 1, 1));
        final var weighed = setup.classWeights(ClassWeightType.COLUMN, "w")
                .train(table)
                .networks()
                .get(0);
        final var losses =
                setup.train(repeated(table, 1, 1, 1, 1, 1, 1, 1, 1)).networks().get(0);

        assertTrue(Double.isFinite(weighed.history().get(0).trainingLoss()));
        assertNotEquals(
                losses.history().get(0).trainingLoss(), weighed.history().get(0).trainingLoss());
        // In batches of one window some have no weight at all.
        final var single = setup.batchSize(1)
                .epochs(3, 0.5)
                .classWeights(ClassWeightType.COLUMN, "w")
                .train(table)
                .networks()
                .get(0);
        for (final float parameter : single.parameters()) {
            assertTrue(Float.isFinite(parameter));
        }
    }
}
