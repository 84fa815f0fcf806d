package org.rnn4knime.benchmarks.engines;

import java.io.IOException;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;
import org.rnn4knime.benchmarks.worker.Engine;
import org.rnn4knime.benchmarks.worker.Job;
import org.rnn4knime.benchmarks.worker.Task;
import org.rnn4knime.benchmarks.worker.Worker;
import org.rnn4knime.engine.runtime.Dl4jRuntime;
import org.rnn4knime.engine.runtime.Versions;

/**
 * Measures Deeplearning4j as it is. Only its loading is ours: that gives it the faster kernel of OpenBLAS where there is one, and
 * spares it the look at the process's memory with each allocation.
 */
public final class Dl4jMain implements Engine {

    private Dl4jMain() {}

    /** Serves the runner. */
    public static void main(final String[] arguments) throws IOException {
        Dl4jRuntime.call(() -> Nd4j.create(1));
        Worker.serve(new Dl4jMain());
    }

    @Override
    public String description() {
        return "Deeplearning4j " + Versions.deeplearning4j();
    }

    @Override
    public Job open(final Task task) {
        Nd4j.getEnvironment().setMaxMasterThreads(task.threads());
        Nd4j.getEnvironment().setMaxThreads(task.threads());
        openblas_nolapack.blas_set_num_threads(task.threads());
        return new Dl4jJob(task);
    }
}
