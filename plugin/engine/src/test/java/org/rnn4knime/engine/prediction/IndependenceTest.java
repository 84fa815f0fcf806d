package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.Predicted;
import org.rnn4knime.engine.RawSequences;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.sequence.BeyondMaximum;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.UnknownValues;

/** A prediction depends on its own sequence and on no other one. */
class IndependenceTest {

    private static final int SEQUENCES = 9;

    /** What is predicted, and whether there is a value a sequence. */
    private record Case(String name, SequenceLayout layout, Setup setup, boolean isNominal) {

        boolean isWhole() {
            return setup.data().predict() == Scope.SEQUENCE;
        }

        Table table(final RawSequences raw) {
            return switch (layout) {
                case ROWS -> raw.rows();
                case LISTS -> raw.lists();
                default -> throw new IllegalArgumentException(layout.name());
            };
        }

        /** The first place of a sequence in its table. */
        int from(final RawSequences raw, final int sequence) {
            return isWhole() ? sequence : raw.from(sequence);
        }

        int length(final RawSequences raw, final int sequence) {
            return isWhole() ? 1 : raw.length(sequence);
        }

        @Override
        public String toString() {
            return layout + " " + setup.data().predict() + (isNominal ? " nominal " : " numeric ") + name;
        }
    }

    private static List<Case> cases() {
        final var cases = new ArrayList<Case>();
        final var both =
                new NetworkSettings(CellType.LSTM, 4, 1, true, Activation.TANH, Optional.empty(), Summary.MEAN, 0);
        for (final var layout : List.of(SequenceLayout.ROWS, SequenceLayout.LISTS)) {
            for (final var scope : Scope.values()) {
                for (final boolean isNominal : new boolean[] {false, true}) {
                    final var some = Data.of(layout, scope).features("x", "k").missing(MissingValues.LAST);
                    final var data =
                            layout == SequenceLayout.ROWS ? some.ids("id").order("t") : some;
                    final var setup = Setup.of(data);
                    cases.add(new Case("", layout, setup, isNominal));
                    cases.add(new Case(
                            "of a network that reads both ways",
                            layout,
                            setup.network(both).embedding(0, 2).maximum(3, BeyondMaximum.SPLIT),
                            isNominal));
                }
            }
        }
        final var future = Data.of(SequenceLayout.ROWS, Scope.FUTURE)
                .features("x", "k")
                .knownFuture("x", "k")
                .ids("id")
                .order("t")
                .unknown(UnknownValues.NO_PREDICTION);
        cases.add(new Case("direct", SequenceLayout.ROWS, Setup.of(future).direct(3), false));
        cases.add(new Case(
                "of a level",
                SequenceLayout.ROWS,
                Setup.of(future).transform(new TargetTransform(true, true, Optional.empty(), WindowLevel.MEAN)),
                false));
        return cases;
    }

    /** Sequences of 1 to 12 steps; what is to be predicted has some symbols that the training part lacks. */
    private static RawSequences raw(final Case some, final long seed, final boolean hasUnknown) {
        final var random = new Random(seed);
        final var raw = RawSequences.of(IntStream.range(0, SEQUENCES)
                .map(sequence -> 1 + random.nextInt(12))
                .toArray());
        if (!some.isWhole() && some.isNominal()) {
            raw.texts("y", (sequence, step) -> "y" + random.nextInt(3));
        } else if (!some.isWhole()) {
            raw.numbers("y", (sequence, step) -> 1 + random.nextDouble());
        }
        raw.numbers("x", (sequence, step) -> random.nextGaussian());
        raw.texts("k", (sequence, step) -> "k" + random.nextInt(hasUnknown && sequence % 3 == 0 ? 4 : 3));
        if (some.isWhole()) {
            final var classes = IntStream.range(0, SEQUENCES).mapToObj(sequence -> "y" + sequence % 3);
            raw.whole(
                    some.isNominal()
                            ? Examples.text("y", classes.toArray(String[]::new))
                            : Examples.numbers("y", random.doubles(SEQUENCES).toArray()));
        }
        return raw;
    }

    private static void assertPredicted(
            final Case some, final RnnModel model, final RawSequences raw, final double[][] all, final int... chosen) {
        final var part = raw.only(chosen);
        final var actual = Predicted.of(model, some.table(part));
        for (int place = 0; place < chosen.length; place++) {
            final var expected = slice(all, some.from(raw, chosen[place]), some.length(raw, chosen[place]));
            Predicted.assertEqual(expected, slice(actual, some.from(part, place), some.length(part, place)));
        }
    }

    private static double[][] slice(final double[][] all, final int from, final int length) {
        return Arrays.copyOfRange(all, from, from + length);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aloneTogetherShuffledOrAmongOthersASequenceIsPredictedTheSame(final Case some) {
        final var model = some.setup().train(some.table(raw(some, 1, false)));
        final var raw = raw(some, 2, true);
        final var all = Predicted.of(model, some.table(raw));
        assertTrue(Predicted.count(all) > SEQUENCES / 2, () -> Arrays.deepToString(all));

        assertPredicted(some, model, raw, all, 8, 3, 5, 0, 1, 7, 2, 6, 4);
        assertPredicted(some, model, raw, all, 0, 1, 2, 3);
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            if (!isTooShortAlone(some, raw, sequence)) {
                assertPredicted(some, model, raw, all, sequence);
            }
        }
    }

    /** One that gives no prediction is refused if there is no other. */
    private static boolean isTooShortAlone(final Case some, final RawSequences raw, final int sequence) {
        final var windowing = some.setup().settings().windowing(some.isNominal());
        return some.setup().data().isSliding() && raw.length(sequence) <= windowing.firstStep() + windowing.minimum();
    }
}
