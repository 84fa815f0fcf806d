package org.rnn4knime.benchmarks.libtorch;

import java.io.IOException;
import org.bytedeco.pytorch.global.torch;
import org.rnn4knime.benchmarks.worker.Cell;
import org.rnn4knime.benchmarks.worker.Engine;
import org.rnn4knime.benchmarks.worker.Job;
import org.rnn4knime.benchmarks.worker.Task;
import org.rnn4knime.benchmarks.worker.Worker;

/** Measures libtorch, without any framework in between. */
public final class TorchMain implements Engine {

    private static final int TRIALS = 3;

    private static final long ENOUGH_NANOS = 300_000_000;

    private TorchMain() {}

    /** Serves the runner. */
    public static void main(final String[] arguments) throws IOException {
        torch.set_num_interop_threads(1);
        Worker.serve(new TorchMain());
    }

    @Override
    public String description() {
        return "libtorch " + torch.TORCH_VERSION;
    }

    @Override
    public Job open(final Task task) {
        torch.set_num_threads(task.threads());
        final var job = new TorchJob(task);
        useOneDnn(task.cell() != Cell.LSTM || isFasterWithOneDnn(job));
        return job;
    }

    /** Without AVX-512 oneDNN trains an LSTM with its reference code, so libtorch's own code may be the faster one. */
    private static boolean isFasterWithOneDnn(final Job job) {
        var with = Long.MAX_VALUE;
        var without = Long.MAX_VALUE;
        final var start = System.nanoTime();
        for (int trial = 0; trial < TRIALS || System.nanoTime() - start < ENOUGH_NANOS; trial++) {
            useOneDnn(true);
            with = Math.min(with, nanos(job));
            useOneDnn(false);
            without = Math.min(without, nanos(job));
        }
        return with <= without;
    }

    private static long nanos(final Job job) {
        final var start = System.nanoTime();
        job.run();
        return System.nanoTime() - start;
    }

    private static void useOneDnn(final boolean use) {
        torch.globalContext().setUserEnabledMkldnn(use);
    }
}
