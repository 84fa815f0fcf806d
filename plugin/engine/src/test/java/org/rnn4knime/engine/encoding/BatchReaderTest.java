package org.rnn4knime.engine.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rnn4knime.engine.encoding.BatchReader.Targets;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;

/** Each value of a batch equals one that is computed from the table in the plainest way. */
class BatchReaderTest {

    private static final float NONE = Float.NaN;

    @Provide
    Arbitrary<BatchCase> cases() {
        return Combinators.combine(
                        Arbitraries.of(SequenceLayout.ROWS, SequenceLayout.COLUMNS, SequenceLayout.LISTS),
                        Arbitraries.of(Scope.class),
                        Arbitraries.of(true, false),
                        Arbitraries.longs())
                .filter((layout, scope, isNominal, seed) -> layout != SequenceLayout.COLUMNS || scope != Scope.STEP)
                .as(BatchCase::of)
                .withoutEdgeCases();
    }

    private static Batch batch(final BatchCase some, final Targets targets, final int[] members) {
        return some.encoded().reader(targets).read(members, 0, members.length);
    }

    /** All windows in an order drawn at random. */
    private static int[] members(final BatchCase some, final long seed) {
        final var members = IntStream.range(0, some.encoded().windows().size())
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(members, new Random(seed));
        return members.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The mean and the standard deviation of a column; 0 and 1 for values that are not scaled. */
    private static double[] scale(final BatchCase some, final double[] values) {
        if (some.level() != WindowLevel.NONE) {
            return new double[] {0, 1};
        }
        final var mean = IntStream.range(0, values.length)
                        .mapToDouble(row -> values[row])
                        .sum()
                / values.length;
        final var variance = IntStream.range(0, values.length)
                        .mapToDouble(row -> (values[row] - mean) * (values[row] - mean))
                        .sum()
                / values.length;
        return new double[] {mean, variance == 0 ? 1 : Math.sqrt(variance)};
    }

    private static double scaled(final BatchCase some, final String name, final int sequence, final int step) {
        final var scale = scale(some, ((NumberColumn) some.raw().steps(name)).values());
        return (some.raw().number(name, sequence, step) - scale[0]) / scale[1];
    }

    private static List<String> distinct(final BatchCase some, final String name) {
        final var values = new TreeSet<String>();
        final var column = some.raw().steps(name);
        IntStream.range(0, column.size())
                .forEach(row -> values.add(column.text(row).orElseThrow()));
        return List.copyOf(values);
    }

    private static int place(final BatchCase some, final String name, final int sequence, final int step) {
        return distinct(some, name).indexOf(some.raw().text(name, sequence, step));
    }

    /** Adds what is read of a feature to the numbers or to the indices. */
    private static void read(
            final BatchCase some,
            final String name,
            final int sequence,
            final int step,
            final List<Double> numbers,
            final List<Double> indices) {
        if (some.raw().steps(name) instanceof NumberColumn) {
            numbers.add(scaled(some, name, sequence, step));
            return;
        }
        final var values = distinct(some, name);
        final var place = place(some, name, sequence, step);
        if (values.size() > BatchCase.MOST_ONE_HOT) {
            indices.add(place + 1.0);
        } else {
            IntStream.range(0, values.size()).forEach(index -> numbers.add(index == place ? 1.0 : 0.0));
        }
    }

    private static double level(final BatchCase some, final int sequence, final int from, final int to) {
        return switch (some.level()) {
            case NONE -> 0;
            case LAST -> some.raw().number("y", sequence, to - 1);
            case MEAN -> IntStream.range(from, to)
                    .mapToDouble(step -> some.raw().number("y", sequence, step))
                    .average()
                    .orElseThrow();
        };
    }

    /** What is read of a step in a window of some level; steps count in their sequence. */
    private static List<Double> inputs(final BatchCase some, final int sequence, final int step, final double level) {
        final var numbers = new ArrayList<Double>();
        final var indices = new ArrayList<Double>();
        if (some.scope() == Scope.FUTURE) {
            read(some, "y", sequence, step, numbers, indices);
            if (!some.isNominal()) {
                numbers.set(0, numbers.get(0) - level);
            }
        }
        final var last = some.raw().length(sequence) - 1;
        for (final var name : List.of("x", "k", "z")) {
            if (some.isKnownFuture() && !name.equals("k")) {
                for (int ahead = 1; ahead <= some.ahead(); ahead++) {
                    read(some, name, sequence, Math.min(last, step + ahead), numbers, indices);
                }
            } else {
                read(some, name, sequence, step, numbers, indices);
            }
        }
        numbers.addAll(indices);
        return numbers;
    }

    @Property(tries = 400)
    void inputsAreThoseOfTheTableAndZerosBehindTheEnd(@ForAll("cases") final BatchCase some, @ForAll final long seed) {
        final var members = members(some, seed);
        final var windows = some.encoded().windows();
        final var batch = batch(some, Targets.NONE, members);
        assertEquals(members.length, batch.size());
        for (int slot = 0; slot < members.length; slot++) {
            final var window = members[slot];
            final var sequence = windows.sequence(window);
            final var first = windows.from(window) - some.raw().from(sequence);
            assertEquals(windows.length(window), batch.lengths()[slot]);
            final var level = level(some, sequence, first, first + windows.length(window));
            for (int step = 0; step < batch.inputs().steps(); step++) {
                final var actual = batch.inputs().step(step, slot);
                if (step >= windows.length(window)) {
                    assertArrayEquals(new float[actual.length], actual);
                    continue;
                }
                final var expected = inputs(some, sequence, first + step, level);
                assertEquals(expected.size(), actual.length);
                for (int feature = 0; feature < actual.length; feature++) {
                    assertEquals(expected.get(feature), actual[feature], 1e-4, "feature " + feature);
                }
            }
        }
        assertEquals(
                IntStream.of(members).map(windows::length).max().orElse(0),
                batch.inputs().steps());
    }

    /** The target of a sequence, or of a step of it. */
    private static double target(final BatchCase some, final int sequence, final int step, final double level) {
        final var isFuture = some.scope() == Scope.FUTURE;
        if (some.scope() == Scope.SEQUENCE) {
            final var whole = some.raw().whole("y");
            if (!some.isNominal()) {
                final var values = present(some);
                final var scale = scale(some, values);
                return (((NumberColumn) whole).values()[sequence] - scale[0]) / scale[1];
            }
            return presentClasses(some).indexOf(whole.text(sequence).orElseThrow());
        }
        return some.isNominal()
                ? place(some, "y", sequence, step) + (isFuture ? 1 : 0)
                : scaled(some, "y", sequence, step) - level;
    }

    /** The targets of those sequences that have a step. */
    private static double[] present(final BatchCase some) {
        return IntStream.range(0, some.raw().size())
                .filter(sequence -> some.raw().length(sequence) > 0)
                .mapToDouble(sequence -> ((NumberColumn) some.raw().whole("y")).values()[sequence])
                .toArray();
    }

    private static List<String> presentClasses(final BatchCase some) {
        return IntStream.range(0, some.raw().size())
                .filter(sequence -> some.raw().length(sequence) > 0)
                .mapToObj(sequence -> some.raw().whole("y").text(sequence).orElseThrow())
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<Double> expected(
            final BatchCase some, final Targets targets, final int window, final int row, final int value) {
        final var windows = some.encoded().windows();
        final var sequence = windows.sequence(window);
        final var first = windows.from(window) - some.raw().from(sequence);
        final var length = windows.length(window);
        final var level = level(some, sequence, first, first + length);
        final var step = targets == Targets.ONE ? length - 1 : row;
        final var isLastOnly = targets == Targets.LAST_OF_EACH_STEP && some.scope() == Scope.FUTURE;
        if (step >= length || isLastOnly && step < length - 1) {
            return Optional.empty();
        }
        final var at = first + step;
        if (some.scope() == Scope.STEP) {
            final var flat = some.raw().from(sequence) + at;
            if (flat < windows.targetFrom(window) || flat >= windows.targetTo(window)) {
                return Optional.empty();
            }
        }
        return Optional.of(target(some, sequence, some.scope() == Scope.FUTURE ? at + 1 + value : at, level));
    }

    @Property(tries = 400)
    void targetsAreThoseOfTheTableAndNoneBehindTheEnd(@ForAll("cases") final BatchCase some, @ForAll final long seed) {
        final var members = members(some, seed);
        for (final var targets : Targets.values()) {
            final var batch = batch(some, targets, members);
            if (targets == Targets.NONE || some.level() != WindowLevel.NONE && targets != Targets.ONE) {
                continue;
            }
            for (int slot = 0; slot < members.length; slot++) {
                for (int row = 0; row < batch.targets().steps(); row++) {
                    for (int value = 0; value < batch.targets().features(); value++) {
                        final var expected = expected(some, targets, members[slot], row, value);
                        final var actual = batch.targets().get(row, value, slot);
                        assertEquals(expected.isEmpty(), Float.isNaN(actual), targets.name());
                        expected.ifPresent(number -> assertEquals(number, actual, 1e-4, targets.name()));
                    }
                }
            }
        }
    }

    @Property(tries = 50)
    void noTargetIsGivenIfNoneIsWanted(@ForAll("cases") final BatchCase some) {
        final var batch = batch(some, Targets.NONE, members(some, 1));

        for (final var target : batch.targets().values()) {
            assertEquals(NONE, target);
        }
    }

    @Property(tries = 100)
    void aPartOfTheMembersIsReadAsIfItWereAlone(@ForAll("cases") final BatchCase some, @ForAll final long seed) {
        final var members = members(some, seed);
        final var reader = some.encoded().reader(Targets.ONE);
        final var half = members.length / 2;
        final var part = reader.read(members, half, members.length);
        final var alone = reader.read(Arrays.copyOfRange(members, half, members.length), 0, members.length - half);

        assertArrayEquals(alone.inputs().values(), part.inputs().values());
        assertArrayEquals(alone.targets().values(), part.targets().values());
        assertArrayEquals(alone.lengths(), part.lengths());
        assertTrue(reader.values(3) == 3L * part.inputs().features());
    }
}
