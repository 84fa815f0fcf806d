package org.rnn4knime.benchmarks.runner;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the build left what the processes run.
 *
 * @param root the project's folder
 */
record Installation(Path root) {

    private static final String PACKAGE = "org.rnn4knime.benchmarks.";

    /** The command that starts a library's process. */
    List<String> command(final Library library) {
        final var command = new ArrayList<String>();
        command.add(java());
        command.add("-Xmx4g");
        command.addAll(library == Library.LIBTORCH ? torchOptions() : List.of());
        command.add("-cp");
        command.add(library == Library.LIBTORCH ? classPath("libtorch", List.of()) : enginesClassPath());
        command.add(PACKAGE
                + switch (library) {
                    case OURS -> "engines.OursMain";
                    case LIBTORCH -> "libtorch.TorchMain";
                    case DL4J -> "engines.Dl4jMain";
                    case FLOOR -> "engines.FloorMain";
                });
        return command;
    }

    /** The command that starts the process with a large table. Its heap holds the table, but not twice. */
    List<String> largeTable(final int rows) {
        return List.of(
                java(),
                "-Xmx1g",
                "-cp",
                enginesClassPath(),
                PACKAGE + "engines.LargeTableMain",
                Integer.toString(rows));
    }

    /** The command that starts the process that learns long dependencies, so many trainings at once. */
    List<String> longDependencies(final int seeds, final int atOnce) {
        return List.of(
                java(),
                "-Xmx2g",
                "-cp",
                enginesClassPath(),
                PACKAGE + "engines.LongDependenciesMain",
                Integer.toString(seeds),
                Integer.toString(atOnce));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private List<String> torchOptions() {
        final var target = root.resolve("benchmarks/libtorch/target");
        final var official = only(target.resolve("official/pytorch/cpu"));
        return List.of(
                "-Dorg.bytedeco.javacpp.pathsFirst=true",
                "-Djava.library.path=" + official,
                "-Dorg.bytedeco.javacpp.cachedir=" + target.resolve("javacpp"));
    }

    private String enginesClassPath() {
        final var engine = list(root.resolve("plugin/engine/target"))
                .filter(path -> path.getFileName().toString().matches("org\\.rnn4knime\\.engine-.*\\.jar"));
        final var natives = list(root.resolve("plugin/dl4j-natives"))
                .map(path -> path.resolve("natives"))
                .filter(Files::isDirectory);
        return classPath("engines", Stream.concat(engine, natives).toList());
    }

    private String classPath(final String module, final List<Path> more) {
        final var target = root.resolve("benchmarks").resolve(module).resolve("target");
        return Stream.concat(
                        Stream.of(
                                target.resolve("classes"), target.resolve("lib").resolve("*")),
                        more.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path only(final Path folder) {
        return list(folder)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is nothing in " + folder + ". Build again."));
    }

    private static Stream<Path> list(final Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + folder + ". Build again.", e);
        }
    }
}
