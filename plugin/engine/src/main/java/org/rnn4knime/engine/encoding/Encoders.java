package org.rnn4knime.engine.encoding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Sequences;

/**
 * All that is fitted on the training part.
 *
 * @param target what is predicted
 * @param ownPast how the target's past is read where its next values are predicted
 * @param features what else is read
 */
public record Encoders(TargetEncoder target, Optional<OwnPast> ownPast, List<FeatureEncoder> features) {

    /**
     * How the target's past is read.
     *
     * @param mean the training part's, for numbers that are missing
     * @param symbols how symbols are read; empty for numbers
     * @param missingValues whether the last known number takes the place of a missing one
     */
    public record OwnPast(double mean, Optional<NominalEncoder> symbols, MissingValues missingValues) {

        /** Refuses null. */
        public OwnPast {
            Objects.requireNonNull(symbols);
            Objects.requireNonNull(missingValues);
        }
    }

    /** Copies the list; refuses null. */
    public Encoders {
        Objects.requireNonNull(target);
        Objects.requireNonNull(ownPast);
        features = List.copyOf(features);
    }

    /** All nominal columns and symbols that are read. */
    public List<NominalEncoder> nominals() {
        return Stream.concat(ownPast.flatMap(OwnPast::symbols).stream(), features.stream())
                .filter(NominalEncoder.class::isInstance)
                .map(NominalEncoder.class::cast)
                .toList();
    }

    /**
     * What the network reads besides the past of a number that is its target: numbers first, indices last.
     *
     * @param outputs the steps ahead that the network writes at once, for features that are known in the future
     */
    public List<InputFeature> inputs(final DataSettings data, final int outputs) {
        final var inputs = new ArrayList<InputFeature>();
        ownPast.flatMap(OwnPast::symbols).ifPresent(symbols -> inputs.add(new InputFeature(symbols, -1, 0)));
        for (int index = 0; index < features.size(); index++) {
            final var feature = features.get(index);
            if (data.knownFutureColumns().contains(feature.column())) {
                for (int ahead = 1; ahead <= outputs; ahead++) {
                    inputs.add(new InputFeature(feature, index, ahead));
                }
            } else {
                inputs.add(new InputFeature(feature, index, 0));
            }
        }
        inputs.sort(Comparator.comparing(input -> input.encoder().kind() == InputKind.INDEX));
        return inputs;
    }

    /** Whether the past of a number is read, as the first of the numbers. */
    public boolean readsOwnNumber() {
        return ownPast.isPresent() && target instanceof NumberTarget;
    }

    /**
     * Refuses targets that nothing can be measured by.
     *
     * @throws org.rnn4knime.engine.sequence.UnusableDataException if a logarithm is wanted of a value that is not above zero
     */
    public void requireTargets(final Sequences sequences) {
        if (target instanceof NumberTarget numbers) {
            sequences
                    .target()
                    .map(NumberEncoder::numbers)
                    .ifPresent(values -> Series.requireLogarithm(numbers.transform(), values, sequences));
        }
    }

    /**
     * Encodes sequences.
     *
     * @param outputs the steps ahead that the network writes at once
     * @throws org.rnn4knime.engine.sequence.UnusableDataException if a column is of another kind than the one that was learned from, or a
     *     logarithm is wanted of a value that is not above zero and is read
     */
    public EncodedSequences encode(final Sequences sequences, final int outputs) {
        final var channels = new HashMap<FeatureEncoder, float[]>();
        final var inputs = new ArrayList<EncodedSequences.Input>();
        for (final var input : inputs(sequences.settings(), outputs)) {
            final var values = channels.computeIfAbsent(
                    input.encoder(), encoder -> encoder.encode(input.column(sequences), sequences.steps()));
            inputs.add(new EncodedSequences.Input(input, values));
        }
        if (readsOwnNumber()) {
            final var series = Series.of((NumberTarget) target, ownPast.orElseThrow(), sequences);
            return new EncodedSequences(sequences.steps(), Optional.of(series), inputs, Optional.empty());
        }
        return new EncodedSequences(
                sequences.steps(), Optional.empty(), inputs, sequences.target().map(target::encode));
    }
}
