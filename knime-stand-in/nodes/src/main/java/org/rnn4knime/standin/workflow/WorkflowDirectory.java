package org.rnn4knime.standin.workflow;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The directory of the workflow that the current thread works for. A node model gets nothing from its framework that
 * leads to files, so, as in KNIME, the thread carries it.
 */
public final class WorkflowDirectory {

    private static final ThreadLocal<Path> CURRENT = new ThreadLocal<>();

    private WorkflowDirectory() {}

    /** The directory, if the current thread runs a node of a workflow. */
    public static Optional<Path> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * Runs a task for a workflow.
     *
     * @param workflow the workflow's directory
     * @param task what to do in the current thread
     * @return what the task returns
     * @throws Exception what the task throws
     */
    public static <T> T callIn(final Path workflow, final Callable<T> task) throws Exception {
        final var before = current();
        CURRENT.set(workflow);
        try {
            return task.call();
        } finally {
            before.ifPresentOrElse(CURRENT::set, CURRENT::remove);
        }
    }
}
