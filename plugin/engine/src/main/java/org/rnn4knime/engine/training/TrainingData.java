package org.rnn4knime.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rnn4knime.engine.encoding.BatchReader;
import org.rnn4knime.engine.encoding.BatchReader.Targets;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.EncodedSequences;
import org.rnn4knime.engine.encoding.EncoderFit;
import org.rnn4knime.engine.encoding.Encoders;
import org.rnn4knime.engine.encoding.TargetEncoder;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Sequences.Truth;
import org.rnn4knime.engine.sequence.Split;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.sequence.TooFewRows;
import org.rnn4knime.engine.sequence.UnusableDataException;
import org.rnn4knime.engine.sequence.Windowing;
import org.rnn4knime.engine.sequence.Windows;

/**
 * The sequences of the table to learn from.
 *
 * @param settings all that the user decides
 * @param sequences of the whole table
 * @param split what is learned from, and what is held back
 * @param windowing how windows are cut
 * @param windows to learn from
 */
record TrainingData(RnnSettings settings, Sequences sequences, Split split, Windowing windowing, Windows windows) {

    /**
     * Finds the sequences, and what to learn from.
     *
     * @param holdsBack whether a part of this table is held back, as the settings say
     */
    static TrainingData of(final Table table, final RnnSettings settings, final boolean holdsBack) {
        final var sequences = Sequences.of(table, settings.data(), Truth.COMPLETE);
        sequences.requiredTarget();
        final var hasClasses = hasClasses(sequences);
        settings.requireFitting(hasClasses);
        final var training = settings.training();
        final var split = holdsBack
                ? Split.of(
                        sequences,
                        training.validation().split(),
                        training.validation().fraction(),
                        training.seed())
                : Split.none(sequences);
        final var windowing = settings.windowing(hasClasses);
        final var windows = Windows.of(sequences.steps(), windowing, learnable(sequences, split));
        final var data = new TrainingData(settings, sequences, split, windowing, windows);
        if (windows.size() == 0) {
            throw data.nothing();
        }
        return data;
    }

    static boolean hasClasses(final Sequences sequences) {
        return sequences.target().filter(TextColumn.class::isInstance).isPresent();
    }

    /** A sequence without its one target teaches nothing. */
    private static Windows.Bounds learnable(final Sequences sequences, final Split split) {
        final var bounds = split.training();
        if (sequences.settings().isTargetPerStep()) {
            return bounds;
        }
        final var target = sequences.target().orElseThrow();
        return Split.bounds(
                bounds::from, sequence -> target.isMissing(sequence) ? bounds.from(sequence) : bounds.to(sequence));
    }

    Encoders fit() {
        return EncoderFit.of(settings.encoding(), sequences, split, windows);
    }

    BatchReader reader(final EncodedSequences encoded, final NetworkPlan plan) {
        return new BatchReader(
                encoded,
                windows,
                windowing,
                plan.outputs().scope() == Outputs.Scope.STEP ? Targets.EACH_STEP : Targets.ONE);
    }

    /**
     * Reads some of the windows to learn from, with the targets that predictions are measured by.
     *
     * @param most windows that are wanted
     */
    BatchReader sample(final EncodedSequences encoded, final NetworkPlan plan, final int most) {
        return new BatchReader(
                encoded,
                windows.spread(most),
                windowing,
                plan.outputs().scope() == Outputs.Scope.STEP ? Targets.LAST_OF_EACH_STEP : Targets.ONE);
    }

    /** What is held back of this table. */
    HeldBack heldBack(final EncodedSequences encoded) {
        final var held = Windows.of(sequences.steps(), windowing, split.validation());
        final var warnings = new ArrayList<String>();
        final var fraction = settings.training().validation().fraction();
        if (fraction > 0 && held.size() == 0) {
            warnings.add("There is no validation loss: the validation fraction " + fraction
                    + " of the table holds nothing to predict. Raise it, or give more rows.");
        }
        return new HeldBack(sequences, encoded, windowing, held, warnings);
    }

    /** Sentences about the table. */
    List<String> warnings() {
        final var warnings = new ArrayList<>(sequences.warnings());
        TooFewRows.warning(sequences, windowing.shortest()).ifPresent(warnings::add);
        windowing.cutOff(sequences).ifPresent(warnings::add);
        withoutTarget().ifPresent(warnings::add);
        return warnings;
    }

    private Optional<String> withoutTarget() {
        final var target = sequences.target().orElseThrow();
        final var missing =
                IntStream.range(0, target.size()).filter(target::isMissing).count();
        if (missing == 0) {
            return Optional.empty();
        }
        final var unit = settings.data().isTargetPerStep() ? "time step" : "sequence";
        return Optional.of((missing == 1 ? "1 " + unit + " has" : missing + " " + unit + "s have")
                + " no value in the target column \"" + target.name() + "\" and "
                + (missing == 1 ? "is" : "are") + " not learned from.");
    }

    /** A sentence about classes in this table that encoders of another table do not know. */
    Optional<String> unknownClasses(final TargetEncoder target) {
        if (!(target instanceof ClassTarget classes) || classes.hasUnknown()) {
            return Optional.empty();
        }
        final var column = sequences.target().orElseThrow();
        final var places = classes.encode(column);
        final var unknown = IntStream.range(0, places.length)
                .filter(index -> Float.isNaN(places[index]) && !column.isMissing(index))
                .toArray();
        return unknown.length == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "The target column \"%s\" has %,d value%s of classes that the model does not know, such as \"%s\":"
                                + " nothing is learned from these. Train a new model to learn new classes.",
                        column.name(),
                        unknown.length,
                        unknown.length == 1 ? "" : "s",
                        column.text(unknown[0]).orElseThrow()));
    }

    private UnusableDataException nothing() {
        final var fraction = settings.training().validation().fraction();
        final var needed = windowing.shortest();
        int withHeldBack = needed;
        while (settings.data().isSliding() && withHeldBack - Math.round(withHeldBack * fraction) < needed) {
            withHeldBack++;
        }
        final var isLeftOut = IntStream.range(0, sequences.size())
                .filter(sequence -> sequences.readableLength(sequence) >= needed)
                .anyMatch(sequence -> !settings.data().isSliding() || !split.hasTraining(sequence));
        if (isLeftOut) {
            return new UnusableDataException(
                    "No sequence is left to learn from: each has no value in the target column \""
                            + settings.data().targetName() + "\" or is held back.",
                    "Give more rows with a target, or lower the validation fraction.");
        }
        return TooFewRows.in(
                sequences,
                withHeldBack,
                settings.data().isSliding() ? "for " + needs(fraction) : "to learn from",
                settings.data().isSliding()
                        ? "Lower the sequence length, or give more rows."
                        : "Give a table with rows.");
    }

    /** The settings for which so many rows are needed. */
    private String needs(final double fraction) {
        final var needs = new ArrayList<String>();
        needs.add("a sequence length of " + settings.sequences().sequenceLength());
        if (windowing.firstStep() > 0) {
            needs.add("differences");
        }
        if (windowing.ahead() > 1) {
            needs.add("a horizon of " + windowing.ahead());
        }
        if (fraction > 0) {
            needs.add("a validation fraction of " + NumberColumn.text(fraction));
        }
        final var last = needs.remove(needs.size() - 1);
        return needs.isEmpty() ? last : String.join(", ", needs) + " and " + last;
    }
}
