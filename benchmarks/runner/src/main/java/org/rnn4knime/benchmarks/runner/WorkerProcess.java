package org.rnn4knime.benchmarks.runner;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.rnn4knime.benchmarks.worker.Answer;
import org.rnn4knime.benchmarks.worker.Request;

/** A process that measures one library, and waits for the next request in between. */
final class WorkerProcess implements AutoCloseable {

    /** Each would change the speed of one library or another. */
    private static final List<String> NOT_INHERITED = List.of(
            "OPENBLAS_CORETYPE",
            "OPENBLAS_L2_SIZE",
            "OPENBLAS_NUM_THREADS",
            "OMP_NUM_THREADS",
            "OMP_WAIT_POLICY",
            "MKL_NUM_THREADS",
            "JAVA_TOOL_OPTIONS");

    private static final long PATIENCE_SECONDS = 5;

    private final ObjectMapper json = new ObjectMapper();

    private final Library library;

    private final Process process;

    private final BufferedWriter requests;

    private final BufferedReader answers;

    WorkerProcess(final Installation installation, final Library library, final int threads) {
        this.library = library;
        final var builder =
                new ProcessBuilder(installation.command(library)).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeAll(NOT_INHERITED);
        if (library == Library.DL4J) {
            builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        }
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        requests = process.outputWriter();
        answers = process.inputReader();
    }

    /** Sends a request and waits for the answer. */
    Answer ask(final Request request) {
        try {
            requests.write(json.writeValueAsString(request));
            requests.newLine();
            requests.flush();
            final var line =
                    Optional.ofNullable(answers.readLine()).orElseThrow(() -> new IOException("its output ended"));
            return json.readValue(line, Answer.class);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The process of " + library.title() + " failed at " + request.task()
                            + ". What it said stands above.",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            requests.close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
