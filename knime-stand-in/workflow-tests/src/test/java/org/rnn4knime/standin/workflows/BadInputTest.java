package org.rnn4knime.standin.workflows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {

    @TempDir
    private Path directory;

    /** Each message names the thing and the way out; no result is left that looks like one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1/settings/file_selection/path/path=no.csv | CSV Reader        | no.csv     | file
                    3/data/targetColumn=sales                  | RNN Learner       | "sales"    | passengers
                    3/data/targetColumn=month                  | RNN Learner       | "month"    | another column
                    3/sequences/sequenceLength=500             | RNN Learner       | 500        | 132
                    """)
    void endsWithOneSentenceThatNamesTheThingAndTheWayOut(
            final String setting, final String node, final String thing, final String wayOut) throws Exception {
        final var run = WorkflowRun.of("airline-forecast", directory.resolve("run"), "--set", setting);

        final var message = run.node(node).get("message").asText();
        assertAll(
                () -> assertNotEquals(0, run.exitCode()),
                () -> assertTrue(message.contains(thing) && message.contains(wayOut), message),
                () -> assertTrue(run.output().contains(message), run.output()),
                () -> assertFalse(run.output().contains("\tat "), run.output()),
                () -> assertFalse(Files.exists(run.directory().resolve("data/forecast.csv"))));
    }
}
