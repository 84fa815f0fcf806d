package org.rnn4knime.engine.runtime;

import com.sun.jna.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The OpenBLAS 0.3.19 that nd4j brings does not know newer processors and falls back to AVX2 on them. Where the processor has
 * what the AVX-512 kernel needs, it is asked for through the environment, which doubles the speed of matrix products.
 */
final class OpenBlasKernel {

    private static final String VARIABLE = "OPENBLAS_CORETYPE";

    private static final String AVX512_KERNEL = "SkylakeX";

    /** Without one of these the kernel ends the process with an illegal instruction. */
    private static final List<String> NEEDED = List.of("avx512f", "avx512dq", "avx512bw", "avx512vl", "avx512cd");

    private OpenBlasKernel() {}

    /** Runs the work, which loads OpenBLAS, with the kernel for this processor; the environment is as before afterwards. */
    static void whileLoading(final Runnable work) {
        if (System.getenv(VARIABLE) != null || !fits(Path.of("/proc/cpuinfo"))) {
            work.run();
            return;
        }
        final var set = setVariable();
        try {
            work.run();
        } finally {
            if (set) {
                c("unsetenv", VARIABLE);
            }
        }
    }

    /** Whether each processor in a file like Linux's /proc/cpuinfo has all that the kernel needs. */
    static boolean fits(final Path cpuInfo) {
        if (!Files.isReadable(cpuInfo)) {
            return false;
        }
        try {
            final var flags = Files.readAllLines(cpuInfo).stream()
                    .filter(line -> line.startsWith("flags"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .distinct()
                    .map(line -> Set.copyOf(Arrays.asList(line.split(" +"))))
                    .toList();
            return !flags.isEmpty() && flags.stream().allMatch(of -> of.containsAll(NEEDED));
        } catch (IOException e) {
            return false;
        }
    }

    /** A slower kernel is no reason to fail: without JNA's own library the variable stays unset. */
    private static boolean setVariable() {
        try {
            return c("setenv", VARIABLE, AVX512_KERNEL, 1) == 0;
        } catch (LinkageError e) {
            return false;
        }
    }

    private static int c(final String function, final Object... arguments) {
        return Function.getFunction("c", function).invokeInt(arguments);
    }
}
