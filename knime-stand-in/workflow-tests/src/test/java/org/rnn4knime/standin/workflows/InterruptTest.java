package org.rnn4knime.standin.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest {

    private static final int LONGEST_START_SECONDS = 60;

    @TempDir
    private Path directory;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no signal to send")
    void interruptingARunningLearnerEndsItAsCanceled() throws Exception {
        final var log = directory.resolve("log");
        final var out = directory.resolve("run");
        final var process = WorkflowRun.start("airline-forecast", out, log, "--set", "3/training/epochs=1000000");
        waitUntilLearning(log);

        final var start = System.nanoTime();
        process.toHandle().destroy(); // SIGTERM, which Java treats as it does the SIGINT of Ctrl+C
        // The node has one second; the rest is for Java to end.
        assertTrue(process.waitFor(3, TimeUnit.SECONDS), "still running");
        final var seconds = (System.nanoTime() - start) / 1e9;

        final var run = new WorkflowRun(process.exitValue(), Files.readString(log), out);
        final var learner = run.node("RNN Learner");
        assertNotEquals(0, run.exitCode());
        assertEquals("CANCELED", learner.get("state").asText(), run.output());
        assertEquals("Execution canceled", learner.get("message").asText());
        assertFalse(Files.exists(out.resolve("data/forecast.csv")));
        System.out.printf("Interrupted while learning: the process ended after %.2f s%n", seconds);
    }

    /** The node before it is done, and so much time has passed that the libraries are loaded. */
    private static void waitUntilLearning(final Path log) throws IOException, InterruptedException {
        final var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
        while (!Files.readString(log).contains("Table Partitioner")) {
            assertTrue(System.nanoTime() < end, "the learner was never reached");
            TimeUnit.MILLISECONDS.sleep(100);
        }
        TimeUnit.SECONDS.sleep(6);
    }
}
