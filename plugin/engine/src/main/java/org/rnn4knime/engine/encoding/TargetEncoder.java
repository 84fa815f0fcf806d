package org.rnn4knime.engine.encoding;

import java.util.Objects;
import java.util.stream.IntStream;
import org.rnn4knime.engine.sequence.Sequence;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Split;
import org.rnn4knime.engine.sequence.UnusableDataException;

/**
 * Between the target in the user's units and what a network reads and writes.
 *
 * @param transform done first
 * @param scaler fitted to the transformed values of the training part
 */
public record TargetEncoder(TargetTransform transform, Scaler scaler) {

    /** Refuses null. */
    public TargetEncoder {
        Objects.requireNonNull(transform);
        Objects.requireNonNull(scaler);
    }

    /**
     * Fits an encoder to the training part, which needs at least one step beyond the first of a sequence.
     *
     * @throws UnusableDataException if a logarithm is wanted of a value that is not above zero, in whatever part
     */
    public static TargetEncoder fit(final EncodingSettings settings, final Sequences sequences, final Split split) {
        final var unscaled =
                new TargetEncoder(new TargetTransform(settings.logarithm(), settings.difference()), new Scaler(0, 1));
        final var training = IntStream.range(0, sequences.size())
                .boxed()
                .flatMapToDouble(index -> {
                    final var encoded =
                            unscaled.encode(sequences, sequences.all().get(index));
                    return IntStream.range(unscaled.firstStep(), split.trainingLength(index))
                            .mapToDouble(step -> encoded[step]);
                })
                .toArray();
        return new TargetEncoder(unscaled.transform, Scaler.fit(settings.normalization(), training));
    }

    /** The first step of a sequence that has an encoded value: 1 with a difference, otherwise 0. */
    public int firstStep() {
        return transform.firstStep();
    }

    /**
     * Encodes a sequence, one value a step; NaN before the first step that has one, and where the target is missing.
     *
     * @throws UnusableDataException if a logarithm is wanted of a value that is not above zero
     */
    public double[] encode(final Sequences sequences, final Sequence sequence) {
        final var target = sequence.target();
        final var encoded = new double[target.length];
        for (int step = 0; step < target.length; step++) {
            if (transform.logarithm() && target[step] <= 0) {
                throw noLogarithm(sequences, sequence, step);
            }
            encoded[step] = step < firstStep()
                    ? Double.NaN
                    : scaler.scale(transform.transform(target[step], step == 0 ? Double.NaN : target[step - 1]));
        }
        return encoded;
    }

    /** Encodes all sequences, each as {@link #encode(Sequences, Sequence)} does. */
    public double[][] encode(final Sequences sequences) {
        return sequences.all().stream()
                .map(sequence -> encode(sequences, sequence))
                .toArray(double[][]::new);
    }

    /**
     * The value of a step in the user's units.
     *
     * @param encoded what a network wrote
     * @param before the value of the step before, in the user's units
     */
    public double decode(final double encoded, final double before) {
        return transform.invert(scaler.invert(encoded), before);
    }

    private static UnusableDataException noLogarithm(
            final Sequences sequences, final Sequence sequence, final int step) {
        return new UnusableDataException(
                "The logarithm needs targets above 0, but the row \"" + sequences.rowId(sequence, step) + "\" holds "
                        + sequence.target()[step] + ".",
                "Switch the logarithm off, or shift the target before.");
    }
}
