package org.rnn4knime.benchmarks.engines;

import java.io.IOException;
import org.rnn4knime.benchmarks.worker.Engine;
import org.rnn4knime.benchmarks.worker.Job;
import org.rnn4knime.benchmarks.worker.Task;
import org.rnn4knime.benchmarks.worker.Worker;

/** Measures our engine. */
public final class OursMain implements Engine {

    private OursMain() {}

    /** Serves the runner. */
    public static void main(final String[] arguments) throws IOException {
        Worker.serve(new OursMain());
    }

    @Override
    public String description() {
        return "this project";
    }

    @Override
    public Job open(final Task task) {
        return new OursJob(task);
    }
}
