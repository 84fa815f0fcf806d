package org.rnn4knime.nodes.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.time.localdate.LocalDateCellFactory;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.testing.TestTable;

class ColumnGuessTest {

    private static final DataType DATE =
            LocalDateCellFactory.create(LocalDate.EPOCH).getType();

    private static final DataType NUMBER_SET =
            CollectionCellFactory.createSetCell(List.of(new DoubleCell(0))).getType();

    private static final DataType NUMBERS = ListCell.getCollectionType(DoubleCell.TYPE);

    @Test
    void forecastsTheLastNumberFromItsOwnPast() {
        final var guess = ColumnGuess.of(TestTable.airlineSpec());

        assertEquals(
                new ColumnGuess(
                        SequenceLayout.ROWS,
                        Scope.FUTURE,
                        Optional.of("passengers"),
                        Optional.empty(),
                        Optional.of("month"),
                        List.of()),
                guess);
        assertEquals(
                Optional.of("b"),
                ColumnGuess.of(spec(column("a", IntCell.TYPE), column("b", DoubleCell.TYPE)))
                        .target());
    }

    @Test
    void takesTextBehindNumbersForNoResultIfItMayHaveAnyValues() {
        final var guess = ColumnGuess.of(
                spec(column("a", IntCell.TYPE), column("b", DoubleCell.TYPE), column("remark", StringCell.TYPE)));

        assertEquals(Optional.of("b"), guess.target());
        assertEquals(Scope.FUTURE, guess.predict());
        assertEquals(Optional.of("remark"), guess.text());
    }

    @Test
    void predictsFewDifferentValuesBehindNumbersAtEachTimeStepFromAllElse() {
        final var guess = ColumnGuess.of(spec(
                column("time", DATE),
                column("month", StringCell.TYPE),
                column("heat", DoubleCell.TYPE),
                text("gear", "low", "high"),
                column("codes", NUMBER_SET),
                text("state", "fine", "worn")));

        assertEquals(
                new ColumnGuess(
                        SequenceLayout.ROWS,
                        Scope.STEP,
                        Optional.of("state"),
                        Optional.of("gear"),
                        Optional.of("time"),
                        List.of("heat", "gear")),
                guess);
    }

    @Test
    void predictsBooleansAtEachTimeStep() {
        final var guess = ColumnGuess.of(spec(column("heat", DoubleCell.TYPE), column("fails", BooleanCell.TYPE)));

        assertEquals(Optional.of("fails"), guess.target());
        assertEquals(Scope.STEP, guess.predict());
        assertEquals(List.of("heat"), guess.features());
    }

    @Test
    void takesListsForWholeSequencesWithOneResultEach() {
        final var guess = ColumnGuess.of(spec(
                column("machine", StringCell.TYPE),
                column("heat", NUMBERS),
                column("pressure", NUMBERS),
                column("days left", IntCell.TYPE)));

        assertEquals(SequenceLayout.LISTS, guess.layout());
        assertEquals(Scope.SEQUENCE, guess.predict());
        assertEquals(Optional.of("days left"), guess.target());
        assertEquals(List.of("heat", "pressure"), guess.features());
    }

    @Test
    void continuesTheLastListWhereNothingElseCanBePredicted() {
        final var guess =
                ColumnGuess.of(spec(column("name", StringCell.TYPE), column("x", NUMBERS), column("y", NUMBERS)));

        assertEquals(SequenceLayout.LISTS, guess.layout());
        assertEquals(Scope.FUTURE, guess.predict());
        assertEquals(Optional.of("y"), guess.target());
        assertEquals(List.of(), guess.features());
    }

    @Test
    void doesNotTakeWhatCannotBeReadForSequences() {
        final var dates = ListCell.getCollectionType(DATE);
        final var guess =
                ColumnGuess.of(spec(column("dates", dates), column("set", NUMBER_SET), column("x", DoubleCell.TYPE)));

        assertEquals(SequenceLayout.ROWS, guess.layout());
        assertEquals(Optional.of("x"), guess.target());
    }

    @Test
    void takesTextWithFewDifferentLabelsForTextsToSort() {
        final var guess = ColumnGuess.of(spec(text("kind", "spam", "none"), column("message", StringCell.TYPE)));

        assertEquals(
                new ColumnGuess(
                        SequenceLayout.TEXT,
                        Scope.SEQUENCE,
                        Optional.of("kind"),
                        Optional.of("message"),
                        Optional.empty(),
                        List.of()),
                guess);
    }

    @ParameterizedTest
    @ValueSource(strings = {"label", "Class", "sentiment_label", "Topic 1"})
    void goesByTheNameOfALabelWhoseValuesAreNotKnown(final String name) {
        final var guess = ColumnGuess.of(spec(column("message", StringCell.TYPE), column(name, StringCell.TYPE)));

        assertEquals(SequenceLayout.TEXT, guess.layout());
        assertEquals(Optional.of(name), guess.target());
        assertEquals(Optional.of("message"), guess.text());
    }

    @Test
    void takesABooleanBesideTextForItsLabel() {
        final var guess = ColumnGuess.of(spec(column("message", StringCell.TYPE), column("is spam", BooleanCell.TYPE)));

        assertEquals(SequenceLayout.TEXT, guess.layout());
        assertEquals(Optional.of("is spam"), guess.target());
    }

    @Test
    void continuesTextThatStandsAlone() {
        final var guess = ColumnGuess.of(spec(column("verse", StringCell.TYPE)));

        assertEquals(SequenceLayout.TEXT, guess.layout());
        assertEquals(Scope.FUTURE, guess.predict());
        assertEquals(Optional.of("verse"), guess.text());
        assertEquals(Optional.empty(), guess.target());
    }

    @Test
    void forecastsFewDifferentValuesThatStandAlone() {
        final var guess = ColumnGuess.of(spec(text("weather", "rain", "sun"), column("day", DATE)));

        assertEquals(SequenceLayout.ROWS, guess.layout());
        assertEquals(Scope.FUTURE, guess.predict());
        assertEquals(Optional.of("weather"), guess.target());
        assertEquals(Optional.of("day"), guess.order());
    }

    @Test
    void takesTextForRowsWhereAnOrderTellsOfTimeSteps() {
        final var guess = ColumnGuess.of(
                spec(column("date", DATE), column("word", StringCell.TYPE), text("tag", "noun", "verb")));

        assertEquals(SequenceLayout.ROWS, guess.layout());
        assertEquals(Scope.STEP, guess.predict());
        assertEquals(List.of("word"), guess.features());
    }

    @Test
    void predictsTheLastOfSeveralTextsFromTheOthers() {
        final var guess = ColumnGuess.of(spec(column("cipher", StringCell.TYPE), column("plain", StringCell.TYPE)));

        assertEquals(SequenceLayout.ROWS, guess.layout());
        assertEquals(Optional.of("plain"), guess.target());
        assertEquals(List.of("cipher"), guess.features());
    }

    @Test
    void guessesNothingWithoutColumns() {
        assertEquals(
                new ColumnGuess(
                        SequenceLayout.ROWS,
                        Scope.FUTURE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                ColumnGuess.nothing());
    }

    @Test
    void prefersDatesToTextThatLooksLikeDates() {
        assertEquals(Optional.of("x"), order(column("month", StringCell.TYPE), column("x", DATE), column("y", DATE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"month", "Date", "order date", "Time_Stamp", "Year-Month"})
    void goesByTheNameOfATextColumnWhoseValuesAreNotKnown(final String name) {
        assertEquals(Optional.of(name), order(column(name, StringCell.TYPE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "monthly budget", "daytona", "update"})
    void leavesOtherTextAlone(final String name) {
        assertEquals(Optional.empty(), order(column(name, StringCell.TYPE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1949-01", "2024-02-29", "2024-02-29T12:30", "2024-02-29 12:30:00"})
    void goesByTheValuesWhereTheyAreKnown(final String value) {
        assertEquals(Optional.of("x"), order(text("x", "1949-02", value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"January", "01/1949", "1949", ""})
    void doesNotGoByTheNameWhereTheValuesAreNoDates(final String value) {
        assertEquals(Optional.empty(), order(text("month", "1949-02", value)));
    }

    private static Optional<String> order(final DataColumnSpec... columns) {
        return ColumnGuess.of(spec(columns)).order();
    }

    private static DataTableSpec spec(final DataColumnSpec... columns) {
        return new DataTableSpec(columns);
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    /** Returns a column of text whose values are known. */
    private static DataColumnSpec text(final String name, final String... values) {
        final var column = new DataColumnSpecCreator(name, StringCell.TYPE);
        column.setDomain(new DataColumnDomainCreator(
                        Stream.of(values).distinct().map(StringCell::new).toArray(DataCell[]::new))
                .createDomain());
        return column.createSpec();
    }
}
