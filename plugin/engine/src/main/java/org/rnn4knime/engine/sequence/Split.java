package org.rnn4knime.engine.sequence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.rnn4knime.engine.sequence.Windows.Bounds;

/**
 * Each sequence in two parts, in time: first what is learned from, then what is held back. One of them may be empty.
 *
 * @param steps where the sequences lie
 * @param trainingEnds the step behind the last training step of each sequence, counted over all sequences; not copied
 */
public record Split(Steps steps, int[] trainingEnds) {

    /** All is learned from. */
    public static Split none(final Sequences sequences) {
        return inTime(sequences, 0);
    }

    /**
     * Holds back a fraction.
     *
     * @param how which part
     * @param fraction of the steps of each sequence, or of the sequences, rounded
     * @param seed of the sequences that are drawn
     * @throws UnusableDataException if sequences without classes are to be stratified
     */
    public static Split of(
            final Sequences sequences, final ValidationSplit how, final double fraction, final long seed) {
        return switch (resolved(sequences, how)) {
            case IN_TIME -> hasParts(sequences) ? inTime(sequences, fraction) : lastSequences(sequences, fraction);
            case STRATIFIED -> drawn(sequences, classes(sequences), fraction, seed);
            case BY_SEQUENCE, AUTOMATIC -> drawn(
                    sequences,
                    List.of(IntStream.range(0, sequences.size()).boxed().toList()),
                    fraction,
                    seed);
        };
    }

    /** Refuses a way that does not fit what is predicted with an IllegalArgumentException. */
    public static void requireFitting(final DataSettings data, final ValidationSplit how) {
        if (how == ValidationSplit.STRATIFIED && data.isTargetPerStep()) {
            throw new IllegalArgumentException(
                    "Only sequences that have one class each can be stratified." + " Choose another validation split.");
        }
        if (how == ValidationSplit.BY_SEQUENCE && data.isOneSeries()) {
            throw new IllegalArgumentException("Without sequence ID columns there is one sequence only, so no whole"
                    + " sequence can be held back. Choose another validation split, or sequence ID columns.");
        }
    }

    private static ValidationSplit resolved(final Sequences sequences, final ValidationSplit how) {
        if (how != ValidationSplit.AUTOMATIC) {
            return how;
        }
        // The end of a text is to be learned too, so texts are not cut, unless there is but one.
        final var areTexts = sequences.settings().layout() == SequenceLayout.TEXT && sequences.size() > 1;
        if ((sequences.settings().isSliding() && !areTexts)
                || sequences.settings().isOneSeries()) {
            return ValidationSplit.IN_TIME;
        }
        final var hasClasses = !sequences.settings().isTargetPerStep()
                && sequences.target().filter(TextColumn.class::isInstance).isPresent();
        return hasClasses ? ValidationSplit.STRATIFIED : ValidationSplit.BY_SEQUENCE;
    }

    private static boolean hasParts(final Sequences sequences) {
        return sequences.settings().isTargetPerStep();
    }

    private static Split inTime(final Sequences sequences, final double fraction) {
        final var steps = sequences.steps();
        return new Split(
                steps,
                IntStream.range(0, steps.sequences())
                        .map(sequence -> steps.to(sequence) - (int) Math.round(steps.length(sequence) * fraction))
                        .toArray());
    }

    /** The last ones by their last steps, or as the table names them where no column tells the order. */
    private static Split lastSequences(final Sequences sequences, final double fraction) {
        final var rows = sequences.steps().rows();
        final var inTime = IntStream.range(0, sequences.size())
                .boxed()
                .sorted(sequences
                        .order()
                        .<Comparator<Integer>>map(order -> (one, other) -> order.compare(rows[one], rows[other]))
                        .orElse(Comparator.naturalOrder()))
                .toList();
        final var kept = sequences.size() - (int) Math.round(sequences.size() * fraction);
        return heldBack(sequences, inTime.subList(kept, inTime.size()));
    }

    private static Split heldBack(final Sequences sequences, final List<Integer> held) {
        final var steps = sequences.steps();
        final var ends = IntStream.range(0, steps.sequences()).map(steps::to).toArray();
        held.forEach(sequence -> ends[sequence] = steps.from(sequence));
        return new Split(steps, ends);
    }

    private static Split drawn(
            final Sequences sequences, final List<List<Integer>> strata, final double fraction, final long seed) {
        final var random = new Random(seed);
        final var held = new ArrayList<Integer>();
        for (final var stratum : strata) {
            final var shuffled = new ArrayList<>(stratum);
            Collections.shuffle(shuffled, random);
            held.addAll(shuffled.subList(0, (int) Math.round(stratum.size() * fraction)));
        }
        return heldBack(sequences, held);
    }

    /** The sequences of each class; those without one are never held back, as nothing can be measured by them. */
    private static List<List<Integer>> classes(final Sequences sequences) {
        final var target = sequences.target().orElseThrow();
        if (!(target instanceof TextColumn)) {
            throw new UnusableDataException(
                    "The target column \"" + target.name()
                            + "\" holds numbers, but only sequences with one class each can" + " be stratified.",
                    "Choose another validation split.");
        }
        final var members = new TreeMap<String, List<Integer>>();
        for (int sequence = 0; sequence < sequences.size(); sequence++) {
            final var member = sequence;
            target.text(sequence).ifPresent(name -> members.computeIfAbsent(name, key -> new ArrayList<>())
                    .add(member));
        }
        return List.copyOf(members.values());
    }

    /** Whether a step is learned from. */
    public boolean isTraining(final int sequence, final int step) {
        return step < trainingEnds[sequence];
    }

    /** Whether a sequence has anything to learn from. */
    public boolean hasTraining(final int sequence) {
        return trainingEnds[sequence] > steps.from(sequence);
    }

    /** The targets to learn. */
    public Bounds training() {
        return bounds(steps::from, sequence -> trainingEnds[sequence]);
    }

    /** The targets that are held back. */
    public Bounds validation() {
        return bounds(sequence -> trainingEnds[sequence], steps::to);
    }

    /** All targets. */
    public static Bounds all(final Steps steps) {
        return bounds(steps::from, steps::to);
    }

    /** Targets from (inclusive) to (exclusive), both given for the index of a sequence. */
    public static Bounds bounds(final IntUnaryOperator from, final IntUnaryOperator to) {
        return new Bounds() {
            @Override
            public int from(final int sequence) {
                return from.applyAsInt(sequence);
            }

            @Override
            public int to(final int sequence) {
                return to.applyAsInt(sequence);
            }
        };
    }
}
