package org.rnn4knime.engine.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;

/** Decoding what was encoded gives what was there before. */
class EncodingPropertiesTest {

    private static final int LENGTH = 3;

    private static final int FIRST_STEP_AT_MOST = 8;

    @Provide
    Arbitrary<Integer> seasons() {
        return Arbitraries.of(0, 2, 3, 7);
    }

    /** Series of values of one size, of very different sizes, and constant ones. */
    @Provide
    Arbitrary<double[]> series() {
        return Arbitraries.longs().map(seed -> {
            final var random = new Random(seed);
            final var length = FIRST_STEP_AT_MOST + LENGTH + 1 + random.nextInt(20);
            final var size = Math.pow(10, random.nextInt(400) - 200);
            return switch (random.nextInt(3)) {
                case 0 -> random.doubles(length, 0.01, 1)
                        .map(value -> value * size)
                        .toArray();
                case 1 -> random.doubles(length, -12, 12)
                        .map(power -> Math.pow(10, power))
                        .toArray();
                default -> IntStream.range(0, length).mapToDouble(step -> size).toArray();
            };
        });
    }

    private static double largest(final double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    private static Series series(
            final Normalization normalization, final TargetTransform transform, final double[] values) {
        final var setup = Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE))
                .length(LENGTH)
                .normalization(normalization)
                .transform(transform);
        return Encoded.of(setup, table(numbers("y", values))).encoded().series().orElseThrow();
    }

    @Property(tries = 1000)
    void aForecastDecodesToTheValueThatWasEncoded(
            @ForAll final Normalization normalization,
            @ForAll final boolean logarithm,
            @ForAll final boolean difference,
            @ForAll("seasons") final int season,
            @ForAll final WindowLevel level,
            @ForAll("series") final double[] values) {
        final var transform =
                new TargetTransform(logarithm, difference, Optional.of(season).filter(steps -> steps > 0), level);
        final var series = series(normalization, transform, values);
        final var scaler = series.encoder().scaler();
        for (int to = transform.firstStep() + LENGTH; to < values.length; to++) {
            final var taken = series.level(to - LENGTH, to);
            final var written = scaler.scale(series.transformed()[to] - taken);

            assertTrue(Double.isFinite(written));
            assertEquals(values[to], series.decode(written, taken, to), tolerance(transform, values, values[to]));
        }
    }

    /** Rounding counts by the size of what is added: values, or their logarithms. */
    private static double tolerance(final TargetTransform transform, final double[] values, final double value) {
        return transform.logarithm() ? 1e-10 * value : 1e-13 * largest(values);
    }

    @Property(tries = 300)
    void whatTheNetworkReadsIsWithinSinglePrecisionOfIt(
            @ForAll final Normalization normalization,
            @ForAll final boolean logarithm,
            @ForAll final boolean difference,
            @ForAll("seasons") final int season,
            @ForAll final WindowLevel level,
            @ForAll("series") final double[] values) {
        final var transform =
                new TargetTransform(logarithm, difference, Optional.of(season).filter(steps -> steps > 0), level);
        final var series = series(normalization, transform, values);
        final var scaler = series.encoder().scaler();
        if (normalization == Normalization.NONE && largest(values) > Float.MAX_VALUE) {
            return;
        }
        for (int to = transform.firstStep() + LENGTH; to < values.length; to++) {
            final var taken = series.level(to - LENGTH, to);
            final var exact = scaler.scale(series.transformed()[to] - taken);

            assertEquals(exact, series.read(to, taken), 1e-7 * Math.abs(exact) + Float.MIN_VALUE);
            assertEquals(series.read(to, taken), series.target(to, taken));
        }
    }

    @Property(tries = 500)
    void aTargetOfAStepDecodesToItself(
            @ForAll final Normalization normalization,
            @ForAll final boolean logarithm,
            @ForAll("series") final double[] values) {
        final var setup = Setup.of(Data.of(SequenceLayout.ROWS, Scope.STEP).features("x"))
                .normalization(normalization)
                .transform(new TargetTransform(logarithm, false));
        final var encoded = Encoded.of(setup, table(numbers("x", values), numbers("y", values)));
        final var target = (NumberTarget) encoded.encoders().target();
        final var transform = target.transform();
        for (final var value : values) {
            final var written = target.scaler().scale(transform.level(value));
            assertEquals(value, target.decode(written), tolerance(transform, values, value));
        }
        final var floats = encoded.encoded().targets().orElseThrow();
        for (int step = 0; step < values.length; step++) {
            assertEquals((float) target.scaler().scale(transform.level(values[step])), floats[step]);
        }
    }

    @Property(tries = 300)
    void zScoresHaveMeanZeroAndDeviationOneAndMinimumAndMaximumAreZeroAndOne(@ForAll("series") final double[] values) {
        final var isConstant = Arrays.stream(values).distinct().count() == 1;
        final var zScore = Scaler.fit(Normalization.Z_SCORE, values);
        final var scaled = Arrays.stream(values).map(zScore::scale).toArray();
        assertEquals(0, Arrays.stream(scaled).average().orElseThrow(), 1e-6);
        assertEquals(
                isConstant ? 0 : 1,
                Arrays.stream(scaled).map(value -> value * value).average().orElseThrow(),
                1e-6);
        final var minMax = Scaler.fit(Normalization.MIN_MAX, values);
        final var range = Arrays.stream(values).map(minMax::scale).summaryStatistics();
        assertEquals(0, range.getMin());
        assertEquals(isConstant ? 0 : 1, range.getMax(), 1e-9);
        assertEquals(new Scaler(0, 1), Scaler.fit(Normalization.NONE, values));
    }

    @Property(tries = 500)
    void aValueHasAnIndexThatGivesTheValue(
            @ForAll @Size(max = 30) @UniqueElements final List<String> values, @ForAll final List<String> others) {
        final var counts = new HashMap<String, Integer>();
        values.forEach(value -> counts.put(value, 1 + value.length()));
        final var vocabulary = Vocabulary.fit(VocabularySettings.ALL, counts);

        assertEquals(values.stream().sorted().toList(), vocabulary.values());
        final var indices = vocabulary.indices(values);
        for (int place = 0; place < values.size(); place++) {
            assertTrue(indices[place] >= 1 && indices[place] <= vocabulary.size());
            assertEquals(values.get(place), vocabulary.value(indices[place]));
        }
        final var known = new HashSet<>(values);
        final var some = vocabulary.indices(others);
        for (int place = 0; place < some.length; place++) {
            assertEquals(known.contains(others.get(place)), some[place] != Vocabulary.UNKNOWN);
        }
    }

    @Property(tries = 500)
    void theMostFrequentSymbolsAreKnown(
            @ForAll @Size(max = 12) final Map<String, @IntRange(min = 1, max = 6) Integer> counts,
            @ForAll @IntRange(min = 1, max = 8) final int maximumSize,
            @ForAll @IntRange(min = 1, max = 5) final int minimumCount) {
        final var vocabulary = Vocabulary.fit(new VocabularySettings(Optional.of(maximumSize), minimumCount), counts);
        final var enough =
                counts.values().stream().filter(count -> count >= minimumCount).count();

        assertEquals(Math.min(maximumSize, enough), vocabulary.size());
        assertEquals(vocabulary.values().stream().sorted().toList(), vocabulary.values());
        final var fewest =
                vocabulary.values().stream().mapToInt(counts::get).min().orElse(Integer.MAX_VALUE);
        assertTrue(vocabulary.values().stream().allMatch(value -> counts.get(value) >= minimumCount));
        final var most = counts.keySet().stream()
                .filter(value -> !vocabulary.values().contains(value))
                .mapToInt(counts::get)
                .filter(count -> count >= minimumCount)
                .max()
                .orElse(0);
        assertTrue(most <= fewest);
    }

    @Property(tries = 300)
    void aClassIsItsPlaceAmongTheClasses(
            @ForAll @Size(min = 1, max = 20) final List<@IntRange(max = 5) Integer> drawn) {
        final var classes = drawn.stream().map(String::valueOf).toArray(String[]::new);
        final var values = new double[classes.length];
        final var encoded = Encoded.of(
                Setup.of(Data.of(SequenceLayout.ROWS, Scope.STEP).features("x")),
                table(numbers("x", values), text("y", classes)));
        final var target = (ClassTarget) encoded.encoders().target();
        final var decoded = IntStream.range(0, classes.length)
                .mapToObj(step ->
                        target.names().get((int) encoded.encoded().targets().orElseThrow()[step] - target.first()))
                .toArray(String[]::new);

        assertArrayEquals(classes, decoded);
        assertEquals(Arrays.stream(classes).distinct().count(), target.classes());
    }
}
