package org.rnn4knime.engine.prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.rnn4knime.engine.encoding.NumberTarget;
import org.rnn4knime.engine.model.ForecastErrors;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Sequences.Truth;
import org.rnn4knime.engine.sequence.Split;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.Windows.Bounds;

/**
 * Measures how far a model's forecasts are from the truth: it forecasts from many steps of the part that was held back from its training,
 * each time from what came before.
 */
public final class Backtest {

    /** More would tell little more. */
    private static final int MOST_ORIGINS = 1_000;

    /** However long the horizon is. */
    private static final int FEWEST_ORIGINS = 100;

    /** So that a long horizon does not take long: the steps that are forecast in all. */
    private static final int MOST_FORECASTS = 100_000;

    private final RnnModel model;

    private final NumberTarget target;

    private final Sequences sequences;

    private final Bounds bounds;

    private Backtest(final RnnModel model, final NumberTarget target, final Sequences sequences, final Bounds bounds) {
        this.model = model;
        this.target = target;
        this.sequences = sequences;
        this.bounds = bounds;
    }

    /**
     * Measures without a check.
     *
     * @see #measured(RnnModel, Table, Optional, Runnable)
     */
    public static RnnModel measured(final RnnModel model, final Table training, final Optional<Table> validation) {
        return measured(model, training, validation, () -> {});
    }

    /**
     * The model with the errors of its forecasts, up to the horizon of its settings. The same model and tables give the same errors.
     *
     * @param model as trained
     * @param training the table that it was trained with
     * @param validation the table that was held back; if empty, what the model's settings held back of the other
     * @param check is run again and again; what it throws ends the computation
     * @return the model itself if it forecasts no numbers, or nothing was held back that could be forecast
     * @throws org.rnn4knime.engine.runtime.UnsupportedPlatformException if nothing can be computed on this platform
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static RnnModel measured(
            final RnnModel model, final Table training, final Optional<Table> validation, final Runnable check) {
        if (!canMeasure(model, validation.isPresent())) {
            return model;
        }
        final var target = (NumberTarget) model.encoders().target();
        final var data = model.settings().data();
        final var settings = model.settings().training();
        final var sequences = Sequences.of(validation.orElse(training), data, Truth.COMPLETE);
        final var bounds = validation.isPresent()
                ? Split.all(sequences.steps())
                : Split.of(
                                sequences,
                                settings.validation().split(),
                                settings.validation().fraction(),
                                settings.seed())
                        .validation();
        return new Backtest(model, target, sequences, bounds).measured(check);
    }

    /**
     * Whether there is something to measure: the model forecasts numbers, and a part was held back from its training.
     *
     * @param hasValidation whether a table of its own was held back
     */
    public static boolean canMeasure(final RnnModel model, final boolean hasValidation) {
        final var settings = model.settings();
        return settings.data().predict() == Scope.FUTURE
                && settings.data().layout() != SequenceLayout.TEXT
                && (hasValidation || settings.training().validation().fraction() > 0)
                && model.encoders().target() instanceof NumberTarget;
    }

    private RnnModel measured(final Runnable check) {
        final var origins = origins();
        if (origins.isEmpty()) {
            return model;
        }
        final var horizon = horizon();
        // What the network reads of the future may reach beyond what is measured.
        final var reach = Math.max(horizon, model.settings().ahead());
        final double[][] forecasts;
        try (var rollout = new Rollout(model, check)) {
            forecasts = rollout.run(sequences, origins, Future.laterSteps(sequences, origins, reach), horizon)
                    .values();
        }
        final var errors = new ArrayList<double[]>();
        for (int ahead = 0; ahead < horizon; ahead++) {
            errors.add(errors(origins, forecasts, ahead));
        }
        while (!errors.isEmpty() && errors.get(errors.size() - 1).length == 0) {
            errors.remove(errors.size() - 1);
        }
        return errors.isEmpty() || errors.get(0).length == 0
                ? model
                : model.withForecastErrors(ForecastErrors.of(errors));
    }

    /** As far as the model can forecast. */
    private int horizon() {
        final var settings = model.settings().sequences();
        final var isShort = settings.forecastMode() == ForecastMode.RECURSIVE
                && ForecastRequest.pastOnly(model.settings().data()).isPresent();
        return isShort ? 1 : settings.horizon();
    }

    /** The steps to forecast from: all that are held back, or some of them, spread evenly. */
    private List<Origin> origins() {
        final var counts = new long[sequences.size() + 1];
        for (int sequence = 0; sequence < sequences.size(); sequence++) {
            counts[sequence + 1] = counts[sequence] + Math.max(0, bounds.to(sequence) - first(sequence));
        }
        final var all = counts[sequences.size()];
        final var most = Math.min(all, Math.max(FEWEST_ORIGINS, Math.min(MOST_ORIGINS, MOST_FORECASTS / horizon())));
        // One of each of so many equal parts, drawn: at equal distances all might lie in the same season.
        final var random = new Random(model.settings().training().seed());
        final var origins = new ArrayList<Origin>();
        int sequence = 0;
        for (long part = 0; part < most; part++) {
            final var from = all * part / most;
            final var chosen = from + random.nextInt((int) (all * (part + 1) / most - from));
            while (chosen >= counts[sequence + 1]) {
                sequence++;
            }
            origins.add(new Origin(sequence, first(sequence) + (int) (chosen - counts[sequence])));
        }
        return origins;
    }

    /** The first step of a sequence that is held back and has enough before it. */
    private int first(final int sequence) {
        final var windowing = model.windowing();
        return Math.max(
                bounds.from(sequence), sequences.steps().from(sequence) + windowing.firstStep() + windowing.minimum());
    }

    /** The absolute errors of a step ahead where it was forecast and the truth is held back and known. */
    private double[] errors(final List<Origin> origins, final double[][] forecasts, final int ahead) {
        final var truth = (NumberColumn) sequences.target().orElseThrow();
        return IntStream.range(0, origins.size())
                .filter(index -> {
                    final var origin = origins.get(index);
                    return origin.end() + ahead < bounds.to(origin.sequence())
                            && !truth.isMissing(origin.end() + ahead)
                            && hasForecast(forecasts[index], ahead);
                })
                .mapToDouble(index -> Math.abs(level(forecasts[index][ahead])
                        - level(truth.values()[origins.get(index).end() + ahead])))
                .toArray();
    }

    /** A forecast that ran away is one, and all that follow it are; one that would read an unknown value is none. */
    private static boolean hasForecast(final double[] forecast, final int ahead) {
        return !Double.isNaN(forecast[ahead])
                || Arrays.stream(forecast, 0, ahead).anyMatch(Double::isInfinite);
    }

    private double level(final double value) {
        return target.transform().logarithm() ? Math.log(value) : value;
    }
}
