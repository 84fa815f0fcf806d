package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Split;
import org.rnn4knime.engine.sequence.Steps;

class SeasonFinderTest {

    private static Steps steps(final int... lengths) {
        final var offsets = new int[lengths.length + 1];
        for (int sequence = 0; sequence < lengths.length; sequence++) {
            offsets[sequence + 1] = offsets[sequence] + lengths[sequence];
        }
        return new Steps(offsets, new int[offsets[lengths.length]], new int[lengths.length]);
    }

    private static Optional<Integer> find(final double[] values, final int... lengths) {
        final var steps = steps(lengths.length == 0 ? new int[] {values.length} : lengths);
        return SeasonFinder.find(values, steps, Split.all(steps));
    }

    private static double[] values(final int count, final IntToDoubleFunction value) {
        return IntStream.range(0, count).mapToDouble(value).toArray();
    }

    private static double[] sine(final int count, final double period, final double noise, final long seed) {
        final var random = new Random(seed);
        return values(count, step -> Math.sin(2 * Math.PI * step / period) + noise * random.nextGaussian());
    }

    private static double[] airline(final int count) {
        return ((NumberColumn) Examples.airline(0, count).column("passengers")).values();
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 96, 108, 120, 144})
    void airlinePassengersHaveTheirYear(final int months) {
        assertEquals(Optional.of(12), find(airline(months)));
    }

    @Test
    void logarithmsAndUnitsDoNotMatter() {
        assertEquals(
                Optional.of(12), find(Arrays.stream(airline(144)).map(Math::log).toArray()));
        assertEquals(
                Optional.of(12),
                find(Arrays.stream(airline(144)).map(value -> value * 1e305).toArray()));
        assertEquals(
                Optional.of(12),
                find(Arrays.stream(airline(144)).map(value -> -value * 1e-300).toArray()));
    }

    @ParameterizedTest
    @CsvSource({
        "7, 100, 0.3",
        "7, 365, 0.5",
        "4, 80, 0.3",
        "24, 480, 0.1",
        "50, 150, 0",
        "2, 60, 0.2",
        "365, 3000, 0.01"
    })
    void aSineWithNoiseHasItsPeriod(final int period, final int count, final double noise) {
        for (int seed = 0; seed < 20; seed++) {
            // A sine of period 2 is 0 everywhere; a cosine is not.
            final var values = sine(count, period, noise, seed);
            if (period == 2) {
                IntStream.range(0, count).forEach(step -> values[step] += step % 2);
            }
            final var from = "seed " + seed;
            final var found = find(values).orElse(0);
            // Neighbours of a long and smooth season are about as good.
            assertEquals(period, found, period > 20 ? period / 20 : 0, from);
        }
    }

    @Test
    void aTrendDoesNotMatter() {
        final var values = sine(100, 7, 0.2, 1);
        IntStream.range(0, 100).forEach(step -> values[step] += 3 * step);
        assertEquals(Optional.of(7), find(values));
    }

    @Test
    void aSeasonOfAnyShapeIsNotTakenForItsDouble() {
        final var shape = new Random(3).doubles(12).toArray();
        final var random = new Random(4);
        for (int repeat = 0; repeat < 20; repeat++) {
            assertEquals(Optional.of(12), find(values(240, step -> shape[step % 12] + 0.1 * random.nextGaussian())));
        }
    }

    private static long found(final int count, final boolean isWalk) {
        return IntStream.range(0, 400)
                .filter(seed -> {
                    final var random = new Random(seed);
                    final var values = values(count, step -> random.nextGaussian());
                    if (isWalk) {
                        Arrays.parallelPrefix(values, Double::sum);
                    }
                    return find(values).isPresent();
                })
                .count();
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 40, 150, 1000})
    void noiseAndRandomWalksHaveASeasonInLessThanOneOfTwentyCases(final int count) {
        final var noise = found(count, false);
        final var walks = found(count, true);
        assertTrue(noise < 20, () -> "noise: " + noise + " of 400");
        assertTrue(walks < 20, () -> "random walks: " + walks + " of 400");
    }

    @Test
    void whatDoesNotSwingHasNoSeason() {
        assertEquals(Optional.empty(), find(new double[100]));
        assertEquals(Optional.empty(), find(values(100, step -> 1.1)));
        assertEquals(Optional.empty(), find(values(300, step -> 0.1 * step)));
        assertEquals(Optional.empty(), find(values(300, step -> 1e9 + step / 3.0)));
        assertEquals(Optional.empty(), find(values(300, step -> Math.exp(step / 30.0))));
    }

    @Test
    void aSeasonMustRepeatItself() {
        for (int count = 0; count < 48; count++) {
            final var found = find(values(count, step -> step % 12 == 4 ? 1 : 0));
            assertTrue(count < 36 ? found.isEmpty() : found.isEmpty() || found.get() == 12, "count " + count);
        }
        assertEquals(Optional.of(12), find(values(48, step -> step % 12 == 4 ? 1 : 0)));
    }

    @Test
    void shortSequencesTellTogetherWhatNoneTellsAlone() {
        final var random = new Random(5);
        final var lengths =
                IntStream.range(0, 30).map(sequence -> 21 + sequence % 5).toArray();
        final var steps = steps(lengths);
        final var values = new double[steps.count()];
        for (int sequence = 0; sequence < lengths.length; sequence++) {
            // Other sizes, places and beginnings.
            final var size = Math.pow(10, random.nextInt(6));
            final var begin = random.nextInt(7);
            for (int step = 0; step < lengths[sequence]; step++) {
                values[steps.from(sequence) + step] =
                        size * (sequence + Math.sin(2 * Math.PI * (begin + step) / 7) + 0.4 * random.nextGaussian());
            }
        }

        assertEquals(Optional.of(7), find(values, lengths));
        assertEquals(Optional.empty(), find(Arrays.copyOf(values, 21)));
    }

    @Test
    void whatIsNotLearnedIsNotLookedAt() {
        final var values = sine(200, 7, 0.1, 1);
        final var other = values.clone();
        IntStream.range(120, 200).forEach(step -> other[step] = step % 5);
        final var steps = steps(200);
        final var learned = Split.bounds(sequence -> 0, sequence -> 120);

        assertEquals(Optional.of(7), SeasonFinder.find(other, steps, learned));
        assertEquals(Optional.of(5), SeasonFinder.find(other, steps, Split.bounds(sequence -> 120, sequence -> 200)));
        assertEquals(Optional.empty(), SeasonFinder.find(other, steps, Split.bounds(steps::from, steps::from)));
    }

    @Test
    void ofAVeryLongSeriesTheEndCounts() {
        final var values = values(1_000_000, step -> step < 500_000 ? step % 5 : step % 9);
        assertEquals(Optional.of(9), find(values));
    }

    @Test
    void withoutSequencesThereIsNone() {
        assertEquals(Optional.empty(), SeasonFinder.find(new double[0], steps(), Split.all(steps())));
        assertEquals(Optional.empty(), find(new double[1], 0, 1, 0));
    }
}
