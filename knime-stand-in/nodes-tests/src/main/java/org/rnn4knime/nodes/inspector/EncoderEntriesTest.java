package org.rnn4knime.nodes.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.nodes.table.EncodersTable.Entry;

class EncoderEntriesTest {

    private static final OptionalDouble NO_NUMBER = OptionalDouble.empty();

    @Test
    void tellsShiftAndScaleOfANumberThatIsForecastFromItsPast() {
        final var entries = new WeatherModel().entries();

        final var number = new Entry(
                "rain",
                "Target",
                "Z-score",
                OptionalInt.empty(),
                Optional.empty(),
                OptionalDouble.of(mean()),
                OptionalDouble.of(deviation()),
                Optional.empty());
        assertClose(number, entries.get(0));
        assertClose(
                new Entry(
                        "rain",
                        "Past of the target",
                        "Z-score",
                        OptionalInt.empty(),
                        Optional.empty(),
                        number.shift(),
                        number.scale(),
                        Optional.empty()),
                entries.get(1));
    }

    @Test
    void tellsFeaturesOfBothKinds() {
        final var entries =
                new WeatherModel().normalization(Normalization.MIN_MAX).entries();

        assertEquals(
                new Entry(
                        "hour",
                        "Feature",
                        "Min-max",
                        OptionalInt.empty(),
                        Optional.empty(),
                        OptionalDouble.of(0),
                        OptionalDouble.of(WeatherModel.ROWS - 1),
                        Optional.empty()),
                entries.get(2));
        assertEquals(List.of(sky(0, "(any other)"), sky(1, "blue"), sky(2, "grey")), entries.subList(3, 6));
        assertEquals(6, entries.size());
    }

    private static Entry sky(final int index, final String value) {
        return new Entry(
                "sky",
                "Feature known in the future",
                "One-hot",
                OptionalInt.of(index),
                Optional.of(value),
                NO_NUMBER,
                NO_NUMBER,
                Optional.empty());
    }

    @Test
    void tellsWhatTakesThePlaceOfMissingValues() {
        final var means = new WeatherModel().missingValues(MissingValues.MEAN).entries();
        final var last = new WeatherModel().missingValues(MissingValues.LAST).entries();

        assertEquals(Optional.empty(), means.get(0).forMissing());
        assertEquals(mean(), Double.parseDouble(means.get(1).forMissing().orElseThrow()), 1e-12);
        assertEquals(Optional.of("11.5"), means.get(2).forMissing());
        assertEquals(Optional.of("grey"), means.get(3).forMissing());
        assertEquals(Optional.of("Last known value, else 11.5"), last.get(2).forMissing());
        assertEquals(Optional.of("Last known value, else grey"), last.get(3).forMissing());
    }

    @Test
    void tellsTransformsInTheirOrder() {
        final var transform = new TargetTransform(true, true, Optional.of(3), WindowLevel.LAST);

        final var encoding =
                new WeatherModel().transform(transform).entries().get(0).encoding();

        assertEquals(
                "Logarithm, Difference to the step before, Difference to 3 steps before, Difference to the last value of"
                        + " the window, Z-score",
                encoding);
        assertTrue(new WeatherModel()
                .transform(new TargetTransform(false, false, Optional.empty(), WindowLevel.MEAN))
                .normalization(Normalization.NONE)
                .entries()
                .get(0)
                .encoding()
                .equals("Difference to the mean of the window, As it is"));
    }

    @Test
    void tellsEmbeddedValues() {
        final var entries = new WeatherModel().embedded().entries();

        assertEquals("Embedded in 5 numbers", entries.get(3).encoding());
        assertEquals(Optional.of("(any other)"), entries.get(3).value());
        assertEquals(OptionalInt.of(2), entries.get(5).index());
    }

    @Test
    void tellsClassesFromTheFirstOneOn() {
        final var entries = new WeatherModel().predicting(Scope.STEP, "sky").entries();

        assertEquals(
                List.of("blue", "grey"),
                entries.subList(0, 2).stream()
                        .map(entry -> entry.value().orElseThrow())
                        .toList());
        assertEquals(OptionalInt.of(0), entries.get(0).index());
        assertEquals("Class", entries.get(0).encoding());
        assertEquals("rain", entries.get(2).column());
        assertEquals("Feature", entries.get(2).role());
    }

    private static double mean() {
        return WeatherModel.rain().average().orElseThrow();
    }

    private static double deviation() {
        return Math.sqrt(WeatherModel.rain()
                .map(rain -> (rain - mean()) * (rain - mean()))
                .average()
                .orElseThrow());
    }

    private static void assertClose(final Entry expected, final Entry found) {
        assertEquals(expected.shift().orElseThrow(), found.shift().orElseThrow(), 1e-12);
        assertEquals(expected.scale().orElseThrow(), found.scale().orElseThrow(), 1e-12);
        assertEquals(withoutNumbers(expected), withoutNumbers(found));
    }

    private static Entry withoutNumbers(final Entry entry) {
        return new Entry(
                entry.column(),
                entry.role(),
                entry.encoding(),
                entry.index(),
                entry.value(),
                NO_NUMBER,
                NO_NUMBER,
                entry.forMissing());
    }
}
