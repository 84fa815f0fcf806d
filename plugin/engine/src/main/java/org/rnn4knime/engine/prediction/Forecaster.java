package org.rnn4knime.engine.prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.sequence.Order;
import org.rnn4knime.engine.sequence.Sequence;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Sequences.Truth;
import org.rnn4knime.engine.sequence.SettingRange;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TooFewRows;

/** Forecasts beyond the last row of each sequence; each step reads the forecasts before it as if they were true. */
public final class Forecaster {

    /** The most steps ahead. */
    public static final int LONGEST = 100_000;

    private Forecaster() {}

    /** Refuses a horizon out of range with an IllegalArgumentException. */
    public static void requireHorizon(final int horizon) {
        SettingRange.requireBetween("Horizon", horizon, 1, LONGEST);
    }

    /**
     * Forecasts the next values of each sequence that is long enough. Where the steps of the order column are not all equal,
     * it continues with the most usual one, and a warning says so.
     *
     * @param model as trained
     * @param history holds the columns that the model's settings name; no target may be missing
     * @param horizon the number of steps ahead, from 1 to {@link #LONGEST}
     * @throws org.rnn4knime.engine.sequence.UnusableDataException if the history does not hold what the model needs
     * @throws org.rnn4knime.engine.runtime.UnsupportedPlatformException if nothing can be computed on this platform
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Forecast forecast(final RnnModel model, final Table history, final int horizon) {
        requireHorizon(horizon);
        final var rowsBefore = model.settings().rowsBefore();
        final var sequences = Sequences.of(history, model.settings().data(), Truth.COMPLETE);
        // One row tells no step to continue the order column by.
        final var needed = sequences.order().isPresent() ? Math.max(2, rowsBefore) : rowsBefore;
        final var able = sequences.all().stream()
                .filter(sequence -> sequence.length() >= needed)
                .toList();
        if (able.isEmpty()) {
            throw TooFewRows.in(
                    sequences,
                    needed,
                    "to forecast from" + (needed > rowsBefore ? " and to continue the order column" : ""),
                    "Give more history, or train a model with a shorter sequence length.");
        }
        final var values = values(model, sequences, able, horizon);
        return new Forecast(
                IntStream.range(0, able.size())
                        .mapToObj(index -> forecast(able.get(index), sequences, values[index]))
                        .toList(),
                warnings(sequences, able, needed, values));
    }

    /** [sequence, step], in the user's units. */
    private static double[][] values(
            final RnnModel model, final Sequences sequences, final List<Sequence> able, final int horizon) {
        final var length = model.settings().sequences().sequenceLength();
        final var steps = able.stream()
                .map(sequence -> lastSteps(model.encoder().encode(sequences, sequence), length, horizon))
                .toArray(double[][]::new);
        final var before = able.stream()
                .mapToDouble(sequence -> sequence.target()[sequence.length() - 1])
                .toArray();
        final var values = new double[able.size()][horizon];
        try (var inference = new Inference(model)) {
            for (int ahead = 0; ahead < horizon; ahead++) {
                final var target = length + ahead;
                final var outputs = inference.predict(able.size(), index -> steps[index], index -> target);
                for (int index = 0; index < outputs.length; index++) {
                    steps[index][target] = outputs[index];
                    before[index] = model.encoder().decode(outputs[index], before[index]);
                    values[index][ahead] = before[index];
                }
            }
        }
        return values;
    }

    /** The last steps, with room for as many forecasts. */
    private static double[] lastSteps(final double[] encoded, final int length, final int horizon) {
        return Arrays.copyOfRange(encoded, encoded.length - length, encoded.length + horizon);
    }

    private static ForecastSequence forecast(
            final Sequence sequence, final Sequences sequences, final double[] values) {
        return new ForecastSequence(
                sequence.id(),
                sequence.rows()[sequence.length() - 1],
                sequences.order().map(order -> order.continued(sequence.rows(), values.length)),
                values);
    }

    private static List<String> warnings(
            final Sequences sequences, final List<Sequence> able, final int needed, final double[][] values) {
        final var warnings = new ArrayList<String>();
        TooFewRows.warning(sequences, needed).ifPresent(warnings::add);
        sequences
                .order()
                .filter(order -> !isRegular(order, able))
                .ifPresent(order -> warnings.add(
                        "The steps of the order column are not all equal: the forecast continues with the most"
                                + " usual one."));
        runningAway(able, values).ifPresent(warnings::add);
        return warnings;
    }

    /** One sentence about the first forecast that leaves the range of numbers, if any does. */
    private static Optional<String> runningAway(final List<Sequence> able, final double[][] values) {
        final var sequences = IntStream.range(0, values.length)
                .filter(index -> firstInfinite(values[index]).isPresent())
                .toArray();
        return Arrays.stream(sequences).boxed().findFirst().map(index -> {
            final var id = able.get(index).id();
            return "The forecast" + (id.isEmpty() ? "" : " of the sequence " + id) + " runs away: from step "
                    + (firstInfinite(values[index]).getAsInt() + 1) + " on it is no finite number"
                    + (sequences.length == 1 ? "" : ", and so it is with " + (sequences.length - 1) + " more")
                    + ". Forecast fewer steps, or train a model without logarithm or difference.";
        });
    }

    private static OptionalInt firstInfinite(final double[] values) {
        return IntStream.range(0, values.length)
                .filter(step -> !Double.isFinite(values[step]))
                .findFirst();
    }

    private static boolean isRegular(final Order order, final List<Sequence> sequences) {
        return sequences.stream().map(Sequence::rows).allMatch(order::isRegular);
    }
}
