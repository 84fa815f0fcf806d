package org.rnn4knime.standin.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.rnn4knime.standin.runner.execution.NodeRegistry;
import org.rnn4knime.standin.runner.execution.NodeResult;
import org.rnn4knime.standin.runner.execution.NodeState;
import org.rnn4knime.standin.runner.execution.NodeWorker;
import org.rnn4knime.standin.runner.execution.WorkflowRun;
import org.rnn4knime.standin.runner.report.Expectation;
import org.rnn4knime.standin.runner.report.Report;
import org.rnn4knime.standin.runner.report.RunFile;
import org.rnn4knime.standin.runner.workflow.RunRefusedException;
import org.rnn4knime.standin.runner.workflow.WorkflowCopy;
import org.rnn4knime.standin.runner.workflow.WorkflowReader;

/** One run from its arguments to its exit code. */
final class WorkflowCommand {

    private static final int FAILED = 1;

    private static final int CANCELED = 130;

    private final NodeRegistry registry;

    private final RunConsole console;

    WorkflowCommand(final NodeRegistry registry, final RunConsole console) {
        this.registry = registry;
        this.console = console;
    }

    /**
     * Runs a workflow and tells how it went.
     *
     * @return the exit code: 0, 1 if a node failed, 130 if the run was canceled
     * @throws RunRefusedException if it cannot be run, or its result is not where it is expected
     */
    int run(final Arguments arguments) throws RunRefusedException {
        final var workflow = WorkflowReader.read(arguments.workflow());
        for (final var override : arguments.overrides()) {
            override.apply(workflow);
        }
        final var expectation = Expectation.read(arguments.workflow());
        final var worker = new NodeWorker();
        final var interrupt = InterruptHook.install(worker);
        try (worker) {
            final var run = WorkflowRun.load(workflow, arguments.out(), registry, worker);
            WorkflowCopy.make(arguments.workflow(), arguments.out());
            console.begin(arguments.workflow().getFileName().toString(), workflow.nodes());
            return run(run, arguments, expectation, worker);
        } finally {
            interrupt.remove();
        }
    }

    private int run(
            final WorkflowRun run,
            final Arguments arguments,
            final Optional<Expectation> expectation,
            final NodeWorker worker)
            throws RunRefusedException {
        final var file = new RunFile(arguments.out().resolve(WorkflowCopy.MARKER));
        file.write(run.results(), Optional.empty());
        run.execute(console);
        file.write(run.results(), Optional.empty());
        final var exitCode = exitCode(run.results(), worker);
        if (exitCode == 0 && expectation.isPresent()) {
            final var report = Report.of(expectation.get(), run::table);
            console.print(report.lines());
            file.write(run.results(), Optional.of(report.outcome()));
        }
        console.print(List.of(location(arguments)));
        return exitCode;
    }

    private static int exitCode(final List<NodeResult> results, final NodeWorker worker) {
        if (worker.isCanceled()) {
            return CANCELED;
        }
        return results.stream().allMatch(result -> result.state() == NodeState.EXECUTED) ? 0 : FAILED;
    }

    private static String location(final Arguments arguments) throws RunRefusedException {
        final var made = new ArrayList<String>();
        made.add(WorkflowCopy.MARKER);
        made.addAll(
                newFiles(arguments.workflow().resolve("data"), arguments.out().resolve("data")));
        return "Results in " + arguments.out() + ": " + String.join(", ", made);
    }

    private static TreeSet<String> newFiles(final Path before, final Path after) throws RunRefusedException {
        final var made = new TreeSet<String>();
        if (!Files.isDirectory(after)) {
            return made;
        }
        try (var files = Files.walk(after)) {
            files.filter(Files::isRegularFile)
                    .map(after::relativize)
                    .filter(file -> !Files.exists(before.resolve(file)))
                    .forEach(file -> made.add("data/" + file));
            return made;
        } catch (final IOException exception) {
            throw new RunRefusedException("The folder " + after + " cannot be read.", exception);
        }
    }
}
