package org.rnn4knime.engine.prediction;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.EncodedSequences;
import org.rnn4knime.engine.encoding.NumberTarget;
import org.rnn4knime.engine.encoding.TargetEncoder;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.UnusableDataException;

/**
 * Collects what a network writes, place after place. Where several windows tell of one place, as the pieces of a sequence that is split,
 * their mean counts.
 */
abstract class ResultCollector {

    private final Sequences sequences;

    private final Slots slots;

    private final int[] counts;

    private final BitSet refused = new BitSet();

    private ResultCollector(final Sequences sequences, final Slots slots) {
        this.sequences = sequences;
        this.slots = slots;
        this.counts = new int[slots.size()];
    }

    static ResultCollector of(
            final TargetEncoder target, final Sequences sequences, final EncodedSequences encoded, final Slots slots) {
        return target instanceof ClassTarget classes
                ? new Classes(classes, sequences, slots)
                : new Numbers((NumberTarget) target, sequences, encoded, slots);
    }

    /**
     * Takes the outputs for a step.
     *
     * @param step that is predicted, or the last one that was read of its sequence
     * @param level of the window
     */
    final void take(final int sequence, final int step, final double level, final float[] outputs) {
        final var place = slots.of(sequences, sequence, step);
        if (place >= 0) {
            counts[place]++;
            add(place, step, level, outputs);
        }
    }

    abstract void add(int place, int step, double level, float[] outputs);

    /**
     * Leaves the place of a step without a prediction, whatever else is told of it.
     *
     * @return whether it was not left so before
     */
    final boolean refuse(final int sequence, final int step) {
        final var place = slots.of(sequences, sequence, step);
        final var isNew = place >= 0 && !refused.get(place);
        if (isNew) {
            refused.set(place);
        }
        return isNew;
    }

    /** How many windows told of a place; 0 for one that is left without a prediction. */
    final int count(final int place) {
        return refused.get(place) ? 0 : counts[place];
    }

    /** The predictions. */
    abstract Results results();

    private static final class Numbers extends ResultCollector {

        private final NumberTarget target;

        private final EncodedSequences encoded;

        private final double[] sums;

        Numbers(
                final NumberTarget target,
                final Sequences sequences,
                final EncodedSequences encoded,
                final Slots slots) {
            super(sequences, slots);
            this.target = target;
            this.encoded = encoded;
            this.sums = new double[slots.size()];
        }

        @Override
        void add(final int place, final int step, final double level, final float[] outputs) {
            sums[place] += encoded.series()
                    .map(series -> series.decode(outputs[0], level, step))
                    .orElseGet(() -> target.decode(outputs[0]));
        }

        @Override
        Results results() {
            for (int place = 0; place < sums.length; place++) {
                sums[place] = count(place) == 0 ? Double.NaN : sums[place] / count(place);
            }
            return new NumberResults(sums);
        }
    }

    private static final class Classes extends ResultCollector {

        /** An array cannot hold more. */
        private static final int MOST_PROBABILITIES = Integer.MAX_VALUE - 8;

        private final ClassTarget target;

        private final float[] sums;

        Classes(final ClassTarget target, final Sequences sequences, final Slots slots) {
            super(sequences, slots);
            this.target = target;
            this.sums = new float[size(slots.size(), target)];
        }

        private static int size(final int places, final ClassTarget target) {
            final var size = (long) places * target.classes();
            if (size > MOST_PROBABILITIES) {
                throw new UnusableDataException(
                        String.format(
                                Locale.ROOT,
                                "%,d predictions of \"%s\" with %,d classes each have %,d probabilities, but at most"
                                        + " %,d are possible.",
                                places,
                                target.column(),
                                target.classes(),
                                size,
                                MOST_PROBABILITIES),
                        "Predict some of the rows at a time.");
            }
            return (int) size;
        }

        @Override
        void add(final int place, final int step, final double level, final float[] outputs) {
            for (int index = 0; index < outputs.length; index++) {
                sums[place * outputs.length + index] += outputs[index];
            }
        }

        @Override
        Results results() {
            final var classes = target.classes();
            for (int place = 0; place < sums.length / classes; place++) {
                final var count = count(place);
                if (count == 0) {
                    Arrays.fill(sums, place * classes, (place + 1) * classes, Float.NaN);
                } else if (count > 1) {
                    for (int index = place * classes; index < (place + 1) * classes; index++) {
                        sums[index] /= count;
                    }
                }
            }
            return new ClassResults(target.names(), target.first(), sums);
        }
    }
}
