package org.rnn4knime.standin.workflows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The file data/forecast.csv of a run. */
record Forecast(List<CSVRecord> rows) {

    static Forecast of(final WorkflowRun run) throws IOException {
        final Path file = run.directory().resolve("data/forecast.csv");
        final var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .build();
        try (var parser = format.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            return new Forecast(parser.getRecords());
        }
    }

    List<String> column(final String name) {
        return rows.stream().map(row -> row.get(name)).toList();
    }

    /** Root of the mean squared error of one column against another. */
    double rootMeanSquaredError(final String truth, final String prediction) {
        return Math.sqrt(rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(truth)) - Double.parseDouble(row.get(prediction)))
                .map(error -> error * error)
                .average()
                .orElseThrow());
    }
}
