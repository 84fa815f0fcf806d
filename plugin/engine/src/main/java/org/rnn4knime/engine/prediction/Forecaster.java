package org.rnn4knime.engine.prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.NumberTarget;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Order;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.sequence.TooFewRows;
import org.rnn4knime.engine.sequence.UnusableDataException;

/**
 * Forecasts beyond the last step of each sequence. A model that forecasts one step at a time reads the forecasts before a step as if they
 * were true; one that forecasts directly reads the truth alone.
 */
public final class Forecaster {

    /** Beyond, no computer has room for the result. */
    private static final long MOST_FORECASTS = 20_000_000;

    private final RnnModel model;

    private final ForecastRequest request;

    private final Sequences sequences;

    private final List<Origin> origins;

    private final List<Column> orders;

    private final KnownFuture future;

    private Forecaster(
            final RnnModel model,
            final Sequences sequences,
            final Optional<Table> knownFuture,
            final ForecastRequest request) {
        this.model = model;
        this.request = request;
        this.sequences = sequences;
        this.origins = IntStream.range(0, sequences.size())
                .filter(sequence -> sequences.steps().length(sequence) >= needed())
                .mapToObj(sequence -> new Origin(sequence, sequences.steps().to(sequence)))
                .toList();
        // What is known beyond the horizon is of use where the network was taught to read it.
        final var reach = sequences.settings().knownFutureColumns().isEmpty()
                ? request.horizon()
                : Math.max(request.horizon(), model.settings().ahead());
        requireOrigins(reach);
        this.orders = sequences.order().stream()
                .flatMap(order -> origins.stream().map(origin -> order.continued(places(origin), reach)))
                .toList();
        this.future = new KnownFuture(sequences, origins, orders, knownFuture, request.horizon(), reach);
    }

    /**
     * Forecasts the next values of each sequence that is long enough. Where the steps of the order column are not all equal, it
     * continues with the most usual one, and a warning says so.
     *
     * @param model that predicts the next values
     * @param history holds the columns that the model's settings name; what is missing is treated as they say, but where the target is
     *     missing at the end of a sequence the forecast begins
     * @param knownFuture holds the features that are known in the future, with the sequence ID and order columns; it may hold the target
     *     too, which is not read. Without such features it only serves to find the rows that tell of each step
     * @param request what is asked
     * @throws UnusableDataException if the tables do not hold what the model needs, or intervals are asked for without any errors to make
     *     them of
     * @throws IllegalArgumentException if the model cannot forecast, or not so far
     * @throws org.rnn4knime.engine.runtime.UnsupportedPlatformException if nothing can be computed on this platform
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Forecast forecast(
            final RnnModel model,
            final Table history,
            final Optional<Table> knownFuture,
            final ForecastRequest request) {
        request.requireFitting(model.settings().data(), model.settings().sequences());
        requireErrors(model, request);
        final var sequences = History.of(history, model.settings().data());
        return new Forecaster(model, sequences, knownFuture, request).forecast();
    }

    private static void requireErrors(final RnnModel model, final ForecastRequest request) {
        if (request.levels().isEmpty()) {
            return;
        }
        if (model.encoders().target() instanceof ClassTarget classes) {
            throw new UnusableDataException(
                    "The target column \"" + classes.column() + "\" holds text, and only numbers have intervals.",
                    "Leave the interval levels empty.");
        }
        if (model.forecastErrors().isEmpty()) {
            throw new UnusableDataException(
                    "The model does not know how large its errors are, for nothing was held back from its training, so there"
                            + " are no intervals.",
                    "Train it with a validation fraction above 0 or a validation table, or leave the interval levels"
                            + " empty.");
        }
    }

    /** The fewest steps of a sequence that is continued; one step tells no step to continue the order column by. */
    private int needed() {
        final var windowing = model.windowing();
        final var read = windowing.firstStep() + windowing.minimum();
        return sequences.order().isPresent() ? Math.max(2, read) : read;
    }

    private void requireOrigins(final int reach) {
        if (origins.isEmpty()) {
            final var isForOrder =
                    needed() > model.windowing().firstStep() + model.windowing().minimum();
            throw TooFewRows.in(
                    sequences,
                    needed(),
                    "to forecast from" + (isForOrder ? " and to continue the order column" : ""),
                    "Give more history, or train a model with a shorter sequence length.");
        }
        final var forecasts = (long) origins.size() * reach;
        if (forecasts > MOST_FORECASTS) {
            throw new UnusableDataException(
                    String.format(
                            Locale.ROOT,
                            "A horizon of %,d for %,d sequences makes %,d forecasts, but at most %,d are possible.",
                            reach,
                            origins.size(),
                            forecasts,
                            MOST_FORECASTS),
                    "Lower the horizon, or forecast some of the sequences at a time.");
        }
    }

    /** The rows of an origin's sequence. */
    private int[] places(final Origin origin) {
        return Arrays.copyOfRange(sequences.steps().places(), sequences.steps().from(origin.sequence()), origin.end());
    }

    private Forecast forecast() {
        final Rollout.Result result;
        try (var rollout = new Rollout(model, () -> {})) {
            result = rollout.run(sequences, origins, future, request.horizon());
        }
        final var intervals = model.forecastErrors()
                .filter(errors -> !request.levels().isEmpty())
                .map(errors -> new ConformalIntervals(errors, areLogarithms()));
        final var reaches = request.levels().stream()
                .map(level -> intervals.orElseThrow().reaches(level, request.horizon()))
                .toList();
        final var forecasts = new ArrayList<ForecastSequence>();
        for (int index = 0; index < origins.size(); index++) {
            final var sequence = origins.get(index).sequence();
            final var values = result.values()[index];
            final var some = new ArrayList<ForecastInterval>();
            for (int level = 0; level < reaches.size(); level++) {
                some.add(intervals.orElseThrow().around(values, request.levels().get(level), reaches.get(level)));
            }
            forecasts.add(new ForecastSequence(
                    sequences.ids().get(sequence),
                    sequences.steps().rows()[sequence],
                    order(index),
                    column(values),
                    some,
                    future.rows(index, request.horizon())));
        }
        final var warnings = warnings(result);
        intervals
                .flatMap(known -> known.warning(request.levels(), request.horizon()))
                .ifPresent(warnings::add);
        return new Forecast(forecasts, warnings);
    }

    private boolean areLogarithms() {
        return model.encoders().target() instanceof NumberTarget numbers
                && numbers.transform().logarithm();
    }

    private Optional<Column> order(final int origin) {
        return sequences.order().map(order -> orders.get(origin)
                .gathered(IntStream.range(0, request.horizon()).toArray()));
    }

    private Column column(final double[] values) {
        final var name = sequences.settings().targetName();
        if (!(model.encoders().target() instanceof ClassTarget classes)) {
            return new NumberColumn(name, values);
        }
        final var texts = TextColumn.builder(name, values.length);
        Arrays.stream(values)
                .forEach(value -> texts.add(
                        Double.isNaN(value)
                                ? Optional.empty()
                                : Optional.of(classes.names().get((int) value))));
        return texts.build();
    }

    private List<String> warnings(final Rollout.Result result) {
        final var warnings = new ArrayList<>(sequences.warnings());
        TooFewRows.warning(sequences, needed()).ifPresent(warnings::add);
        result.warning().ifPresent(warnings::add);
        sequences
                .order()
                .filter(order -> !isRegular(order))
                .ifPresent(order -> warnings.add(
                        "The steps of the order column are not all equal: the forecast continues with the most"
                                + " usual one."));
        runningAway(result.values()).ifPresent(warnings::add);
        return warnings;
    }

    private boolean isRegular(final Order order) {
        return origins.stream().map(this::places).allMatch(order::isRegular);
    }

    /** One sentence about the first forecast that leaves the range of numbers, if any does. */
    private Optional<String> runningAway(final double[][] values) {
        final var some = IntStream.range(0, values.length)
                .filter(index -> firstInfinite(values[index]).isPresent())
                .toArray();
        return Arrays.stream(some).boxed().findFirst().map(index -> {
            final var id = sequences.ids().get(origins.get(index).sequence());
            return "The forecast" + (id.isEmpty() ? "" : " of the sequence " + id) + " runs away: from step "
                    + (firstInfinite(values[index]).getAsInt() + 1) + " on it is no finite number"
                    + (some.length == 1 ? "" : ", and so it is with " + (some.length - 1) + " more")
                    + ". Forecast fewer steps, or train a model without logarithm or difference.";
        });
    }

    private static OptionalInt firstInfinite(final double[] values) {
        return IntStream.range(0, values.length)
                .filter(step -> Double.isInfinite(values[step]))
                .findFirst();
    }
}
