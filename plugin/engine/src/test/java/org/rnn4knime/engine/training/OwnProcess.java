package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a program of the tests in a process of its own. */
final class OwnProcess {

    private OwnProcess() {}

    /**
     * What the program prints; it must end well.
     *
     * @param kept which entries of the class path it has
     */
    static String run(final Class<?> program, final Predicate<Path> kept, final String... arguments)
            throws IOException, InterruptedException {
        final var classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> kept.test(Path.of(entry)))
                .collect(Collectors.joining(File.pathSeparator));
        final var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        final var command = Stream.concat(
                        // All of the heap from the beginning: what grows lies outside of it.
                        Stream.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-Xms128m",
                                "-Xmx128m",
                                "-XX:+AlwaysPreTouch",
                                "-cp",
                                classPath,
                                program.getName()),
                        Stream.of(arguments))
                .toList();
        return output(command);
    }

    private static String output(final List<String> command) throws IOException, InterruptedException {
        final var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var stream = process.getInputStream()) {
            final var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "no end");
            assertEquals(0, process.exitValue(), text);
            return text;
        } finally {
            process.destroyForcibly();
        }
    }
}
