package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.EncodedSequences;
import org.rnn4knime.engine.encoding.Vocabulary;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Sequences.Truth;
import org.rnn4knime.engine.sequence.UnusableDataException;

class ResultCollectorTest {

    @Test
    void refusesMoreProbabilitiesThanAnArrayCanHold() {
        final var sequences = Sequences.of(
                table(numbers("x", 1)),
                Data.of(SequenceLayout.ROWS, Scope.STEP).features("x").settings(),
                Truth.MAY_END_EARLY);
        final var names = IntStream.range(1000, 6000).mapToObj(String::valueOf).toList();
        final var target = new ClassTarget("y", new Vocabulary(names), false);
        final var encoded = new EncodedSequences(sequences.steps(), Optional.empty(), List.of(), Optional.empty());
        final var slots = new Slots(Slots.Kind.ROWS, new int[] {0, 500_000});

        assertEquals(
                "500,000 predictions of \"y\" with 5,000 classes each have 2,500,000,000 probabilities, but at most"
                        + " 2,147,483,639 are possible. Predict some of the rows at a time.",
                assertThrows(UnusableDataException.class, () -> ResultCollector.of(target, sequences, encoded, slots))
                        .getMessage());
    }
}
