package org.rnn4knime.engine.encoding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.rnn4knime.engine.sequence.Boundary;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.Interrupts;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Split;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.sequence.UnusableDataException;
import org.rnn4knime.engine.sequence.Windows;

/** Fits encoders to the training part of sequences, and to nothing else. */
public final class EncoderFit {

    private final EncodingSettings settings;

    private final Sequences sequences;

    private final Split split;

    private final Windows windows;

    private EncoderFit(
            final EncodingSettings settings, final Sequences sequences, final Split split, final Windows windows) {
        this.settings = settings;
        this.sequences = sequences;
        this.split = split;
        this.windows = windows;
    }

    /**
     * Fits encoders.
     *
     * @param windows to learn from, at least one
     * @throws UnusableDataException if a column has no value in the training part, no symbol is there often enough, or a logarithm is
     *     wanted of a value that is not above zero
     */
    public static Encoders of(
            final EncodingSettings settings, final Sequences sequences, final Split split, final Windows windows) {
        return new EncoderFit(settings, sequences, split, windows).encoders();
    }

    private Encoders encoders() {
        final var ownPast = sequences.settings().predict() == Scope.FUTURE
                ? Optional.of(ownPast())
                : Optional.<Encoders.OwnPast>empty();
        return new Encoders(
                target(ownPast),
                ownPast,
                sequences.features().stream().map(this::feature).toList());
    }

    private Column targetColumn() {
        return sequences.target().orElseThrow();
    }

    private FeatureEncoder feature(final Column column) {
        return column instanceof NumberColumn numbers ? number(numbers) : nominal((TextColumn) column);
    }

    private NumberEncoder number(final NumberColumn column) {
        final var values = training(column);
        return new NumberEncoder(
                column.name(),
                Scaler.fit(settings.normalization(), values),
                mean(values),
                sequences.settings().missingValues());
    }

    private NominalEncoder nominal(final TextColumn column) {
        final var counts = counts(column, this::isTrainingStep);
        final var isText = sequences.settings().layout() == SequenceLayout.TEXT;
        final var vocabulary = Vocabulary.fit(isText ? settings.vocabulary() : VocabularySettings.ALL, counts);
        final var mostFrequent = counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> empty(column));
        if (vocabulary.values().stream().allMatch(Boundary.SYMBOL::equals)) {
            throw new UnusableDataException(
                    "No symbol of the column \"" + column.name() + "\" is there "
                            + settings.vocabulary().minimumCount()
                            + " times in the part of the table that is learned from.",
                    "Lower the minimum count of a symbol.");
        }
        return new NominalEncoder(
                column.name(),
                vocabulary,
                vocabulary.size() > settings.mostOneHot(),
                vocabulary.indices(List.of(mostFrequent))[0],
                sequences.settings().missingValues());
    }

    private Encoders.OwnPast ownPast() {
        final var missingValues = sequences.settings().missingValues();
        if (targetColumn() instanceof NumberColumn numbers) {
            return new Encoders.OwnPast(mean(training(numbers)), Optional.empty(), missingValues);
        }
        return new Encoders.OwnPast(0, Optional.of(nominal((TextColumn) targetColumn())), missingValues);
    }

    private TargetEncoder target(final Optional<Encoders.OwnPast> ownPast) {
        if (!(targetColumn() instanceof NumberColumn numbers)) {
            return classes((TextColumn) targetColumn(), ownPast);
        }
        if (ownPast.isPresent()) {
            return series(numbers, ownPast.get());
        }
        final var transform = settings.targetTransform();
        Series.requireLogarithm(transform, numbers.values(), sequences);
        final var values = trainingTargets(numbers).map(transform::level).toArray();
        return new NumberTarget(
                numbers.name(), transform, Scaler.fit(settings.normalization(), required(values, numbers)));
    }

    private ClassTarget classes(final TextColumn column, final Optional<Encoders.OwnPast> ownPast) {
        if (ownPast.isPresent()) {
            return new ClassTarget(
                    column.name(), ownPast.get().symbols().orElseThrow().vocabulary(), true);
        }
        final var counts =
                counts(column, sequences.settings().isTargetPerStep() ? this::isTrainingStep : split::hasTraining);
        if (counts.isEmpty()) {
            throw empty(column);
        }
        return new ClassTarget(column.name(), Vocabulary.fit(VocabularySettings.ALL, counts), false);
    }

    /** The scaler sees transformed values; with a level, as the windows show them. */
    private NumberTarget series(final NumberColumn column, final Encoders.OwnPast ownPast) {
        final var unscaled = new NumberTarget(column.name(), settings.targetTransform(), new Scaler(0, 1));
        final var series = Series.of(unscaled, ownPast, sequences);
        final var values = settings.targetTransform().windowLevel() == WindowLevel.NONE
                ? IntStream.range(0, series.transformed().length)
                        .filter(this::isTrainingStep)
                        .filter(step -> !Double.isNaN(series.transformed()[step]) && series.isLearned(step))
                        .mapToDouble(step -> series.transformed()[step])
                        .toArray()
                : IntStream.range(0, windows.size())
                        .filter(window -> series.isLearned(windows.to(window)))
                        .mapToDouble(window -> series.transformed()[windows.to(window)]
                                - series.level(windows.from(window), windows.to(window)))
                        .toArray();
        return new NumberTarget(
                column.name(),
                settings.targetTransform(),
                Scaler.fit(settings.normalization(), required(values, column)));
    }

    private DoubleStream trainingTargets(final NumberColumn column) {
        final IntPredicate isTraining =
                sequences.settings().isTargetPerStep() ? this::isTrainingStep : split::hasTraining;
        return IntStream.range(0, column.size())
                .filter(isTraining)
                .mapToDouble(index -> column.values()[index])
                .filter(value -> !Double.isNaN(value));
    }

    /** The training steps at which a feature has a value. */
    private IntStream trainingSteps(final Column column) {
        return IntStream.range(0, column.size()).filter(this::isTrainingStep).filter(step -> !column.isMissing(step));
    }

    private double[] training(final NumberColumn column) {
        return required(
                trainingSteps(column).mapToDouble(step -> column.values()[step]).toArray(), column);
    }

    private boolean isTrainingStep(final int step) {
        Interrupts.refuse();
        return split.isTraining(sequences.steps().sequenceOf(step), step);
    }

    private static Map<String, Integer> counts(final TextColumn column, final IntPredicate isTraining) {
        final var counts = new int[column.dictionary().size()];
        for (int index = 0; index < column.size(); index++) {
            if (column.codes()[index] >= 0 && isTraining.test(index)) {
                counts[column.codes()[index]]++;
            }
        }
        final var named = new HashMap<String, Integer>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                named.put(column.dictionary().get(code), counts[code]);
            }
        }
        return named;
    }

    private static double[] required(final double[] values, final Column column) {
        if (values.length == 0) {
            throw empty(column);
        }
        return values;
    }

    private static double mean(final double[] values) {
        // Divided first: the sum of very large values need not be finite.
        return Arrays.stream(values).map(value -> value / values.length).sum();
    }

    private static UnusableDataException empty(final Column column) {
        return new UnusableDataException(
                "The column \"" + column.name() + "\" has no value in the part of the table that is learned from.",
                "Choose another column, or a smaller validation fraction.");
    }
}
