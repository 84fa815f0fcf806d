package org.rnn4knime.engine.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.target;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Sequences.Truth;
import org.rnn4knime.engine.sequence.Split;
import org.rnn4knime.engine.sequence.UnusableDataException;

class TargetEncoderTest {

    private static Sequences sequences(final double... values) {
        return Sequences.of(table(numbers("value", values)), target("value"), Truth.MAY_END_EARLY);
    }

    private static TargetEncoder fit(
            final EncodingSettings settings, final double validationFraction, final double... values) {
        final var sequences = sequences(values);
        return TargetEncoder.fit(settings, sequences, Split.chronological(sequences, validationFraction));
    }

    private static double[] encode(final TargetEncoder encoder, final double... values) {
        final var sequences = sequences(values);
        return encoder.encode(sequences, sequences.all().get(0));
    }

    @Test
    void zScoresHaveMeanZeroAndDeviationOne() {
        final var encoder = fit(new EncodingSettings(Normalization.Z_SCORE, false, false), 0, 1, 3);

        assertArrayEquals(new double[] {-1, 1}, encode(encoder, 1, 3));
    }

    @Test
    void minimumAndMaximumBecomeZeroAndOne() {
        final var encoder = fit(new EncodingSettings(Normalization.MIN_MAX, false, false), 0, 10, 30, 20);

        assertArrayEquals(new double[] {0, 1, 0.5}, encode(encoder, 10, 30, 20));
    }

    @Test
    void isFittedOnTheTrainingPartOnly() {
        for (final var normalization : Normalization.values()) {
            for (final boolean difference : new boolean[] {false, true}) {
                final var settings = new EncodingSettings(normalization, false, difference);

                assertEquals(fit(settings, 0, 5, 6, 8), fit(settings, 0.25, 5, 6, 8, 1e6), settings.toString());
            }
        }
    }

    @Test
    void theFirstStepOfADifferenceIsOnlyItsBase() {
        final var encoder = fit(new EncodingSettings(Normalization.NONE, false, true), 0, 5, 7, 4);

        assertEquals(1, encoder.firstStep());
        assertArrayEquals(new double[] {Double.NaN, 2, -3}, encode(encoder, 5, 7, 4));
        assertEquals(4, encoder.decode(-3, 7));
    }

    @Test
    void constantValuesBecomeZero() {
        for (final var normalization : new Normalization[] {Normalization.Z_SCORE, Normalization.MIN_MAX}) {
            final var encoder = fit(new EncodingSettings(normalization, false, false), 0, 0.1, 0.1, 0.1);

            assertArrayEquals(new double[] {0, 0, 0}, encode(encoder, 0.1, 0.1, 0.1), 1e-12);
            assertEquals(0.1, encoder.decode(0, Double.NaN), 1e-12);
        }
    }

    @Test
    void theStepsOfAStraightLineCountAsConstant() {
        final var line = new double[] {0.1, 0.2, 0.1 + 0.2, 0.4, 0.5};
        final var encoder = fit(new EncodingSettings(Normalization.Z_SCORE, false, true), 0, line);

        assertEquals(1, encoder.scaler().scale());
    }

    @Test
    void scalesValuesWhoseSquaresAreNotFinite() {
        final var encoder = fit(new EncodingSettings(Normalization.Z_SCORE, false, false), 0, -1e300, 1e300);

        assertArrayEquals(new double[] {-1, 1}, encode(encoder, -1e300, 1e300), 1e-12);
    }

    @Test
    void refusesTheLogarithmOfZeroAndNamesTheRow() {
        final var settings = new EncodingSettings(Normalization.NONE, true, false);
        final var message = assertThrows(UnusableDataException.class, () -> fit(settings, 0, 1, 0, 2))
                .getMessage();

        assertTrue(message.contains("\"Row1\"") && message.contains("0.0"), message);
    }

    @Test
    void leavesAMissingTargetMissing() {
        final var encoder = fit(new EncodingSettings(Normalization.NONE, true, true), 0, 1, 2);

        assertTrue(Double.isNaN(encode(encoder, 1, 2, Double.NaN)[2]));
    }

    @Property(tries = 200)
    void decodesWhatItEncoded(
            @ForAll final Normalization normalization,
            @ForAll final boolean logarithm,
            @ForAll final boolean difference,
            @ForAll @Size(min = 2, max = 20) final List<@DoubleRange(min = 0.01, max = 1e6) Double> list) {
        final var values = list.stream().mapToDouble(Double::doubleValue).toArray();
        final var encoder = fit(new EncodingSettings(normalization, logarithm, difference), 0, values);
        final var encoded = encode(encoder, values);

        final var size = Arrays.stream(values).max().orElseThrow();
        for (int step = encoder.firstStep(); step < values.length; step++) {
            assertEquals(
                    values[step],
                    encoder.decode(encoded[step], step == 0 ? Double.NaN : values[step - 1]),
                    1e-9 * size);
        }
    }
}
