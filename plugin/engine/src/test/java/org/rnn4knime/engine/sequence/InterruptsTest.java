package org.rnn4knime.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;

import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.sequence.Sequences.Truth;

class InterruptsTest {

    private static Stream<Arguments> tables() {
        final var rows = Data.of(SequenceLayout.ROWS, Scope.FUTURE);
        final var values = numbers("y", 1, 2, 3);
        return Stream.of(
                Arguments.of("sorting", rows.order("t"), table(numbers("t", 3, 1, 2), values)),
                Arguments.of("grouping", rows.ids("id"), table(text("id", "a", "b", "a"), values)),
                Arguments.of("reading dates", rows.order("t"), table(text("t", "2001", "2002", "2003"), values)),
                Arguments.of(
                        "skipping",
                        Data.of(SequenceLayout.COLUMNS, Scope.FUTURE)
                                .target("")
                                .features("y", "z")
                                .missing(MissingValues.SKIP),
                        table(values, numbers("z", 1, 2, Double.NaN))),
                Arguments.of("splitting texts", Data.of(SequenceLayout.TEXT, Scope.FUTURE), table(text("y", "abc"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void anInterruptEndsTheSearchForSequences(final String work, final Data data, final Table table) {
        final var settings = data.settings();
        assertTrue(Sequences.of(table, settings, Truth.COMPLETE).size() > 0, work);
        try {
            Thread.currentThread().interrupt();
            final var end =
                    assertThrows(CancellationException.class, () -> Sequences.of(table, settings, Truth.COMPLETE));
            assertEquals("The computation was interrupted.", end.getMessage());
        } finally {
            assertTrue(Thread.interrupted());
        }
    }
}
