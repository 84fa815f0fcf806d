package org.rnn4knime.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Refusals;

class DataSettingsTest {

    private static void assertRefused(final Data data, final String message) {
        assertEquals(message, Refusals.ofSettings(data::settings));
    }

    private static Data rows(final Scope scope) {
        return Data.of(SequenceLayout.ROWS, scope);
    }

    private static Data columns(final Scope scope) {
        return Data.of(SequenceLayout.COLUMNS, scope);
    }

    @Test
    void theCombinationsOfTheDesignAreAllowedAndNoOther() {
        for (final var scope : Scope.values()) {
            rows(scope).features("x").settings();
            Data.of(SequenceLayout.LISTS, scope).features("x").settings();
        }
        columns(Scope.SEQUENCE).features("x").settings();
        columns(Scope.FUTURE).target("").features("x").settings();
        Data.of(SequenceLayout.TEXT, Scope.SEQUENCE).features("x").settings();
        Data.of(SequenceLayout.TEXT, Scope.FUTURE).settings();
        rows(Scope.FUTURE).settings();
        Data.of(SequenceLayout.LISTS, Scope.FUTURE).settings();

        assertRefused(
                columns(Scope.STEP).features("x"),
                "With one column a time step there is no place for one value a time step."
                        + " Use one row a time step or list cells, or predict one value a sequence.");
        assertRefused(
                Data.of(SequenceLayout.TEXT, Scope.STEP).features("x"),
                "A text has no place for one value a symbol."
                        + " Split it into one row a symbol or into list cells, or predict one value a sequence.");
    }

    @Test
    void aTargetIsNeededUnlessStepColumnsForecastThemselves() {
        final var message = "No target column is chosen: choose the column to predict.";
        for (final var layout : SequenceLayout.values()) {
            for (final var scope : List.of(Scope.SEQUENCE, Scope.FUTURE)) {
                final var data = Data.of(layout, scope).features("x").target("");
                if (layout == SequenceLayout.COLUMNS && scope == Scope.FUTURE) {
                    data.settings();
                } else {
                    assertRefused(data, message);
                }
            }
        }
        assertRefused(
                columns(Scope.FUTURE).features("x"),
                "The target column \"y\" has no meaning where the step columns' own next values are predicted:"
                        + " leave it empty.");
    }

    @Test
    void featuresAreNeededWhereNoPastOfTheTargetIsRead() {
        final var message = "No feature column is chosen: choose the columns that the network reads.";
        assertRefused(rows(Scope.SEQUENCE), message);
        assertRefused(rows(Scope.STEP), message);
        assertRefused(columns(Scope.SEQUENCE), message);
        assertRefused(columns(Scope.FUTURE).target(""), message);
        assertRefused(Data.of(SequenceLayout.LISTS, Scope.SEQUENCE), message);
        assertRefused(Data.of(SequenceLayout.LISTS, Scope.STEP), message);
        assertRefused(
                Data.of(SequenceLayout.TEXT, Scope.SEQUENCE),
                "No text column is chosen: choose the column of text to read.");
    }

    @Test
    void oneTextIsRead() {
        assertRefused(
                Data.of(SequenceLayout.TEXT, Scope.SEQUENCE).features("a", "b"),
                "A network that reads text reads one column of it, but 2 are chosen: choose one.");
        assertRefused(
                Data.of(SequenceLayout.TEXT, Scope.FUTURE).features("a"),
                "Where the next symbols of a text are predicted, nothing but the text is read, but the feature column"
                        + " \"a\" is chosen too: choose none.");
    }

    @Test
    void stepColumnsMustMakeWholeSteps() {
        columns(Scope.SEQUENCE).features("a", "b", "c", "d").perStep(2).settings();
        assertRefused(
                columns(Scope.SEQUENCE).features("a", "b", "c").perStep(2),
                "3 columns cannot be grouped into time steps of 2."
                        + " Choose other columns, or another number of features per time step.");
        assertRefused(
                columns(Scope.SEQUENCE).features("a").perStep(0),
                "Features per time step must be from 1 to 10000, but is 0.");
        assertRefused(
                columns(Scope.SEQUENCE).features("a").perStep(10_001),
                "Features per time step must be from 1 to 10000, but is 10001.");
    }

    @Test
    void whatIsKnownInTheFutureIsAFeatureOfRowsThatAreForecast() {
        rows(Scope.FUTURE).features("x").knownFuture("x").settings();
        assertRefused(
                rows(Scope.FUTURE).features("x").knownFuture("z"),
                "The column \"z\" is known in the future, but is no feature column: choose it there too.");
        final var message = "Columns can be known in the future only where the next values are"
                + " predicted with one row a time step: choose none.";
        assertRefused(rows(Scope.STEP).features("x").knownFuture("x"), message);
        assertRefused(rows(Scope.SEQUENCE).features("x").knownFuture("x"), message);
        assertRefused(Data.of(SequenceLayout.LISTS, Scope.FUTURE).features("x").knownFuture("x"), message);
        assertRefused(columns(Scope.FUTURE).target("").features("x").knownFuture("x"), message);
    }

    @Test
    void aColumnHasOneRoleButForTheOrderWhichMayBeAFeature() {
        rows(Scope.STEP).features("x", "t").order("t").settings();
        assertRole(rows(Scope.STEP).features("y"), "\"y\" cannot be both the target column and a feature column");
        assertRole(rows(Scope.STEP).features("x", "x"), "\"x\" cannot be both a feature column and a feature column");
        assertRole(
                rows(Scope.STEP).features("x").ids("x"),
                "\"x\" cannot be both a feature column and a sequence ID column");
        assertRole(
                rows(Scope.STEP).features("x").ids("y"),
                "\"y\" cannot be both the target column and a sequence ID column");
        assertRole(
                rows(Scope.STEP).features("x").ids("i", "i"),
                "\"i\" cannot be both a sequence ID column and a sequence ID column");
        assertRole(
                rows(Scope.STEP).features("x").order("y"),
                "\"y\" cannot be both the target column and the order column");
        assertRole(
                rows(Scope.STEP).features("x").ids("i").order("i"),
                "\"i\" cannot be both a sequence ID column and the order column");
    }

    private static void assertRole(final Data data, final String words) {
        assertRefused(data, "The column " + words + ": choose another column for one of them.");
    }

    @Test
    void theColumnsThatAreReadAreNamedOnce() {
        assertEquals(
                List.of("i", "t", "x", "y"),
                rows(Scope.STEP)
                        .features("t", "x")
                        .ids("i")
                        .order("t")
                        .settings()
                        .columns());
        assertEquals(
                List.of("a", "b"),
                columns(Scope.FUTURE).target("").features("a", "b").settings().columns());
    }

    @Test
    void windowsSlideWhereATableIsOneSeriesOrTheFutureIsPredicted() {
        assertSlides(rows(Scope.SEQUENCE).features("x"), true, true, true);
        assertSlides(rows(Scope.SEQUENCE).features("x").ids("i"), false, false, false);
        assertSlides(rows(Scope.STEP).features("x"), true, false, true);
        assertSlides(rows(Scope.STEP).features("x").ids("i"), false, false, true);
        assertSlides(rows(Scope.FUTURE), true, true, true);
        assertSlides(rows(Scope.FUTURE).ids("i"), false, true, true);
        assertSlides(columns(Scope.SEQUENCE).features("x"), false, false, false);
        assertSlides(columns(Scope.FUTURE).target("").features("x"), false, true, true);
        assertSlides(Data.of(SequenceLayout.LISTS, Scope.SEQUENCE).features("x"), false, false, false);
        assertSlides(Data.of(SequenceLayout.LISTS, Scope.STEP).features("x"), false, false, true);
        assertSlides(Data.of(SequenceLayout.TEXT, Scope.FUTURE), false, true, true);
    }

    private static void assertSlides(
            final Data data, final boolean isOneSeries, final boolean isSliding, final boolean isTargetPerStep) {
        final var settings = data.settings();
        assertEquals(isOneSeries, settings.isOneSeries(), settings::toString);
        assertEquals(isSliding, settings.isSliding(), settings::toString);
        assertEquals(isTargetPerStep, settings.isTargetPerStep(), settings::toString);
    }

    @Test
    void sequenceSettingsHaveTheirRange() {
        assertSequences(0, 1, 1, 1, "Sequence length (time steps) must be from 1 to 10000, but is 0.");
        assertSequences(10_001, 1, 1, 1, "Sequence length (time steps) must be from 1 to 10000, but is 10001.");
        assertSequences(1, 0, 1, 1, "Stride must be from 1 to 10000, but is 0.");
        assertSequences(1, 1, 0, 1, "Maximum length must be from 1 to 1000000, but is 0.");
        assertSequences(1, 1, 1, 0, "Horizon must be from 1 to 1000, but is 0.");
        assertSequences(1, 1, 1, 1001, "Horizon must be from 1 to 1000, but is 1001.");
    }

    private static void assertSequences(
            final int length, final int stride, final int maximum, final int horizon, final String message) {
        assertEquals(
                message,
                Refusals.ofSettings(() -> new SequenceSettings(
                        length,
                        Optional.of(stride),
                        Optional.of(maximum),
                        BeyondMaximum.SPLIT,
                        ForecastMode.DIRECT,
                        horizon)));
    }

    @Test
    void onlyADirectForecastWritesTheWholeHorizon() {
        assertEquals(
                7,
                new SequenceSettings(3, Optional.of(1), Optional.empty(), BeyondMaximum.SPLIT, ForecastMode.DIRECT, 7)
                        .outputs());
        assertEquals(
                1,
                new SequenceSettings(
                                3, Optional.of(1), Optional.empty(), BeyondMaximum.SPLIT, ForecastMode.RECURSIVE, 7)
                        .outputs());
    }

    @Test
    void windowingKnowsTheShortestSequence() {
        final var direct =
                new SequenceSettings(5, Optional.of(1), Optional.empty(), BeyondMaximum.SPLIT, ForecastMode.DIRECT, 4);
        assertEquals(2 + 5 + 4, new Windowing(rows(Scope.FUTURE).settings(), direct, 2, 5, 1).shortest());
        assertEquals(1 + 4, new Windowing(rows(Scope.FUTURE).settings(), direct, 0, 1, 1).shortest());
        assertEquals(5, new Windowing(rows(Scope.SEQUENCE).features("x").settings(), direct, 0, 5, 1).shortest());
        assertEquals(1, new Windowing(rows(Scope.STEP).features("x").settings(), direct, 0, 5, 1).shortest());
        assertTrue(Refusals.ofSettings(() -> new Windowing(rows(Scope.FUTURE).settings(), direct, 0, 6, 1))
                .contains("from 1 to 5"));
        assertTrue(Refusals.ofSettings(() -> new Windowing(rows(Scope.FUTURE).settings(), direct, -1, 5, 1))
                .contains("-1"));
    }

    @Test
    void aValidationSplitMustFitWhatIsPredicted() {
        final var stratified =
                "Only sequences that have one class each can be stratified. Choose another validation split.";
        for (final var data : List.of(
                rows(Scope.STEP).features("x").ids("i"),
                rows(Scope.FUTURE).ids("i"),
                rows(Scope.SEQUENCE).features("x"))) {
            assertEquals(
                    stratified,
                    Refusals.ofSettings(() -> Split.requireFitting(data.settings(), ValidationSplit.STRATIFIED)));
        }
        Split.requireFitting(rows(Scope.SEQUENCE).features("x").ids("i").settings(), ValidationSplit.STRATIFIED);
        assertEquals(
                "Without sequence ID columns there is one sequence only, so no whole sequence can be held back."
                        + " Choose another validation split, or sequence ID columns.",
                Refusals.ofSettings(
                        () -> Split.requireFitting(rows(Scope.FUTURE).settings(), ValidationSplit.BY_SEQUENCE)));
        Split.requireFitting(rows(Scope.FUTURE).ids("i").settings(), ValidationSplit.BY_SEQUENCE);
        assertFalse(rows(Scope.FUTURE).ids("i").settings().isOneSeries());
    }
}
