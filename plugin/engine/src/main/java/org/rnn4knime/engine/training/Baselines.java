package org.rnn4knime.engine.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.EncodedSequences;
import org.rnn4knime.engine.encoding.Series;
import org.rnn4knime.engine.model.Baseline;
import org.rnn4knime.engine.model.Baseline.Kind;
import org.rnn4knime.engine.sequence.Boundary;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Split;

/**
 * Finds the simple rule that predicts best what is held back: a network is worth its training only if it beats that (Hyndman and
 * Athanasopoulos 2021, Forecasting: principles and practice, section 5.2).
 *
 * <p>The next numbers are predicted by the last value, the mean of what is learned, and the value one season before; the next classes by the
 * last one and the most frequent one; all other targets by the mean or the most frequent class. The last value is the one at the last step
 * that is read. Beyond one season ahead, the last season is repeated. Where a sequence does not reach one season back, the last value takes
 * the place of the one that is not there; where a value is missing, what the network reads in its place: the last known one or that of the
 * training part, as the settings say. A class that was not learned is never predicted.
 *
 * @param learned the sequences that are learned from
 * @param encoded the same, encoded
 * @param split which part of them is learned
 */
record Baselines(Sequences learned, EncodedSequences encoded, Split split) {

    /**
     * The rule that is best by a measure; of equally good ones the simplest, which needs the least of the training part: the last value
     * needs nothing, a mean one number, a season all.
     *
     * @param measure of what is held back, in the same sequences or in others
     * @param check is run again and again; what it throws ends the work
     * @return empty where nothing is known that could be measured, or nothing can be measured as a finite number
     */
    Optional<Baseline> best(final Measure measure, final Runnable check) {
        Optional<Baseline> best = Optional.empty();
        for (final var rival : rivals(measure)) {
            final var value = measure.value(rival.rule, check);
            if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
                continue;
            }
            if (best.isEmpty()
                    || measure.metric().isBetter(value.getAsDouble(), best.get().value())) {
                best = Optional.of(rival.baseline.apply(value.getAsDouble()));
            }
        }
        return best;
    }

    /** A rule, and what tells of it given its value. */
    private record Rival(Measure.Rule rule, Function<Double, Baseline> baseline) {

        static Rival of(final Kind kind, final Measure.Rule rule) {
            return new Rival(rule, value -> Baseline.of(kind, value));
        }
    }

    /** The simplest first. */
    private List<Rival> rivals(final Measure measure) {
        final var rivals = new ArrayList<Rival>();
        final var isFuture = learned.settings().predict() == Scope.FUTURE;
        if (measure.target() instanceof ClassTarget classes) {
            if (isFuture) {
                rivals.add(Rival.of(Kind.LAST_VALUE, lastClass(measure, classes)));
            }
            majority(classes)
                    .ifPresent(place -> rivals.add(new Rival(
                            (window, step) -> place,
                            value -> new Baseline(
                                    Kind.MAJORITY_CLASS,
                                    Optional.empty(),
                                    Optional.of(classes.names().get(place - classes.first())),
                                    value))));
            return rivals;
        }
        final var mean = mean();
        if (!isFuture) {
            return List.of(Rival.of(Kind.MEAN, (window, step) -> mean));
        }
        final var windows = measure.reader().windows();
        final var values = measure.reader().sequences().series().orElseThrow().values();
        rivals.add(Rival.of(Kind.LAST_VALUE, (window, step) -> values[windows.to(window) - 1]));
        rivals.add(Rival.of(Kind.MEAN, (window, step) -> mean));
        season().ifPresent(season -> rivals.add(new Rival(
                seasonal(measure, values, season),
                value -> new Baseline(Kind.SEASONAL_NAIVE, Optional.of(season), Optional.empty(), value))));
        return rivals;
    }

    private Optional<Integer> season() {
        final var series = encoded.series().map(Series::values).orElseThrow();
        return SeasonFinder.find(series, learned.steps(), split.training());
    }

    private static Measure.Rule seasonal(final Measure measure, final double[] values, final int season) {
        final var windows = measure.reader().windows();
        final var steps = measure.sequences().steps();
        return (window, step) -> {
            final var last = windows.to(window) - 1;
            // So many whole seasons that nothing behind the window is read.
            final var before = step - (step - last + season - 1) / season * season;
            return values[before < steps.from(windows.sequence(window)) ? last : before];
        };
    }

    /** The class at the last step as the network reads it. */
    private static Measure.Rule lastClass(final Measure measure, final ClassTarget classes) {
        final var windows = measure.reader().windows();
        final var own = measure.reader().sequences().inputs().stream()
                .filter(input -> input.feature().index() < 0)
                .findFirst()
                .orElseThrow()
                .values();
        return (window, step) -> {
            final var index = own[windows.to(window) - 1];
            return index > 0 ? index - 1 + classes.first() : Double.NaN;
        };
    }

    /** The place of the class that is most often learned; of equally frequent ones the first. The end of a text is none. */
    private OptionalInt majority(final ClassTarget classes) {
        final var places = classes.encode(target());
        final var counts = new long[classes.classes()];
        learnedTargets(index -> places[index]).forEach(place -> counts[(int) place]++);
        return IntStream.range(classes.first(), counts.length)
                .filter(place -> counts[place] > 0)
                .filter(place -> !classes.names().get(place - classes.first()).equals(Boundary.SYMBOL))
                .reduce((one, other) -> counts[other] > counts[one] ? other : one);
    }

    private double mean() {
        final var values = ((NumberColumn) target()).values();
        final var known = learnedTargets(index -> values[index]).toArray();
        // Divided first: the sum of very large values need not be finite.
        return Arrays.stream(known).map(value -> value / known.length).sum();
    }

    private Column target() {
        return learned.requiredTarget();
    }

    /** What is known of the targets that are learned. */
    private DoubleStream learnedTargets(final IntToDoubleFunction value) {
        final var steps = learned.steps();
        final var bounds = split.training();
        final var indices = learned.settings().isTargetPerStep()
                ? IntStream.range(0, steps.sequences())
                        .flatMap(sequence -> IntStream.range(bounds.from(sequence), bounds.to(sequence)))
                : IntStream.range(0, steps.sequences()).filter(split::hasTraining);
        return indices.mapToDouble(value).filter(known -> !Double.isNaN(known));
    }
}
