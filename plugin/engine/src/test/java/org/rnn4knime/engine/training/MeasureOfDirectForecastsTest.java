package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.ValidationSplit;

class MeasureOfDirectForecastsTest {

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

    private static List<TargetTransform> transforms() {
        final var transforms = new ArrayList<TargetTransform>();
        for (final boolean logarithm : new boolean[] {false, true}) {
            for (final boolean difference : new boolean[] {false, true}) {
                for (final var season : List.of(Optional.<Integer>empty(), Optional.of(2), Optional.of(12))) {
                    for (final var level : WindowLevel.values()) {
                        transforms.add(new TargetTransform(logarithm, difference, season, level));
                    }
                }
            }
        }
        return transforms;
    }

    /** Undoes differences and seasons of a direct forecast, a step after the other; nothing of the truth from the first step on is read. */
    private static double[] undone(
            final TargetTransform transform,
            final double[] truth,
            final int length,
            final int first,
            final double[] written) {
        final var path = Arrays.stream(truth)
                .limit(first)
                .map(value -> transform.logarithm() ? Math.log(value) : value)
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        final int season = transform.season().orElse(0);
        // y' = y - y[-1], y'' = y' - y'[-season]: so y = y'' + y[-1] + y[-season] - y[-1-season].
        final var changed = new double[first];
        for (int step = 1 + season; step < first; step++) {
            changed[step] = path.get(step)
                    - (transform.difference() ? path.get(step - 1) : 0)
                    - (season > 0 ? path.get(step - season) : 0)
                    + (season > 0 && transform.difference() ? path.get(step - season - 1) : 0);
        }
        final var level =
                switch (transform.windowLevel()) {
                    case NONE -> 0;
                    case LAST -> changed[first - 1];
                    case MEAN -> IntStream.range(first - length, first)
                            .mapToDouble(step -> changed[step])
                            .average()
                            .orElseThrow();
                };
        final var forecasts = new double[written.length];
        for (int ahead = 0; ahead < written.length; ahead++) {
            final var now = path.size();
            double value = written[ahead] + level;
            value += transform.difference() ? path.get(now - 1) : 0;
            value += season > 0 ? path.get(now - season) : 0;
            value -= season > 0 && transform.difference() ? path.get(now - season - 1) : 0;
            path.add(value);
            forecasts[ahead] = transform.logarithm() ? Math.exp(value) : value;
        }
        return forecasts;
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void ofADirectForecastAllValuesAreMeasuredEachFromTheForecastBefore(final TargetTransform transform) {
        final var length = 5;
        final var horizon = 4;
        final var part = MeasuredPart.of(
                future("passengers")
                        .length(length)
                        .direct(horizon)
                        .normalization(Normalization.NONE)
                        .transform(transform)
                        .validation(ValidationSplit.IN_TIME, 0.25),
                Examples.airline(0, 144));
        final var truth = passengers();
        final var windows = 36 - horizon + 1;
        final var outputs = new double[windows][horizon];
        final var errors = new ArrayList<Double>();
        final var random = new Random(1);
        for (int window = 0; window < windows; window++) {
            for (int ahead = 0; ahead < horizon; ahead++) {
                // What a float holds exactly.
                outputs[window][ahead] = (float) (random.nextGaussian() * (transform.logarithm() ? 0.1 : 20));
            }
            final var forecasts = undone(transform, truth, length, 108 + window, outputs[window]);
            for (int ahead = 0; ahead < horizon; ahead++) {
                errors.add(forecasts[ahead] - truth[108 + window + ahead]);
            }
        }

        assertEquals(windows, part.measure().reader().windows().size());
        final var expected = rmse(errors);
        assertEquals(expected, part.value(outputs).orElseThrow(), 1e-9 * expected);
    }

    @Test
    void theTruthDoesNotHelpALaterForecast() {
        final var y = new double[] {0, 1, 2, 3, 10, 20, 30};
        final var setup = future("y")
                .length(2)
                .direct(3)
                .normalization(Normalization.NONE)
                .transform(new TargetTransform(false, true));
        final var part = MeasuredPart.of(setup.validation(ValidationSplit.IN_TIME, 0.43), table(numbers("y", y)));

        // Forecasts 4, 5, 6 instead of 10, 20, 30.
        assertEquals(
                Math.sqrt((36 + 225 + 576) / 3.0),
                part.value(new double[] {1, 1, 1}).orElseThrow(),
                1e-12);
    }

    @Test
    void whatIsMissingDoesNotCountWhatFollowsItDoes() {
        final var setup = Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE).missing(MissingValues.LAST))
                .length(1)
                .direct(2)
                .normalization(Normalization.NONE)
                .transform(new TargetTransform(false, true));
        final var part =
                MeasuredPart.of(setup, table(numbers("y", 1, 2, 3, 4, 5, 6)), table(numbers("y", 5, 6, NONE, 8, 11)));

        // The first window reads the steps 0 and 1 and tells of 2 and 3, the second one ends at 2, where 6 is read: 3
        // and 4.
        // Forecasts: (7), 8 and then 7, 8, with the truth (none), 8 and 8, 11.
        assertEquals(
                Math.sqrt((0 + 1 + 9) / 3.0),
                part.value(new double[] {1, 1}, new double[] {1, 1}).orElseThrow(),
                1e-12);
    }
}
