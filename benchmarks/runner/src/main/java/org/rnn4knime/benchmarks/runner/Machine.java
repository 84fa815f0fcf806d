package org.rnn4knime.benchmarks.runner;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the figures depend on.
 *
 * @param processor its name
 * @param instructions the widest vector instructions that it has
 * @param cores how many Java sees
 * @param system the operating system
 * @param java the version of the JDK
 * @param busy which part of the cores others used before the start; 0 if unknown
 */
record Machine(String processor, String instructions, int cores, String system, String java, double busy) {

    private static final Path LINUX = Path.of("/proc/cpuinfo");

    /** What to say about figures of a busy machine. */
    static final String WARNING =
            "The machine was busy: figures with more than one thread mean little, others not much.";

    /** More than this is no idle machine. */
    private static final double IDLE = 0.1;

    private static final long LOOK_MILLIS = 1000;

    /** The machine that this runs on. */
    static Machine here() {
        final var lines = lines();
        final var flags = value(lines, "flags").orElse("");
        return new Machine(
                value(lines, "model name").orElse("unknown processor"),
                Stream.of("avx512f", "avx2", "avx")
                        .filter(List.of(flags.split(" "))::contains)
                        .findFirst()
                        .orElse("unknown vector instructions"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                usedByOthers());
    }

    private static double usedByOthers() {
        final var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        // The first call only begins to count.
        system.getCpuLoad();
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Math.max(0, system.getCpuLoad());
    }

    private static List<String> lines() {
        try {
            return Files.isReadable(LINUX) ? Files.readAllLines(LINUX) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<String> value(final List<String> lines, final String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst();
    }

    /** Whether something else ran too, so that threads had to wait for each other. */
    boolean isBusy() {
        return busy > IDLE;
    }

    @Override
    public String toString() {
        return String.format(
                "%s (%s), %d cores of which others used %.0f %% before the start, %s, %s",
                processor, instructions, cores, 100 * busy, system, java);
    }
}
