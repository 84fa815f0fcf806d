package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolSamplerTest {

    /** The first is that of an unknown symbol. */
    private static final float[] PROBABILITIES = {0.2f, 0.1f, 0.4f, 0.05f, 0.25f};

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.7, 1, 2, 10})
    void drawsFromThePowersOfTheProbabilitiesOfKnownSymbols(final double temperature) {
        final var powers = new double[PROBABILITIES.length];
        for (int place = 1; place < powers.length; place++) {
            powers[place] = Math.pow(PROBABILITIES[place], 1 / temperature);
        }

        assertFrequencies(powers, new SymbolSampler(temperature, Optional.empty(), 1), PROBABILITIES);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0 0 1 0 0",
        "2, 0 0 0.4 0 0.25",
        "3, 0 0.1 0.4 0 0.25",
        "4, 0 0.1 0.4 0.05 0.25",
        "9, 0 0.1 0.4 0.05 0.25"
    })
    void drawsFromTheMostProbableSymbolsAlone(final int topK, final String expected) {
        final var weights = Arrays.stream(expected.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();

        assertFrequencies(weights, new SymbolSampler(1, Optional.of(topK), 1), PROBABILITIES);
    }

    @Test
    void takesTheFirstOfSymbolsAsProbable() {
        final float[] same = {0.25f, 0.25f, 0.25f, 0.25f};

        assertFrequencies(new double[] {1, 1, 0, 0}, new SymbolSampler(3, Optional.of(2), 0), same);
        assertFrequencies(new double[] {0, 2, 0, 1, 0}, new SymbolSampler(1, Optional.of(2), 1), new float[] {
            0, 0.4f, 0.1f, 0.2f, 0.2f
        });
        assertEquals(0, draw(new SymbolSampler(0, Optional.empty(), 0), same, 1));
    }

    @Test
    void leavesNothingOutWhereAllAreKnown() {
        final var weights = new double[] {0.2f, 0.1f, 0.4f, 0.05f, 0.25f};

        assertFrequencies(weights, new SymbolSampler(1, Optional.empty(), 0), PROBABILITIES);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.MIN_VALUE, 1e-300, 1e-3})
    void alwaysDrawsTheMostProbableSymbolWhereTheTemperatureIsNone(final double temperature) {
        final var sampler = new SymbolSampler(temperature, Optional.empty(), 1);

        for (int seed = 0; seed < 100; seed++) {
            assertEquals(2, draw(sampler, PROBABILITIES, seed));
        }
    }

    @Test
    void needsNoRandomNumberWhereThereIsNothingToChoose() {
        final var random = new SplittableRandom(1);

        new SymbolSampler(0, Optional.empty(), 1).draw(PROBABILITIES, random);

        assertEquals(new SplittableRandom(1).nextLong(), random.nextLong());
    }

    @Test
    void doesNotMindProbabilitiesWhosePowersAreTooSmallForANumber() {
        final float[] tiny = {1, Float.MIN_VALUE, 2 * Float.MIN_VALUE};

        assertFrequencies(new double[] {0, 1, 2}, new SymbolSampler(1, Optional.empty(), 1), tiny);
        assertFrequencies(new double[] {0, 1, 1024}, new SymbolSampler(0.1, Optional.empty(), 1), tiny);
    }

    @Test
    void drawsTheFirstKnownSymbolWhereNoneHasAnyProbability() {
        final float[] unknown = {1, 0, 0};

        assertEquals(1, draw(new SymbolSampler(1, Optional.empty(), 1), unknown, 1));
        assertEquals(1, draw(new SymbolSampler(0, Optional.of(1), 1), unknown, 1));
    }

    @Property
    void neverDrawsWhatIsNoneOfTheMostProbable(
            @ForAll @Size(min = 2, max = 50) final float[] any,
            @ForAll @DoubleRange(max = 10) final double temperature,
            @ForAll @IntRange(min = 1, max = 60) final int topK,
            @ForAll final long seed) {
        final var probabilities = new float[any.length];
        for (int place = 0; place < any.length; place++) {
            probabilities[place] = Float.isFinite(any[place]) ? Math.abs(any[place]) / Float.MAX_VALUE : 0;
        }

        final var drawn = draw(new SymbolSampler(temperature, Optional.of(topK), 1), probabilities, seed);

        final var before = IntStream.range(1, probabilities.length)
                .filter(place -> probabilities[place] > probabilities[drawn]
                        || (probabilities[place] == probabilities[drawn] && place < drawn))
                .count();
        assertTrue(drawn >= 1 && before < topK, () -> drawn + " of " + Arrays.toString(probabilities));
        assertTrue(probabilities[drawn] > 0 || before == 0, () -> drawn + " of " + Arrays.toString(probabilities));
    }

    @Property
    void drawsTheSameForTheSameNumber(
            @ForAll @Size(min = 1, max = 20) final @FloatRange(max = 1) float[] probabilities,
            @ForAll @DoubleRange(max = 10) final double temperature,
            @ForAll final long seed) {
        final var sampler = new SymbolSampler(temperature, Optional.empty(), 0);

        assertEquals(draw(sampler, probabilities, seed), draw(sampler, probabilities, seed));
    }

    private static int draw(final SymbolSampler sampler, final float[] probabilities, final long seed) {
        return sampler.draw(probabilities, new SplittableRandom(seed));
    }

    /** Of many draws, each place must come up as often as its weight says, within five standard deviations. */
    private static void assertFrequencies(
            final double[] weights, final SymbolSampler sampler, final float[] probabilities) {
        final int draws = 40_000;
        final var random = new SplittableRandom(7);
        final var counts = new int[probabilities.length];
        for (int draw = 0; draw < draws; draw++) {
            counts[sampler.draw(probabilities, random)]++;
        }
        final var sum = Arrays.stream(weights).sum();
        final var expected = Arrays.stream(weights).map(weight -> weight / sum).toArray();
        for (int place = 0; place < weights.length; place++) {
            final var deviation = Math.sqrt(expected[place] * (1 - expected[place]) / draws);
            assertEquals(expected[place], (double) counts[place] / draws, 5 * deviation, Arrays.toString(counts));
        }
        assertArrayEquals(
                Arrays.stream(weights).mapToObj(weight -> weight > 0).toArray(),
                Arrays.stream(counts).mapToObj(count -> count > 0).toArray());
    }
}
