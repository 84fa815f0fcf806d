package org.rnn4knime.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.rnn4knime.engine.Data;

class WindowPropertiesTest {

    @Provide
    Arbitrary<WindowCase> sliding() {
        return WindowCase.ofSliding();
    }

    @Provide
    Arbitrary<WindowCase> whole() {
        return WindowCase.ofWhole();
    }

    @Provide
    Arbitrary<WindowCase> any() {
        return Arbitraries.oneOf(WindowCase.ofSliding(), WindowCase.ofWhole());
    }

    private static List<Windows> all(final WindowCase some) {
        return List.of(some.training(), some.validation(), some.predicting());
    }

    private static Set<Integer> targets(final WindowCase some, final Windows windows) {
        return IntStream.range(0, windows.size())
                .flatMap(window -> some.targets(windows, window))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static int count(final Windows windows, final int sequence) {
        return (int) IntStream.range(0, windows.size())
                .filter(window -> windows.sequence(window) == sequence)
                .count();
    }

    @Property(tries = 500)
    void everyWindowLiesInOneSequenceAndIsNotTooLong(@ForAll("any") final WindowCase some) {
        for (final var windows : all(some)) {
            for (int window = 0; window < windows.size(); window++) {
                final var sequence = windows.sequence(window);
                assertTrue(windows.from(window) >= some.steps().from(sequence));
                assertTrue(windows.to(window) <= some.steps().to(sequence));
                assertTrue(windows.length(window) >= 1);
                assertTrue(windows.length(window)
                        <= some.maximum().orElse(some.steps().length(sequence)));
                some.predicted(windows, window)
                        .forEach(target -> assertEquals(sequence, some.steps().sequenceOf(target)));
            }
        }
    }

    @Property(tries = 500)
    void allTargetsToLearnLieInTheSequenceOfTheirWindow(@ForAll("any") final WindowCase some) {
        for (final var windows : List.of(some.training(), some.validation())) {
            for (int window = 0; window < windows.size(); window++) {
                final var sequence = windows.sequence(window);
                some.targets(windows, window)
                        .forEach(target -> assertEquals(sequence, some.steps().sequenceOf(target)));
            }
        }
    }

    @Property(tries = 500)
    void windowsComeInTheOrderOfTheirSteps(@ForAll("any") final WindowCase some) {
        for (final var windows : all(some)) {
            for (int window = 1; window < windows.size(); window++) {
                assertTrue(windows.sequence(window - 1) <= windows.sequence(window));
                assertTrue(windows.to(window - 1) < windows.to(window));
                assertTrue(windows.from(window - 1) <= windows.from(window));
            }
        }
    }

    @Property(tries = 500)
    void emptySequencesHaveNoWindow(@ForAll("any") final WindowCase some) {
        for (final var windows : all(some)) {
            for (int sequence = 0; sequence < some.steps().sequences(); sequence++) {
                if (some.steps().length(sequence) == 0) {
                    assertEquals(0, count(windows, sequence));
                }
            }
        }
    }

    /** The windows that end at last, last - stride and so on, down to first or from. */
    private static int count(final int first, final int last, final int stride, final int from) {
        return Math.max(0, Math.floorDiv(last - Math.max(first, from), stride) + 1);
    }

    @Property(tries = 1000)
    void slidingWindowsAreAsManyAsTheFormulaSays(@ForAll("sliding") final WindowCase some) {
        final var windowing = some.windowing();
        final var training = some.training();
        final var validation = some.validation();
        final var predicting = some.predicting();
        // The place of a target in its sequence; the last step of a window has one of its own, or the step behind.
        final var first =
                windowing.firstStep() + windowing.minimum() - (windowing.data().predict() == Scope.FUTURE ? 0 : 1);
        final var more = Math.max(0, windowing.ahead() - 1);
        final var stride = windowing.stride();
        for (int sequence = 0; sequence < some.steps().sequences(); sequence++) {
            final var end = some.steps().length(sequence);
            final var split =
                    some.split().trainingEnds()[sequence] - some.steps().from(sequence);
            assertEquals(count(first, split - 1 - more, stride, 0), count(training, sequence));
            assertEquals(count(first, end - 1 - more, stride, split), count(validation, sequence));
            assertEquals(count(first, end - 1, 1, 0), count(predicting, sequence));
        }
    }

    @Property(tries = 500)
    void slidingWindowsAreAsLongAsTheyCanBe(@ForAll("sliding") final WindowCase some) {
        for (final var windows : all(some)) {
            for (int window = 0; window < windows.size(); window++) {
                final var first = some.steps().from(windows.sequence(window))
                        + some.windowing().firstStep();
                assertTrue(windows.length(window) >= some.windowing().minimum());
                assertTrue(windows.from(window) == first
                        || windows.length(window)
                                == some.windowing().sequences().sequenceLength());
                assertTrue(windows.from(window) >= first);
            }
        }
    }

    @Property(tries = 1000)
    void wholeSequencesAreReadOnceOrInPieces(@ForAll("whole") final WindowCase some) {
        final var windowing = some.windowing();
        final var windows = Windows.of(some.steps(), windowing, Split.all(some.steps()));
        for (int sequence = 0; sequence < some.steps().sequences(); sequence++) {
            final var length = some.steps().length(sequence);
            final var longest = some.maximum().orElse(Math.max(1, length));
            final var pieces = (length + longest - 1) / longest;
            final var isSplit = windowing.beyond() == BeyondMaximum.SPLIT;
            assertEquals(isSplit ? pieces : Math.min(1, length), count(windows, sequence));
            final var own = own(windows, sequence);
            if (isSplit) {
                assertEquals(
                        IntStream.range(
                                        some.steps().from(sequence),
                                        some.steps().to(sequence))
                                .boxed()
                                .toList(),
                        own.stream().flatMap(WindowPropertiesTest::range).toList());
            } else if (length > 0) {
                final var from = windowing.beyond() == BeyondMaximum.KEEP_START
                        ? some.steps().from(sequence)
                        : some.steps().to(sequence) - Math.min(length, longest);
                assertEquals(List.of(List.of(from, from + Math.min(length, longest))), own);
            }
        }
    }

    private static Stream<Integer> range(final List<Integer> bounds) {
        return IntStream.range(bounds.get(0), bounds.get(1)).boxed();
    }

    private static List<List<Integer>> own(final Windows windows, final int sequence) {
        return IntStream.range(0, windows.size())
                .filter(window -> windows.sequence(window) == sequence)
                .mapToObj(window -> List.of(windows.from(window), windows.to(window)))
                .toList();
    }

    @Property(tries = 500)
    void everyStepThatCanBePredictedIsPredictedOnce(@ForAll("any") final WindowCase some) {
        final var windows = some.predicting();
        final var predicted = new ArrayList<Integer>();
        for (int window = 0; window < windows.size(); window++) {
            some.predicted(windows, window).forEach(predicted::add);
        }
        // A sequence that is split is predicted by each of its pieces.
        Assume.that(some.windowing().data().isTargetPerStep());
        assertEquals(predictable(some), predicted);
    }

    private static List<Integer> predictable(final WindowCase some) {
        final var expected = new ArrayList<Integer>();
        for (int sequence = 0; sequence < some.steps().sequences(); sequence++) {
            final var from = some.steps().from(sequence);
            final var to = some.steps().to(sequence);
            final var longest = some.maximum().orElse(Math.max(1, to - from));
            final var windowing = some.windowing();
            final var range =
                    switch (windowing.data().predict()) {
                        case FUTURE -> IntStream.range(from + windowing.firstStep() + windowing.minimum(), to);
                        case SEQUENCE -> IntStream.range(from + windowing.minimum() - 1, to);
                        case STEP -> switch (windowing.beyond()) {
                            case SPLIT -> IntStream.range(from, to);
                            case KEEP_END -> IntStream.range(Math.max(from, to - longest), to);
                            case KEEP_START -> IntStream.range(from, Math.min(to, from + longest));
                        };
                    };
            range.forEach(expected::add);
        }
        return expected;
    }

    @Property(tries = 500)
    void piecesToPredictByOverlapByHalf(@ForAll("whole") final WindowCase some) {
        final var windows = some.predicting();
        for (int window = 0; window < windows.size(); window++) {
            if (some.windowing().data().predict() != Scope.STEP
                    || some.windowing().beyond() != BeyondMaximum.SPLIT) {
                continue;
            }
            final var from = some.steps().from(windows.sequence(window));
            final var to = some.steps().to(windows.sequence(window));
            final var before = windows.targetFrom(window) - windows.from(window);
            assertEquals(
                    windows.targetFrom(window) == from ? 0 : some.windowing().longest() / 2, before);
            assertTrue(windows.to(window) == to
                    || windows.length(window) == some.windowing().longest());
            assertEquals(windows.to(window), windows.targetTo(window));
        }
    }

    @Property(tries = 1000)
    void trainingAndValidationShareNoTarget(@ForAll("any") final WindowCase some) {
        final var both = new HashSet<>(targets(some, some.training()));
        both.retainAll(targets(some, some.validation()));
        assertEquals(Set.of(), both);
    }

    @Property(tries = 1000)
    void trainingNeitherReadsNorLearnsWhatLiesBehindTheSplit(@ForAll("any") final WindowCase some) {
        final var windows = some.training();
        for (int window = 0; window < windows.size(); window++) {
            final var end = some.split().trainingEnds()[windows.sequence(window)];
            assertTrue(windows.to(window) <= end);
            some.targets(windows, window).forEach(target -> assertTrue(target < end));
        }
        for (final var target : targets(some, some.validation())) {
            final var sequence = some.steps().sequenceOf(target);
            assertTrue(target >= some.split().trainingEnds()[sequence]);
        }
    }

    @Property(tries = 2000, maxDiscardRatio = 100)
    void withoutAStrideAllTargetsAreLearnedOrHeldBack(@ForAll("sliding") final WindowCase some) {
        Assume.that(some.windowing().stride() == 1 && some.windowing().ahead() <= 1);
        final var both = new HashSet<>(targets(some, some.training()));
        both.addAll(targets(some, some.validation()));
        assertEquals(targets(some, some.predicting()), both);
    }

    @Property(tries = 500)
    void whereEachStepOfAWindowIsLearnedWindowsThatOverlapByHalfLeaveNoneOut(
            @ForAll @Size(max = 6) final List<@IntRange(max = 60) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 12) final int length) {
        final var steps = WindowCase.steps(lengths);
        final var data = Data.of(SequenceLayout.TEXT, Scope.FUTURE).settings();
        final var windowing = new Windowing(data, new SequenceSettings(length), 0, 1, Math.max(1, length / 2));
        final var windows = Windows.of(steps, windowing, Split.all(steps));
        final var learned = new HashSet<Integer>();
        for (int window = 0; window < windows.size(); window++) {
            IntStream.rangeClosed(windows.from(window) + 1, windows.to(window)).forEach(learned::add);
        }
        final var all = IntStream.range(0, steps.sequences())
                .flatMap(sequence -> IntStream.range(steps.from(sequence) + 1, steps.to(sequence)))
                .boxed()
                .collect(Collectors.toSet());
        assertEquals(all, learned);
    }
}
