package org.rnn4knime.engine.runtime;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The memory that the operating system can still give to this process. */
final class SystemMemory {

    private static final long KILOBYTE = 1024;

    private SystemMemory() {}

    /** In bytes; empty where the system does not tell. */
    static OptionalLong available() {
        final var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("linux")) {
            return ofLinux(Path.of("/"));
        }
        // What macOS calls free leaves out what it would give back at once, so all that the computer has stands for it.
        return asked(system.contains("mac") ? "getTotalMemorySize" : "getFreeMemorySize");
    }

    /**
     * What Linux estimates that can be taken without swapping and, where the process is in a group with a limit, what this leaves.
     *
     * @param root of the file system
     */
    static OptionalLong ofLinux(final Path root) {
        final var free = value(root.resolve("proc/meminfo"), "MemAvailable:");
        final var known = new ArrayList<Long>();
        free.ifPresent(kilobytes -> known.add(kilobytes * KILOBYTE));
        for (final var line : lines(root.resolve("proc/self/cgroup"))) {
            final var parts = line.split(":", 3);
            if (parts.length == 3
                    && (parts[1].isEmpty() || List.of(parts[1].split(",")).contains("memory"))) {
                groups(root, parts[1].isEmpty(), parts[2]).forEach(known::add);
            }
        }
        return known.stream().mapToLong(Long::longValue).min();
    }

    /** What the limits of a group, and of those that it is part of, leave. */
    private static Stream<Long> groups(final Path root, final boolean unified, final String group) {
        final var top = root.resolve(unified ? "sys/fs/cgroup" : "sys/fs/cgroup/memory");
        final var limit = unified ? "memory.max" : "memory.limit_in_bytes";
        final var usage = unified ? "memory.current" : "memory.usage_in_bytes";
        final var files = unified ? "inactive_file" : "total_inactive_file";
        return Stream.iterate(top.resolve(group.substring(1)).normalize(), at -> at.startsWith(top), Path::getParent)
                .flatMapToLong(at -> left(at.resolve(limit), at.resolve(usage), at.resolve("memory.stat"), files))
                .boxed();
    }

    /** A limit minus what is used, but for copies of files, which the system gives back; nothing if there is no limit. */
    private static LongStream left(final Path limit, final Path usage, final Path statistics, final String files) {
        final var most = value(limit, "");
        final var used = value(usage, "");
        if (most.isEmpty() || used.isEmpty()) {
            return LongStream.empty();
        }
        return LongStream.of(Math.max(
                0,
                most.getAsLong() - used.getAsLong() + value(statistics, files).orElse(0)));
    }

    /** The number behind a key at the beginning of a line; empty if there is no such file, line or number. */
    private static OptionalLong value(final Path file, final String key) {
        return lines(file).stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> key.isEmpty() || words.length > 1 && words[0].equals(key))
                .map(words -> words[key.isEmpty() ? 0 : 1])
                .filter(word -> word.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private static List<String> lines(final Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** By reflection, as OSGi hides the package of the interface from bundles that do not import it. */
    static OptionalLong asked(final String method) {
        final var bean = ManagementFactory.getOperatingSystemMXBean();
        try {
            final var type = Class.forName(
                    "com.sun.management.OperatingSystemMXBean",
                    false,
                    bean.getClass().getClassLoader());
            return OptionalLong.of((Long) type.getMethod(method).invoke(bean));
        } catch (ReflectiveOperationException e) {
            return OptionalLong.empty();
        }
    }
}
