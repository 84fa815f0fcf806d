package org.rnn4knime.engine.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4knime.engine.Examples.lists;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Refusals;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.sequence.Boundary;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.ValidationSplit;

class EncoderFitTest {

    private static final Setup FUTURE =
            Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE)).length(1);

    private static final Setup STEP =
            Setup.of(Data.of(SequenceLayout.ROWS, Scope.STEP).features("x"));

    private static NumberTarget target(final Setup setup, final double... values) {
        return (NumberTarget)
                Encoded.of(setup, table(numbers("y", values))).encoders().target();
    }

    /** The values as the network reads them, in windows without a level. */
    private static double[] read(final Setup setup, final double... values) {
        final var series = Encoded.of(setup, table(numbers("y", values)))
                .encoded()
                .series()
                .orElseThrow();
        final var read = new double[values.length];
        Arrays.setAll(read, step -> series.read(step, 0));
        return read;
    }

    private static TargetTransform season(final boolean difference, final int season) {
        return new TargetTransform(false, difference, Optional.of(season), WindowLevel.NONE);
    }

    @Test
    void zScoresHaveMeanZeroAndDeviationOne() {
        assertArrayEquals(new double[] {-1, 1}, read(FUTURE, 1, 3));
    }

    @Test
    void minimumAndMaximumBecomeZeroAndOne() {
        assertArrayEquals(new double[] {0, 1, 0.5}, read(FUTURE.normalization(Normalization.MIN_MAX), 10, 30, 20));
    }

    @Test
    void withoutNormalizationValuesStayAsTheyAre() {
        assertArrayEquals(new double[] {10, -30, 20}, read(FUTURE.normalization(Normalization.NONE), 10, -30, 20));
    }

    @ParameterizedTest
    @EnumSource
    void isFittedOnTheTrainingPartOnly(final Normalization normalization) {
        for (final var transform : List.of(
                TargetTransform.NONE,
                new TargetTransform(true, false),
                new TargetTransform(false, true),
                new TargetTransform(false, false, Optional.empty(), WindowLevel.LAST),
                new TargetTransform(true, true, Optional.empty(), WindowLevel.MEAN))) {
            final var setup = FUTURE.normalization(normalization).transform(transform);
            final var alone = Encoded.of(setup, table(numbers("y", 5, 6, 8))).encoders();
            final var held = Encoded.of(
                            setup.validation(ValidationSplit.IN_TIME, 0.25), table(numbers("y", 5, 6, 8, 1e6)))
                    .encoders();
            assertEquals(alone, held, transform.toString());
        }
    }

    @Test
    void featuresAndClassesAreFittedOnTheTrainingPartOnly() {
        final var setup = Setup.of(Data.of(SequenceLayout.ROWS, Scope.STEP).features("x", "k"))
                .validation(ValidationSplit.IN_TIME, 0.25);
        final var first = Encoded.of(
                        setup,
                        table(numbers("x", 1, 2, 3, 4), text("k", "a", "b", "a", "c"), text("y", "p", "q", "q", "r")))
                .encoders();
        final var other = Encoded.of(
                        setup,
                        table(numbers("x", 1, 2, 3, 9e9), text("k", "a", "b", "a", "d"), text("y", "p", "q", "q", "s")))
                .encoders();

        assertEquals(first, other);
        assertEquals(List.of("p", "q"), ((ClassTarget) first.target()).names());
        assertEquals(List.of("a", "b"), first.nominals().get(0).vocabulary().values());
        assertEquals(2, ((NumberEncoder) first.features().get(0)).mean(), 1e-12);
        assertEquals(1, first.nominals().get(0).mostFrequent());
    }

    @Test
    void theFirstStepOfADifferenceIsOnlyItsBase() {
        final var setup = FUTURE.normalization(Normalization.NONE).transform(new TargetTransform(false, true));

        assertEquals(1, target(setup, 5, 7, 4).firstStep());
        assertArrayEquals(new double[] {Double.NaN, 2, -3}, read(setup, 5, 7, 4));
        assertEquals(4, target(setup, 5, 7, 4).decode(-3, 0, new double[] {5, 7}, 2));
    }

    @Test
    void aSeasonIsTheDifferenceToTheSameStepOfTheSeasonBefore() {
        final var setup = FUTURE.normalization(Normalization.NONE).transform(season(false, 2));

        assertEquals(2, target(setup, 1, 10, 2, 12).firstStep());
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, 1, 2}, read(setup, 1, 10, 2, 12));
        assertEquals(12, target(setup, 1, 10, 2, 12).decode(2, 0, new double[] {1, 10, 2}, 3));
    }

    @Test
    void aSeasonOfDifferencesIsTheDifferenceOfDifferences() {
        final var setup = FUTURE.normalization(Normalization.NONE).transform(season(true, 2));

        assertEquals(3, target(setup, 1, 10, 2, 12, 5).firstStep());
        // (12 - 2) - (10 - 1) and (5 - 12) - (2 - 10)
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, Double.NaN, 1, 1}, read(setup, 1, 10, 2, 12, 5));
        assertEquals(5, target(setup, 1, 10, 2, 12, 5).decode(1, 0, new double[] {1, 10, 2, 12}, 4));
    }

    @Test
    void theLevelOfAWindowIsItsLastValueOrItsMean() {
        final var values = new double[] {1, 2, 6};
        for (final var level : WindowLevel.values()) {
            final var transform = new TargetTransform(false, false, Optional.empty(), level);
            final var expected =
                    switch (level) {
                        case NONE -> 0;
                        case LAST -> 6;
                        case MEAN -> 3;
                    };
            assertEquals(
                    expected, new NumberTarget("y", transform, new Scaler(0, 1)).level(values, 0, 3), level.name());
        }
    }

    @Test
    void constantValuesBecomeZero() {
        for (final var normalization : List.of(Normalization.Z_SCORE, Normalization.MIN_MAX)) {
            for (final double value : new double[] {0.1, 0, -7, 1e300, 1e-300}) {
                final var setup = FUTURE.normalization(normalization);
                assertArrayEquals(new double[3], read(setup, value, value, value), 1e-12);
                assertEquals(value, target(setup, value, value, value).decode(0), 1e-12 * Math.abs(value));
            }
        }
    }

    @Test
    void theStepsOfAStraightLineCountAsConstant() {
        final var setup = FUTURE.transform(new TargetTransform(false, true));

        assertEquals(1, target(setup, 0.1, 0.2, 0.1 + 0.2, 0.4, 0.5).scaler().scale());
    }

    @Test
    void scalesValuesWhoseSquaresAreNotFinite() {
        assertArrayEquals(new double[] {-1, 1}, read(FUTURE, -1e300, 1e300), 1e-12);
    }

    @Test
    void scalesValuesWhoseSquaresVanish() {
        assertArrayEquals(new double[] {-1, 1}, read(FUTURE, 1e-300, 3e-300), 1e-6);
    }

    @Test
    void refusesTheLogarithmOfZeroAndNamesTheRow() {
        final var logarithm = new TargetTransform(true, false);
        final var remedy = " Switch the logarithm off, or shift the target before.";
        assertEquals(
                "The logarithm needs targets above 0, but the row \"Row1\" holds 0.0." + remedy,
                Refusals.ofData(() -> target(FUTURE.transform(logarithm), 1, 0, 2)));
        assertEquals(
                "The logarithm needs targets above 0, but the row \"Row2\" holds -3.0." + remedy,
                Refusals.ofData(() ->
                        Encoded.of(STEP.transform(logarithm), table(numbers("x", 1, 2, 3), numbers("y", 1, 2, -3)))));
        assertEquals(
                "The logarithm needs targets above 0, but the row \"Row1\" holds -2.0." + remedy,
                Refusals.ofData(() -> Encoded.of(
                        Setup.of(Data.of(SequenceLayout.LISTS, Scope.SEQUENCE).features("x"))
                                .transform(logarithm),
                        table(lists("x", new double[] {1, 2, 3}, new double[] {4}), numbers("y", 1, -2)))));
    }

    @Test
    void refusesAColumnWithoutAValueInTheTrainingPart() {
        final var none = Double.NaN;
        final var setup = STEP.validation(ValidationSplit.IN_TIME, 0.5);
        final var message = " has no value in the part of the table that is learned from."
                + " Choose another column, or a smaller validation fraction.";
        assertEquals(
                "The column \"y\"" + message,
                Refusals.ofData(() -> Encoded.of(setup, table(numbers("x", 1, 2), numbers("y", none, 2)))));
        assertEquals(
                "The column \"y\"" + message,
                Refusals.ofData(() -> Encoded.of(setup, table(numbers("x", 1, 2), text("y", null, "a")))));
    }

    @Test
    void valuesAreEmbeddedIfThereAreMoreThanTheSettingsSay() {
        final var setup = Setup.of(Data.of(SequenceLayout.ROWS, Scope.STEP).features("k"));
        final var table = table(text("k", "c", "a", "b"), numbers("y", 1, 2, 3));
        final var oneHot =
                Encoded.of(setup.embedding(3, 5), table).encoders().features().get(0);
        final var embedded =
                Encoded.of(setup.embedding(2, 5), table).encoders().features().get(0);

        assertEquals(InputKind.ONE_HOT, oneHot.kind());
        assertEquals(3, oneHot.width());
        assertEquals(InputKind.INDEX, embedded.kind());
        assertEquals(4, embedded.width());
    }

    @Test
    void onlyTheVocabularyOfATextIsLimited() {
        final var limit = new VocabularySettings(Optional.of(2), 2);
        final var text = Setup.of(Data.of(SequenceLayout.TEXT, Scope.SEQUENCE).features("x"))
                .vocabulary(limit);
        assertEquals(
                List.of("a", "b"),
                Encoded.of(text, table(text("x", "aaabbcccc".replace('c', 'b'), "acdd"), text("y", "p", "q")))
                        .encoders()
                        .nominals()
                        .get(0)
                        .vocabulary()
                        .values());
        assertEquals(
                List.of("a", "b", "c"),
                Encoded.of(
                                Setup.of(Data.of(SequenceLayout.ROWS, Scope.STEP)
                                                .features("k"))
                                        .vocabulary(limit),
                                table(text("k", "c", "a", "b"), numbers("y", 1, 2, 3)))
                        .encoders()
                        .nominals()
                        .get(0)
                        .vocabulary()
                        .values());
    }

    @Test
    void theBoundaryOfTextsIsKnownHoweverSmallTheVocabulary() {
        final var setup = Setup.of(Data.of(SequenceLayout.TEXT, Scope.FUTURE))
                .vocabulary(new VocabularySettings(Optional.of(1), 5));
        final var encoders = Encoded.of(setup, table(text("y", "aaaaaaab"))).encoders();

        assertEquals(
                List.of("a", Boundary.SYMBOL),
                encoders.nominals().get(0).vocabulary().values());
        assertEquals(3, ((ClassTarget) encoders.target()).classes());
    }

    @Test
    void aBoundaryAloneIsNothingToLearn() {
        final var setup = Setup.of(Data.of(SequenceLayout.TEXT, Scope.FUTURE))
                .vocabulary(new VocabularySettings(Optional.empty(), 5));

        assertEquals(
                "No symbol of the column \"y\" is there 5 times in the part of the table that is learned from."
                        + " Lower the minimum count of a symbol.",
                Refusals.ofData(() -> Encoded.of(setup, table(text("y", "abc", "aa")))));
    }
}
