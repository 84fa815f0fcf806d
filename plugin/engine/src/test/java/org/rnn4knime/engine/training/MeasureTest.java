package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.lists;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;
import static org.rnn4knime.engine.Examples.textLists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.Refusals;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.MetricType;
import org.rnn4knime.engine.sequence.BeyondMaximum;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.Tensor;
import org.rnn4knime.engine.sequence.ValidationSplit;

class MeasureTest {

    private static final double NONE = Double.NaN;

    private static double rmse(final List<Double> errors) {
        return Math.sqrt(
                errors.stream().mapToDouble(error -> error * error).average().orElseThrow());
    }

    private static double[] passengers() {
        return ((NumberColumn) Examples.airline(0, 144).column("passengers")).values();
    }

    private static Setup future(final String target) {
        return Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE).target(target));
    }

    @Test
    void growthThatANetworkWritesIsMeasuredInPassengers() {
        final var part = MeasuredPart.of(
                future("passengers")
                        .length(6)
                        .transform(new TargetTransform(true, true))
                        .validation(ValidationSplit.IN_TIME, 1.0 / 6),
                Examples.airline(0, 144));
        final var truth = passengers();
        final var growth = IntStream.range(1, 120)
                .mapToDouble(month -> Math.log(truth[month] / truth[month - 1]))
                .toArray();
        final var mean = Arrays.stream(growth).average().orElseThrow();
        final var deviation = Math.sqrt(Arrays.stream(growth)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
        final var outputs = new double[24][1];
        final var errors = new ArrayList<Double>();
        for (int window = 0; window < 24; window++) {
            outputs[window][0] = Math.sin(window);
            final var forecast = truth[119 + window] * Math.exp(mean + deviation * Math.sin(window));
            errors.add(forecast - truth[120 + window]);
        }

        assertEquals(MetricType.RMSE, part.measure().metric());
        assertEquals(rmse(errors), part.value(outputs).orElseThrow(), 1e-4);
        assertTrue(rmse(errors) > 20);
    }

    @Test
    void withoutAWindowOrATruthThereIsNoValue() {
        final var training = table(numbers("y", 1, 2, 3, 4, 5, 6));
        assertEquals(
                OptionalDouble.empty(), MeasuredPart.of(future("y"), training).value(new double[0][]));
        final var steps = Setup.of(Data.of(SequenceLayout.ROWS, Scope.STEP).features("x"));
        final var x = numbers("x", 1, 2);
        final var part = MeasuredPart.of(steps, table(x, numbers("y", 1, 2)), table(x, numbers("y", NONE, NONE)));
        assertEquals(OptionalDouble.empty(), part.value(Tensor.zeros(2, 1, 1)));
    }

    @Test
    void oneRowIsMeasured() {
        final var steps =
                Setup.of(Data.of(SequenceLayout.ROWS, Scope.STEP).features("x")).normalization(Normalization.NONE);
        final var part = MeasuredPart.of(
                steps, table(numbers("x", 1), numbers("y", 1)), table(numbers("x", 1), numbers("y", 4)));
        assertEquals(OptionalDouble.of(3), part.value(new double[] {1}));
    }

    @Test
    void outputsThatRanAwayAreTold() {
        final var setup = future("y").length(1).transform(new TargetTransform(true, true));
        final var part =
                MeasuredPart.of(setup.validation(ValidationSplit.IN_TIME, 0.34), table(numbers("y", 1, 3, 2, 4, 3, 5)));

        assertEquals(
                Double.POSITIVE_INFINITY,
                part.value(new double[] {1e30}, new double[] {0}).orElseThrow());
        assertEquals(
                Double.POSITIVE_INFINITY,
                part.value(new double[] {0}, new double[] {Double.POSITIVE_INFINITY})
                        .orElseThrow());
        assertTrue(
                Double.isNaN(part.value(new double[] {0}, new double[] {NONE}).orElseThrow()));

        final var classes = MeasuredPart.of(
                Setup.of(Data.of(SequenceLayout.ROWS, Scope.STEP).features("x")),
                table(numbers("x", 1, 2), text("y", "a", "b")),
                table(numbers("x", 1), text("y", "a")));
        assertEquals(OptionalDouble.of(0), classes.value(new double[] {NONE, NONE}));
    }

    @Test
    void eachStepOfRaggedSequencesHasItsOwnClass() {
        final var setup = Setup.of(Data.of(SequenceLayout.LISTS, Scope.STEP).features("x"));
        final var x = lists("x", new double[] {1, 2, 3}, new double[] {1}, new double[0], new double[] {1, 2});
        final var y = textLists(
                "y", new String[] {"a", "b", "b"}, new String[] {"a"}, new String[0], new String[] {"b", "c"});
        // One is missing, and one that was not learned is wrong whatever is told.
        final var truth = textLists(
                "y", new String[] {"a", null, "c"}, new String[] {"b"}, new String[0], new String[] {"?", "a"});
        final var part = MeasuredPart.of(setup, table(x, y), table(x, truth));
        final var outputs = Tensor.zeros(3, 3, 3);
        final var told = new int[][] {{0, 0, 2}, {0, 1, 1}, {0, 0, 1}};
        for (int window = 0; window < 3; window++) {
            for (int step = 0; step < 3; step++) {
                outputs.values()[outputs.index(step, told[window][step], window)] = 1;
            }
        }

        assertEquals(MetricType.ACCURACY, part.measure().metric());
        // Right: a, c, not b, not the unknown one, a.
        assertEquals(OptionalDouble.of(3.0 / 5), part.value(outputs));
    }

    @Test
    void aSequenceHasOneValueHoweverOftenTheNetworkWrites() {
        final var data = Data.of(SequenceLayout.COLUMNS, Scope.SEQUENCE).features("x0", "x1");
        final var columns = table(numbers("x0", 1, 2, 3), numbers("x1", 1, 2, 3), numbers("y", 10, 100, 1000));
        final var setup =
                Setup.of(data).normalization(Normalization.MIN_MAX).transform(new TargetTransform(true, false));
        final var part = MeasuredPart.of(
                setup, columns, table(numbers("x0", 1, 2, 3), numbers("x1", 1, 2, 3), numbers("y", 100, NONE, 50)));

        // 0.5 is the middle of the logarithms; the second one has no truth.
        assertEquals(
                Math.sqrt((0 + 950 * 950) / 2.0),
                part.value(new double[] {0.5}, new double[] {5}, new double[] {1})
                        .orElseThrow(),
                1e-3);
    }

    @Test
    void ofASymbolNoneOfThemIsNeverToldAndTheEndOfATextIsNotMeasured() {
        final var setup = Setup.of(Data.of(SequenceLayout.TEXT, Scope.FUTURE).target("text"))
                .stride(1);
        final var part = MeasuredPart.of(setup, table(text("text", "ab", "ba")), table(text("text", "aab?")));
        final var classes = 4;
        // Probabilities of none of them, a, b and the boundary: four symbols and the end.
        final var outputs = new double[5][classes];
        final var told = new int[] {1, 2, 2, 0, 3};
        for (int window = 0; window < 5; window++) {
            outputs[window][told[window]] = 1;
        }

        assertEquals(5, part.measure().reader().windows().size());
        assertEquals(OptionalDouble.of(2.0 / 4), part.value(outputs));
    }

    /** Cut at their maximum length, sequences have fewer steps that are predicted. */
    @ParameterizedTest
    @EnumSource(BeyondMaximum.class)
    void onlyThePredictedStepsOfALongSequenceCount(final BeyondMaximum beyond) {
        final var setup = Setup.of(Data.of(SequenceLayout.LISTS, Scope.STEP).features("x"))
                .normalization(Normalization.NONE)
                .maximum(2, beyond);
        final var table = table(lists("x", new double[] {1, 2, 3}), lists("y", new double[] {1, 2, 4}));
        final var part = MeasuredPart.of(setup, table, table);
        final var outputs = Tensor.zeros(2, 1, part.measure().reader().windows().size());

        final var expected =
                switch (beyond) {
                    case KEEP_START -> Math.sqrt(5.0 / 2);
                    case KEEP_END -> Math.sqrt(20.0 / 2);
                    case SPLIT -> Math.sqrt(21.0 / 3);
                };
        assertEquals(expected, part.value(outputs).orElseThrow(), 1e-12);
    }

    @Test
    void aTableWithoutTheTargetIsRefused() {
        final Table none = table(numbers("x", 1, 2));
        final var setup = Setup.of(Data.of(SequenceLayout.ROWS, Scope.STEP).features("x"));
        final var message =
                Refusals.ofData(() -> MeasuredPart.of(setup, table(numbers("x", 1), numbers("y", 1)), none));
        assertEquals("The table has no column \"y\". Its columns are \"x\": choose one of them.", message);
    }
}
