package org.rnn4knime.benchmarks.engines;

import java.io.IOException;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;
import org.rnn4knime.benchmarks.worker.Engine;
import org.rnn4knime.benchmarks.worker.Job;
import org.rnn4knime.benchmarks.worker.Task;
import org.rnn4knime.benchmarks.worker.Worker;
import org.rnn4knime.engine.runtime.Dl4jRuntime;

/** Measures what a task would take if it were nothing but matrix products, at the speed that OpenBLAS has for large ones. */
public final class FloorMain implements Engine {

    private FloorMain() {}

    /** Serves the runner. */
    public static void main(final String[] arguments) throws IOException {
        // Our engine chooses OpenBLAS's kernel as it loads.
        Dl4jRuntime.call(() -> Nd4j.create(1));
        Worker.serve(new FloorMain());
    }

    @Override
    public String description() {
        return "OpenBLAS " + openblas_nolapack.class.getPackage().getImplementationVersion();
    }

    @Override
    public Job open(final Task task) {
        openblas_nolapack.blas_set_num_threads(task.threads());
        return new Product(task.operations());
    }

    /** A large product of square matrices, whose time is scaled to so many operations. */
    private static final class Product implements Job {

        private static final int SIZE = 1024;

        private final double operations;

        private final FloatPointer left = ones();

        private final FloatPointer right = ones();

        private final FloatPointer result = ones();

        Product(final double operations) {
            this.operations = operations;
        }

        private static FloatPointer ones() {
            final var values = new float[SIZE * SIZE];
            Arrays.fill(values, 1);
            return new FloatPointer(values);
        }

        @Override
        public void run() {
            openblas_nolapack.cblas_sgemm(
                    openblas_nolapack.CblasColMajor,
                    openblas_nolapack.CblasNoTrans,
                    openblas_nolapack.CblasNoTrans,
                    SIZE,
                    SIZE,
                    SIZE,
                    1,
                    left,
                    SIZE,
                    right,
                    SIZE,
                    0,
                    result,
                    SIZE);
        }

        @Override
        public double scale() {
            return operations / (2.0 * SIZE * SIZE * SIZE);
        }

        @Override
        public void close() {
            left.close();
            right.close();
            result.close();
        }
    }
}
