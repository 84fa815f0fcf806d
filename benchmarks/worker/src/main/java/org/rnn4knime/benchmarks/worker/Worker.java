package org.rnn4knime.benchmarks.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers the runner's requests until its input ends. */
public final class Worker {

    private static final double NANOS_A_MILLI = 1e6;

    private final ObjectMapper json = new ObjectMapper();

    private final Engine engine;

    private Optional<Task> current = Optional.empty();

    private Job job = () -> {};

    private Worker(final Engine engine) {
        this.engine = engine;
    }

    /** Reads requests from the standard input, and writes answers to the standard output, a line each. */
    public static void serve(final Engine engine) throws IOException {
        final var answers = System.out;
        // Whatever else is printed must not stand between the answers.
        System.setOut(System.err);
        final var worker = new Worker(engine);
        final var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = requests.readLine(); line != null; line = requests.readLine()) {
            final var answer = worker.answer(worker.json.readValue(line, Request.class));
            answers.println(worker.json.writeValueAsString(answer));
            answers.flush();
        }
        worker.job.close();
    }

    private Answer answer(final Request request) {
        if (!current.equals(Optional.of(request.task()))) {
            job.close();
            job = engine.open(request.task());
            current = Optional.of(request.task());
        }
        return switch (request.action()) {
            case MEASURE -> new Answer(engine.description(), measure(request.millis()), new float[0], new float[0]);
            case COMPARE -> new Answer(engine.description(), 0, job.outputs(), job.gradient());
        };
    }

    private double measure(final long millis) {
        final var start = System.nanoTime();
        int runs = 0;
        double passed;
        do {
            job.run();
            runs++;
            passed = (System.nanoTime() - start) / NANOS_A_MILLI;
        } while (passed < millis);
        return passed / runs * job.scale();
    }
}
