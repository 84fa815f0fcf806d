package org.rnn4knime.nodes.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.time.localdate.LocalDateCellFactory;
import org.rnn4knime.nodes.testing.TestTable;

class ColumnGuessTest {

    @Test
    void takesTheLastNumericColumnAsTarget() {
        final var table =
                TestTable.column("a", IntCell.TYPE).and("b", DoubleCell.TYPE).and("c", StringCell.TYPE);

        assertEquals(Optional.of("b"), ColumnGuess.target(table.spec()));
        assertEquals(Optional.empty(), ColumnGuess.target(new DataTableSpec()));
    }

    @Test
    void prefersDatesToTextThatLooksLikeDates() {
        final var date = LocalDateCellFactory.create(LocalDate.EPOCH).getType();
        final var table =
                TestTable.column("month", StringCell.TYPE).and("x", date).and("y", date);

        assertEquals(Optional.of("x"), ColumnGuess.order(table.spec()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"month", "Date", "order date", "Time_Stamp", "Year-Month"})
    void goesByTheNameOfATextColumnWhoseValuesAreNotKnown(final String name) {
        assertEquals(
                Optional.of(name),
                ColumnGuess.order(TestTable.column(name, StringCell.TYPE).spec()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "monthly budget", "daytona", "update"})
    void leavesOtherTextAlone(final String name) {
        assertEquals(
                Optional.empty(),
                ColumnGuess.order(TestTable.column(name, StringCell.TYPE).spec()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1949-01", "2024-02-29", "2024-02-29T12:30", "2024-02-29 12:30:00"})
    void goesByTheValuesWhereTheyAreKnown(final String value) {
        assertEquals(Optional.of("x"), ColumnGuess.order(spec("x", "1949-02", value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"January", "01/1949", "1949", ""})
    void doesNotGoByTheNameWhereTheValuesAreNoDates(final String value) {
        assertEquals(Optional.empty(), ColumnGuess.order(spec("month", "1949-02", value)));
    }

    private static DataTableSpec spec(final String name, final String... values) {
        final var column = new DataColumnSpecCreator(name, StringCell.TYPE);
        column.setDomain(new DataColumnDomainCreator(
                        Stream.of(values).distinct().map(StringCell::new).toArray(DataCell[]::new))
                .createDomain());
        return new DataTableSpec(column.createSpec());
    }
}
