package org.rnn4knime.benchmarks.engines;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rnn4knime.benchmarks.worker.LargeTableFigures;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.RowIds;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.Tokenizer;
import org.rnn4knime.engine.sequence.Tokens;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.engine.training.Trainer;
import org.rnn4knime.engine.training.TrainingListener;

/** Learns for one epoch from a table of very many rows, to see what that takes. */
public final class LargeTableMain {

    private static final int FEATURES = 8;

    private static final int SEQUENCE_LENGTH = 24;

    private static final int HIDDEN_UNITS = 32;

    private static final int BATCH_SIZE = 256;

    private LargeTableMain() {}

    /** Takes the number of rows, and writes the figures as JSON. */
    public static void main(final String[] arguments) throws IOException {
        final var rows = Integer.parseInt(arguments[0]);
        final var begin = System.nanoTime();
        final var table = read(rows);
        final var read = System.nanoTime();
        final var trained = Trainer.train(table, settings(), TrainingListener.NONE);
        final var end = System.nanoTime();
        final var epochMillis =
                trained.model().networks().get(0).history().get(0).durationMillis();
        System.gc();
        final var memory = Runtime.getRuntime();
        System.out.println(new ObjectMapper()
                .writeValueAsString(new LargeTableFigures(
                        rows,
                        FEATURES,
                        trained.model().provenance().trainingWindows(),
                        BATCH_SIZE,
                        millis(begin, read),
                        millis(read, end) - epochMillis,
                        epochMillis,
                        megabytes(memory.maxMemory()),
                        megabytes(memory.totalMemory() - memory.freeMemory()),
                        resident())));
    }

    /** Takes up rows as a reader of tables does, one after the other. */
    private static Table read(final int rows) {
        final var random = new SplittableRandom(1);
        final var ids = RowIds.builder();
        final var values = new double[FEATURES][rows];
        for (int row = 0; row < rows; row++) {
            ids.add("Row" + row);
            for (int feature = 0; feature < FEATURES; feature++) {
                final var before = row == 0 ? 0 : values[feature][row - 1];
                values[feature][row] = 0.9 * before + Math.pow(10, feature) * (random.nextDouble() - 0.5);
            }
        }
        return new Table(
                ids.build(),
                IntStream.range(0, FEATURES)
                        .mapToObj(feature -> (Column) new NumberColumn("x" + feature, values[feature]))
                        .toList());
    }

    private static RnnSettings settings() {
        final var data = new DataSettings(
                SequenceLayout.ROWS,
                Scope.FUTURE,
                "x0",
                IntStream.range(1, FEATURES).mapToObj(feature -> "x" + feature).toList(),
                List.of(),
                List.of(),
                Optional.empty(),
                1,
                new Tokenizer(Tokens.CHARACTERS, false),
                MissingValues.FAIL,
                UnknownValues.NO_PREDICTION);
        return new RnnSettings(
                data,
                new SequenceSettings(SEQUENCE_LENGTH),
                new EncodingSettings(Normalization.Z_SCORE, TargetTransform.NONE),
                new NetworkSettings(CellType.LSTM, HIDDEN_UNITS),
                new TrainingSettings(1, BATCH_SIZE, 0.005, 0, 1));
    }

    private static long millis(final long from, final long to) {
        return (to - from) / 1_000_000;
    }

    private static long megabytes(final long bytes) {
        return bytes >> 20;
    }

    /** The peak that Linux keeps, in its line "VmHWM: 123 kB". */
    private static long resident() throws IOException {
        final var status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        }
    }
}
