package org.rnn4knime.engine.sequence;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.rnn4knime.engine.Data;

/** Sequences of some lengths, how windows are cut out of them, and what is held back. */
record WindowCase(Steps steps, Windowing windowing, Split split) {

    private static final List<DataSettings> SLIDING = List.of(
            Data.of(SequenceLayout.ROWS, Scope.FUTURE).settings(),
            Data.of(SequenceLayout.ROWS, Scope.FUTURE).ids("i").settings(),
            Data.of(SequenceLayout.ROWS, Scope.SEQUENCE).features("x").settings(),
            Data.of(SequenceLayout.LISTS, Scope.FUTURE).settings(),
            Data.of(SequenceLayout.TEXT, Scope.FUTURE).settings());

    private static final List<DataSettings> WHOLE = List.of(
            Data.of(SequenceLayout.ROWS, Scope.STEP).features("x").settings(),
            Data.of(SequenceLayout.ROWS, Scope.STEP).features("x").ids("i").settings(),
            Data.of(SequenceLayout.LISTS, Scope.STEP).features("x").settings(),
            Data.of(SequenceLayout.ROWS, Scope.SEQUENCE).features("x").ids("i").settings(),
            Data.of(SequenceLayout.COLUMNS, Scope.SEQUENCE).features("x").settings());

    /** The time steps of sequences of these lengths. */
    static Steps steps(final List<Integer> lengths) {
        final var offsets = new int[lengths.size() + 1];
        for (int sequence = 0; sequence < lengths.size(); sequence++) {
            offsets[sequence + 1] = offsets[sequence] + lengths.get(sequence);
        }
        return new Steps(
                offsets,
                IntStream.range(0, offsets[lengths.size()]).toArray(),
                IntStream.range(0, lengths.size()).toArray());
    }

    static Arbitrary<WindowCase> ofSliding() {
        return of(SLIDING);
    }

    static Arbitrary<WindowCase> ofWhole() {
        return of(WHOLE);
    }

    private static Arbitrary<WindowCase> of(final List<DataSettings> kinds) {
        final var lengths = Arbitraries.integers().between(0, 40).list().ofMaxSize(6);
        final var settings = Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 7).optional(),
                        Arbitraries.integers().between(1, 20).optional(),
                        Arbitraries.of(BeyondMaximum.class),
                        Arbitraries.of(ForecastMode.class),
                        Arbitraries.integers().between(1, 5))
                .as(SequenceSettings::new);
        return Combinators.combine(
                        lengths,
                        settings,
                        Arbitraries.of(kinds),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.doubles().between(0, 0.9),
                        Arbitraries.longs())
                .as(WindowCase::of)
                .withoutEdgeCases();
    }

    private static WindowCase of(
            final List<Integer> lengths,
            final SequenceSettings sequences,
            final DataSettings data,
            final int firstStep,
            final int minimum,
            final double fraction,
            final long seed) {
        final var steps = steps(lengths);
        final var isFuture = data.predict() == Scope.FUTURE;
        final var windowing = new Windowing(
                data,
                sequences,
                isFuture ? firstStep : 0,
                isFuture ? Math.min(minimum, sequences.sequenceLength()) : sequences.sequenceLength(),
                sequences.stride().orElse(1));
        return new WindowCase(steps, windowing, split(steps, data, fraction, seed));
    }

    private static Split split(final Steps steps, final DataSettings data, final double fraction, final long seed) {
        final var random = new Random(seed);
        return new Split(
                steps,
                IntStream.range(0, steps.sequences())
                        .map(sequence -> {
                            if (data.isTargetPerStep()) {
                                return steps.to(sequence) - (int) Math.round(steps.length(sequence) * fraction);
                            }
                            return random.nextDouble() < fraction ? steps.from(sequence) : steps.to(sequence);
                        })
                        .toArray());
    }

    Windows training() {
        return Windows.of(steps, windowing, split.training());
    }

    Windows validation() {
        return Windows.of(steps, windowing, split.validation());
    }

    Windows predicting() {
        return Windows.predicting(steps, windowing, Split.all(steps));
    }

    /** The steps that a window is there to predict. */
    IntStream predicted(final Windows windows, final int window) {
        return windowing.data().predict() == Scope.FUTURE ? IntStream.of(windows.to(window)) : targets(windows, window);
    }

    /** The steps whose values are the targets of a window, if the network learns from all that there are. */
    IntStream targets(final Windows windows, final int window) {
        return switch (windowing.data().predict()) {
            case FUTURE -> IntStream.range(windows.to(window), windows.to(window) + windowing.ahead());
            case STEP -> IntStream.range(windows.targetFrom(window), windows.targetTo(window));
            case SEQUENCE -> windowing.data().isSliding()
                    ? IntStream.of(windows.to(window) - 1)
                    : IntStream.of(steps.from(windows.sequence(window)));
        };
    }

    Optional<Integer> maximum() {
        return Optional.of(windowing.longest()).filter(longest -> longest < Integer.MAX_VALUE);
    }
}
