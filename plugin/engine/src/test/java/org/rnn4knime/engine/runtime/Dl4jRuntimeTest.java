package org.rnn4knime.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class Dl4jRuntimeTest {

    private static final String FLAGS = "processor : 0\nflags\t\t: fpu sse2 avx2 avx512f avx512dq avx512cd avx512bw";

    @Test
    void computesWithOneThreadAndCollectsNoGarbageByItself() {
        Dl4jRuntime.call(() -> Nd4j.create(1));

        assertEquals(1, openblas_nolapack.blas_get_num_threads());
        assertEquals(1, Nd4j.getEnvironment().maxMasterThreads());
        assertFalse(Nd4j.getMemoryManager().isPeriodicGcActive());
    }

    @Test
    void leavesNoSystemPropertyBehind() {
        Dl4jRuntime.call(() -> Nd4j.create(1));

        assertNull(System.getProperty("org.bytedeco.javacpp.maxphysicalbytes"));
        assertNull(System.getProperty("org.bytedeco.javacpp.pathsFirst"));
        assertNull(System.getProperty("org.bytedeco.javacpp.platform.preloadpath"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void leavesTheEnvironmentAsItWas() {
        Dl4jRuntime.call(() -> Nd4j.create(1));

        assertEquals(
                System.getenv("OPENBLAS_CORETYPE"),
                Function.getFunction("c", "getenv").invokeString(new Object[] {"OPENBLAS_CORETYPE"}, false));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void computesWithTheAvx512KernelWhereItFits() throws IOException {
        assumeTrue(OpenBlasKernel.fits(Path.of("/proc/cpuinfo")) && System.getenv("OPENBLAS_CORETYPE") == null);
        Dl4jRuntime.call(() -> Nd4j.create(1));

        assertEquals(
                "SkylakeX",
                loadedOpenBlas().getFunction("openblas_get_corename").invokeString(new Object[0], false));
    }

    /** The library that this process has in its memory. */
    private static NativeLibrary loadedOpenBlas() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/maps"))) {
            return lines.filter(line -> line.contains("/libopenblas"))
                    .map(line -> line.substring(line.indexOf('/')))
                    .findFirst()
                    .map(NativeLibrary::getInstance)
                    .orElseThrow();
        }
    }

    @Test
    void lendsItsClassLoaderForTheTimeOfTheWork() throws IOException {
        final var thread = Thread.currentThread();
        final var before = thread.getContextClassLoader();
        try (var other = new URLClassLoader(new URL[0])) {
            thread.setContextClassLoader(other);

            assertSame(
                    MultiLayerNetwork.class.getClassLoader(), Dl4jRuntime.call(() -> thread.getContextClassLoader()));
            assertSame(other, thread.getContextClassLoader());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void putsPropertiesBackAlsoAfterAFailure() {
        System.setProperty("rnn4knime.test", "before");
        try {
            assertThrows(
                    IllegalStateException.class,
                    () -> Overrides.withProperties(Map.of("rnn4knime.test", "x", "rnn4knime.other", "y"), () -> {
                        assertEquals("x", System.getProperty("rnn4knime.test"));
                        throw new IllegalStateException();
                    }));
            assertEquals("before", System.getProperty("rnn4knime.test"));
            assertNull(System.getProperty("rnn4knime.other"));
        } finally {
            System.clearProperty("rnn4knime.test");
        }
    }

    @Test
    void namesThePlatformThatHasNoNativeLibrary() {
        final var loader = Dl4jRuntimeTest.class.getClassLoader();
        final var problem = assertThrows(
                        UnsupportedPlatformException.class, () -> NativeLibraries.folders(loader, "plan9-mips"))
                .problem();

        assertTrue(problem.contains("plan9-mips"), problem);
    }

    @Test
    void choosesTheAvx512KernelOnlyWhereTheProcessorHasAllThatItNeeds(@TempDir final Path folder) throws IOException {
        final var file = folder.resolve("cpuinfo");

        assertFalse(OpenBlasKernel.fits(file));
        Files.writeString(file, "");
        assertFalse(OpenBlasKernel.fits(file));
        Files.writeString(file, FLAGS + "\n");
        assertFalse(OpenBlasKernel.fits(file));
        Files.writeString(file, FLAGS + " avx512vl\n");
        assertTrue(OpenBlasKernel.fits(file));
        Files.writeString(file, FLAGS + " avx512vl\n\n" + FLAGS + "\n");
        assertFalse(OpenBlasKernel.fits(file));
    }

    @Test
    void knowsTheVersionOfDeeplearning4j() {
        assertEquals("1.0.0-M2.1", Versions.deeplearning4j());
    }
}
