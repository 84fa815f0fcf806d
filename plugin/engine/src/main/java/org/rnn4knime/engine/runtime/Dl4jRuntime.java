package org.rnn4knime.engine.runtime;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Prepares Deeplearning4j once and lends it the class loader that it looks classes up with. What must be set for the whole
 * process is set only while its libraries load.
 */
public final class Dl4jRuntime {

    private static final ClassLoader LIBRARY = MultiLayerNetwork.class.getClassLoader();

    private static volatile boolean loaded;

    private Dl4jRuntime() {}

    /** Whether the libraries are there already, so that asking them loads nothing. */
    static boolean isLoaded() {
        return loaded;
    }

    /**
     * Every use of Deeplearning4j goes through here.
     *
     * @throws UnsupportedPlatformException if it cannot run on this platform
     * @throws CancellationException if the thread is interrupted while the libraries load
     */
    public static <T> T call(final Supplier<T> work) {
        Loading.await();
        return Overrides.withClassLoader(LIBRARY, work);
    }

    /**
     * Loads the libraries in a thread of their own: an interrupt would break off the loading, and classes that once failed to
     * load never do again.
     */
    private static final class Loading {

        private static final FutureTask<Object> TASK = new FutureTask<>(Loading::load, null);

        static {
            final var thread = new Thread(TASK, "Deeplearning4j loading");
            thread.setContextClassLoader(LIBRARY);
            thread.setDaemon(true);
            thread.start();
        }

        static void await() {
            try {
                TASK.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Interrupted while Deeplearning4j loads.");
            } catch (ExecutionException e) {
                throw e.getCause() instanceof UnsupportedPlatformException known
                        ? known
                        : UnsupportedPlatformException.broken(Loader.Detector.getPlatform(), e.getCause());
            }
        }

        private static void load() {
            ND4JClassLoading.setNd4jClassloader(LIBRARY);
            Overrides.withProperties(
                    Map.of(
                            "org.bytedeco.javacpp.pathsFirst", "true",
                            "org.bytedeco.javacpp.platform.preloadpath",
                                    NativeLibraries.folders(LIBRARY, Loader.Detector.getPlatform()),
                            // JavaCPP counts the whole process: a large heap elsewhere would fail our allocations.
                            "org.bytedeco.javacpp.maxphysicalbytes", "0"),
                    () -> OpenBlasKernel.whileLoading(() -> Nd4j.create(1)));
            // Sums split among threads depend on their number, and the small products of a time step lose by splitting.
            Nd4j.getEnvironment().setMaxMasterThreads(1);
            openblas_nolapack.blas_set_num_threads(1);
            // Otherwise nd4j calls System.gc() every few seconds, for ever and for the whole process.
            Nd4j.getMemoryManager().togglePeriodicGc(false);
            loaded = true;
        }
    }
}
