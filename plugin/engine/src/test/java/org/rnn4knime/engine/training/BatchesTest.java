package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.encoding.BatchReader;
import org.rnn4knime.engine.encoding.BatchReader.Targets;
import org.rnn4knime.engine.encoding.EncodedSequences;
import org.rnn4knime.engine.encoding.InputFeature;
import org.rnn4knime.engine.encoding.NumberEncoder;
import org.rnn4knime.engine.encoding.Scaler;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Split;
import org.rnn4knime.engine.sequence.Steps;
import org.rnn4knime.engine.sequence.Windowing;
import org.rnn4knime.engine.sequence.Windows;

class BatchesTest {

    /** One window a sequence, whose first value is its number. */
    private static Batches batches(final List<Integer> lengths, final int batchSize) {
        final var offsets = new int[lengths.size() + 1];
        for (int sequence = 0; sequence < lengths.size(); sequence++) {
            offsets[sequence + 1] = offsets[sequence] + lengths.get(sequence);
        }
        final var rows = IntStream.range(0, lengths.size()).toArray();
        final var steps = new Steps(offsets, new int[offsets[lengths.size()]], rows);
        final var values = new float[steps.count()];
        for (final int sequence : rows) {
            Arrays.fill(values, steps.from(sequence), steps.to(sequence), sequence);
        }
        final var data =
                Data.of(SequenceLayout.LISTS, Scope.SEQUENCE).features("x").settings();
        final var feature = new InputFeature(new NumberEncoder("x", new Scaler(0, 1), 0, MissingValues.FAIL), 0, 0);
        final var encoded = new EncodedSequences(
                steps, Optional.empty(), List.of(new EncodedSequences.Input(feature, values)), Optional.empty());
        final var windowing = new Windowing(data, new SequenceSettings(1), 0, 1, 1);
        final var windows = Windows.of(steps, windowing, Split.all(steps));
        return new Batches(new BatchReader(encoded, windows, windowing, Targets.NONE), batchSize);
    }

    /** The windows of each batch. */
    private static List<List<Integer>> all(final Batches batches) {
        final var all = new ArrayList<List<Integer>>();
        for (int index = 0; index < batches.count(); index++) {
            final var inputs = batches.get(index).inputs();
            all.add(IntStream.range(0, inputs.windows())
                    .mapToObj(slot -> (int) inputs.get(0, 0, slot))
                    .toList());
        }
        return all;
    }

    @Property(tries = 300)
    void everyWindowIsInOneBatchWhateverTheOrder(
            @ForAll @Size(min = 1, max = 60) final List<@IntRange(min = 1, max = 9) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 20) final int batchSize,
            @ForAll final long seed) {
        final var batches = batches(lengths, batchSize);
        final var random = new Random(seed);
        for (int epoch = 0; epoch < 3; epoch++) {
            final var all = all(batches);
            assertEquals(
                    IntStream.range(0, lengths.size()).boxed().toList(),
                    all.stream().flatMap(List::stream).sorted().toList());
            for (int index = 0; index < all.size() - 1; index++) {
                assertEquals(Math.min(batchSize, lengths.size()), all.get(index).size());
            }
            assertEquals((lengths.size() + batchSize - 1) / batchSize, all.size());
            batches.shuffle(random);
        }
    }

    @Test
    void theSeedTellsTheOrderAndEachEpochHasAnother() {
        final var lengths =
                IntStream.range(0, 50).map(window -> 1 + window % 4).boxed().toList();
        final var batches = batches(lengths, 8);
        final var same = batches(lengths, 8);
        final var before = all(batches);
        final var random = new Random(5);
        batches.shuffle(random);
        same.shuffle(new Random(5));
        final var first = all(batches);

        assertEquals(first, all(same));
        assertFalse(first.equals(before));
        batches.shuffle(random);
        assertFalse(first.equals(all(batches)));
    }

    @Test
    void windowsOfAboutTheSameLengthMeet() {
        final var lengths = IntStream.range(0, 512)
                .map(window -> 1 + window * 37 % 100)
                .boxed()
                .toList();
        final var batches = batches(lengths, 16);
        batches.shuffle(new Random(1));
        int spread = 0;
        for (final var batch : all(batches)) {
            final var some = batch.stream().mapToInt(lengths::get).summaryStatistics();
            spread = Math.max(spread, some.getMax() - some.getMin());
        }

        assertTrue(spread <= 8, spread + " steps");
    }

    @Test
    void shortBatchesDoNotAlwaysComeFirst() {
        final var lengths =
                IntStream.range(0, 320).map(window -> 1 + window % 10).boxed().toList();
        final var batches = batches(lengths, 16);
        batches.shuffle(new Random(1));
        final var means = all(batches).stream()
                .mapToInt(batch -> lengths.get(batch.get(0)))
                .toArray();
        final var sorted = means.clone();
        Arrays.sort(sorted);

        assertFalse(Arrays.equals(sorted, means));
    }

    @Test
    void aBatchIsNoLargerThanTheWindowsThereAre() {
        final var batches = batches(List.of(2, 3), 1000);

        assertEquals(1, batches.count());
        assertEquals(2, batches.windows());
        assertArrayEquals(new int[] {2, 3}, batches.get(0).lengths());
    }
}
