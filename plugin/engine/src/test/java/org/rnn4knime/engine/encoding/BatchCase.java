package org.rnn4knime.engine.encoding;

import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.RawSequences;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.sequence.BeyondMaximum;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;

/**
 * Sequences drawn at random, and what is read of them: a number "x", a nominal value "k" that is read as one-hot vector, one "z" that is
 * embedded, and a target "y".
 */
record BatchCase(
        RawSequences raw, Encoded encoded, boolean isNominal, boolean isKnownFuture, int ahead, WindowLevel level) {

    static final int MOST_ONE_HOT = 3;

    private static final int STEPS = 7;

    /** One that the seed draws. */
    static BatchCase of(final SequenceLayout layout, final Scope scope, final boolean isNominal, final long seed) {
        final var random = new Random(seed);
        final var isWhole = scope == Scope.SEQUENCE;
        final var raw = raw(layout, isWhole, isNominal, random);
        final var isFuture = scope == Scope.FUTURE;
        final var isKnownFuture = isFuture && layout == SequenceLayout.ROWS && random.nextBoolean();
        final var ahead = isFuture && !isNominal ? 1 + random.nextInt(3) : 1;
        final var level = isFuture && !isNominal ? WindowLevel.values()[random.nextInt(3)] : WindowLevel.NONE;
        final var setup = Setup.of(data(layout, scope, raw, isKnownFuture))
                .length(1 + random.nextInt(4))
                .stride(1 + random.nextInt(2))
                .maximum(2 + random.nextInt(6), BeyondMaximum.values()[random.nextInt(3)])
                .direct(ahead)
                .normalization(level == WindowLevel.NONE ? Normalization.Z_SCORE : Normalization.NONE)
                .transform(new TargetTransform(false, false, Optional.empty(), level))
                .embedding(MOST_ONE_HOT, 2);
        final var table =
                switch (layout) {
                    case ROWS -> raw.rows();
                    case COLUMNS -> raw.columns();
                    case LISTS -> raw.lists();
                    case TEXT -> throw new IllegalArgumentException("not as texts");
                };
        return new BatchCase(raw, Encoded.of(setup, table), isNominal, isKnownFuture, isFuture ? ahead : 1, level);
    }

    private static RawSequences raw(
            final SequenceLayout layout, final boolean isWhole, final boolean isNominal, final Random random) {
        final var count = 2 + random.nextInt(4);
        final var areEquallyLong = layout == SequenceLayout.COLUMNS;
        // A sequence without a row is none.
        final var shortest = layout == SequenceLayout.ROWS ? 1 : 0;
        // The first is long enough for any window.
        final var raw = RawSequences.of(IntStream.range(0, count)
                .map(sequence -> areEquallyLong || sequence == 0 ? STEPS : shortest + random.nextInt(STEPS + 4))
                .toArray());
        if (!isWhole && isNominal) {
            raw.texts("y", (sequence, step) -> "y" + random.nextInt(3));
        } else if (!isWhole) {
            raw.numbers("y", (sequence, step) -> 100 * random.nextGaussian());
        }
        raw.numbers("x", (sequence, step) -> 5 + random.nextGaussian());
        raw.texts("k", (sequence, step) -> "k" + random.nextInt(MOST_ONE_HOT));
        raw.texts("z", (sequence, step) -> "z" + (sequence == 0 ? step : random.nextInt(20)));
        if (isWhole) {
            raw.whole(
                    isNominal
                            ? Examples.text(
                                    "y",
                                    IntStream.range(0, count)
                                            .mapToObj(sequence -> "y" + random.nextInt(3))
                                            .toArray(String[]::new))
                            : Examples.numbers("y", random.doubles(count).toArray()));
        }
        return raw;
    }

    private static Data data(
            final SequenceLayout layout, final Scope scope, final RawSequences raw, final boolean isKnownFuture) {
        final var data = Data.of(layout, scope);
        return switch (layout) {
            case ROWS -> data.features("x", "k", "z")
                    .knownFuture(isKnownFuture ? new String[] {"z", "x"} : new String[0])
                    .ids("id")
                    .order("t");
            case COLUMNS -> scope == Scope.FUTURE
                    ? data.target("")
                            .features(raw.columnNames("y", "x", "k", "z"))
                            .perStep(4)
                    : data.features(raw.columnNames("x", "k", "z")).perStep(3);
            default -> data.features("x", "k", "z");
        };
    }

    @Override
    public String toString() {
        return encoded.windowing() + ", known in the future: " + isKnownFuture + ", level: " + level;
    }

    Scope scope() {
        return encoded.windowing().data().predict();
    }
}
