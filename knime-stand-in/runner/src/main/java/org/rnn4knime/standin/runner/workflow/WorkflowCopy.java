package org.rnn4knime.standin.runner.workflow;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Copies a workflow into the folder where it runs, so that no run changes the workflow itself. */
public final class WorkflowCopy {

    /** The file that marks a folder as that of a run, which the next run may replace. */
    public static final String MARKER = "run.json";

    private WorkflowCopy() {}

    /**
     * Makes a fresh copy; an earlier run in the same folder is deleted.
     *
     * @param workflow the workflow's directory
     * @param folder where the copy is to be
     * @throws RunRefusedException if the folder holds anything else than an earlier run, or cannot be written
     */
    public static void make(final Path workflow, final Path folder) throws RunRefusedException {
        final var source = workflow.toAbsolutePath().normalize();
        final var target = folder.toAbsolutePath().normalize();
        if (target.startsWith(source) || source.startsWith(target)) {
            throw new RunRefusedException("The results cannot lie in " + target + ", which holds the workflow itself"
                    + " or lies in it. Choose another folder with --out.");
        }
        try {
            if (Files.exists(target) && !isEmpty(target)) {
                if (!Files.isRegularFile(target.resolve(MARKER))) {
                    throw new RunRefusedException("The folder " + target + " holds something else than an earlier run."
                            + " Choose a new or empty folder with --out.");
                }
                delete(target);
            }
            copy(source, target);
        } catch (final IOException exception) {
            throw new RunRefusedException(
                    "The workflow cannot be copied to " + target + ": " + exception.getMessage() + ".", exception);
        }
    }

    private static boolean isEmpty(final Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void delete(final Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(final Path directory, final IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void copy(final Path source, final Path target) throws IOException {
        try (var files = Files.walk(source)) {
            for (final var file : (Iterable<Path>) files::iterator) {
                final var copy = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
