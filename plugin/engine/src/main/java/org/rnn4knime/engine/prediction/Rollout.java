package org.rnn4knime.engine.prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rnn4knime.engine.encoding.BatchReader;
import org.rnn4knime.engine.encoding.BatchReader.Targets;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.EncodedSequences;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Windowing;
import org.rnn4knime.engine.sequence.Windows;

/**
 * Continues sequences from any of their steps on. What is beyond is read only of features that are known in the future; of the target,
 * the forecasts of the steps before are read as if they were true.
 */
final class Rollout implements AutoCloseable {

    /** So many values are extended together, which takes some hundred megabytes at most. */
    private static final long VALUES_TOGETHER = 1L << 23;

    private final RnnModel model;

    private final Windowing windowing;

    private final Runnable check;

    private final Inference inference;

    /**
     * @param check is run again and again; what it throws ends the forecasts
     */
    Rollout(final RnnModel model, final Runnable check) {
        this.model = model;
        this.windowing = model.windowing();
        this.check = check;
        this.inference = new Inference(model);
    }

    /**
     * Forecasts.
     *
     * @param values [origin, step]: a number in the target's units or, of classes, the place among the known ones, counted from 0; NaN from
     *     where on there is no forecast
     * @param warning a sentence about values that the training part did not have, if there are any
     */
    record Result(double[][] values, Optional<String> warning) {}

    /**
     * Forecasts.
     *
     * @param origins in the order of their steps, each behind as many as a window needs
     * @param horizon the steps ahead, as far as the future has them
     */
    Result run(final Sequences sequences, final List<Origin> origins, final Future future, final int horizon) {
        final var values = new double[origins.size()][];
        final var unknown = new ArrayList<UnknownReader>();
        for (int from = 0; from < origins.size(); ) {
            final var to = end(sequences, origins, future, from);
            final var extension = Extension.of(model, sequences, origins.subList(from, to), from, future);
            final var part = new Part(extension, horizon);
            part.run();
            System.arraycopy(part.values, 0, values, from, to - from);
            unknown.add(part.unknown);
            from = to;
        }
        return new Result(values, UnknownReader.warning(unknown));
    }

    /** The origin behind the last one that is extended together with one. */
    private int end(final Sequences sequences, final List<Origin> origins, final Future future, final int from) {
        final var columns = sequences.features().size() + 1L;
        final long past = windowing.firstStep() + windowing.sequences().sequenceLength();
        long values = 0;
        int to = from;
        while (to < origins.size()) {
            values += columns * (past + future.steps(to));
            if (to > from && values > VALUES_TOGETHER) {
                break;
            }
            to++;
        }
        return to;
    }

    @Override
    public void close() {
        inference.close();
    }

    /** Some origins. */
    private final class Part {

        private final Extension extension;

        private final EncodedSequences encoded;

        private final UnknownReader unknown;

        private final double[][] values;

        /** The steps that each origin still is to be forecast to. */
        private final int[] ends;

        Part(final Extension extension, final int horizon) {
            this.extension = extension;
            final var sequences = extension.sequences();
            this.encoded = model.encoders().encode(sequences, model.settings().ahead());
            this.unknown = UnknownReader.of(sequences, encoded);
            this.values = new double[sequences.size()][];
            this.ends = new int[sequences.size()];
            for (int index = 0; index < ends.length; index++) {
                ends[index] = Math.min(
                        horizon, sequences.steps().to(index) - extension.starts()[index]);
                values[index] = new double[ends[index]];
                Arrays.fill(values[index], Double.NaN);
            }
        }

        void run() {
            final var isDirect = model.settings().sequences().forecastMode() == ForecastMode.DIRECT;
            final var longest = isDirect ? 1 : Arrays.stream(ends).max().orElse(0);
            for (int ahead = 0; ahead < longest; ahead++) {
                step(ahead);
            }
        }

        private void step(final int ahead) {
            final var windows = Windows.before(
                    extension.sequences().steps(),
                    windowing,
                    IntStream.range(0, ends.length)
                            .map(index -> ahead < ends[index] ? extension.starts()[index] + ahead : -1)
                            .toArray());
            final var reader = new BatchReader(encoded, windows, windowing, Targets.NONE);
            inference.run(
                    reader,
                    IntStream.range(0, windows.size()).filter(window -> !isRefused(windows, window, ahead)),
                    (window, outputs, slot) -> {
                        check.run();
                        final var last = Math.min(outputs.steps(), windows.length(window)) - 1;
                        take(windows.sequence(window), ahead, reader.level(window), outputs.step(last, slot));
                    });
        }

        /** Whether a forecast would read what is refused; then there is none of the later steps either. */
        private boolean isRefused(final Windows windows, final int window, final int ahead) {
            final var index = windows.sequence(window);
            if (!unknown.reads(windows, window)) {
                return false;
            }
            unknown.count(ends[index] - ahead);
            ends[index] = ahead;
            return true;
        }

        /** Takes what the network wrote for a step and, forecasting directly, for the next ones. */
        private void take(final int index, final int ahead, final double level, final float[] outputs) {
            if (model.encoders().target() instanceof ClassTarget classes) {
                takeClass(index, ahead, classes, outputs);
                return;
            }
            final var series = encoded.series().orElseThrow();
            final var decoded = series.decodeAll(outputs, level, extension.starts()[index] + ahead);
            for (int output = 0; output < outputs.length && ahead + output < ends[index]; output++) {
                final var step = extension.starts()[index] + ahead + output;
                final var value = decoded[output];
                values[index][ahead + output] = value;
                series.values()[step] = value;
                series.isKnown()[step] = true;
                series.transformed()[step] = series.encoder().transformed(series.values(), step);
            }
            if (outputs.length == 1 && !Double.isFinite(values[index][ahead])) {
                // Whatever the network made of it would mean nothing.
                ends[index] = ahead + 1;
            }
        }

        private void takeClass(final int index, final int ahead, final ClassTarget classes, final float[] outputs) {
            final var best = new ClassResults(classes.names(), classes.first(), outputs).best(0);
            values[index][ahead] = best;
            final var step = extension.starts()[index] + ahead;
            for (final var input : encoded.inputs()) {
                if (input.feature().index() < 0) {
                    input.values()[step] = best + 1;
                }
            }
        }
    }
}
