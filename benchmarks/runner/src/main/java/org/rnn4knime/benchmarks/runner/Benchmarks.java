package org.rnn4knime.benchmarks.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.rnn4knime.benchmarks.worker.Cell;
import org.rnn4knime.benchmarks.worker.Phase;
import org.rnn4knime.benchmarks.worker.Task;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures training and inference of our engine beside libtorch, Deeplearning4j and the matrix products alone. */
@Command(
        name = "benchmarks/run",
        description = "Measures our engine beside libtorch, Deeplearning4j and the matrix products alone.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Benchmarks implements Callable<Integer> {

    private static final int TOO_DIFFERENT = 1;

    private static final String ROOT = "--root";

    @Spec
    private CommandSpec spec;

    @Option(names = ROOT, hidden = true, required = true)
    private Path root;

    @Option(names = "--quick", description = "One shape, one cell and one number of threads: under a minute.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures into this file.")
    private Optional<Path> json = Optional.empty();

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Writes RESULTS.md and its picture into this folder.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--cells",
            split = ",",
            paramLabel = "CELL",
            description = "Of: ${COMPLETION-CANDIDATES}. Default: all.")
    private Set<Cell> cells = EnumSet.allOf(Cell.class);

    @Option(names = "--threads", split = ",", paramLabel = "N", description = "Default: 1,2.")
    private Set<Integer> threads = new TreeSet<>(Set.of(1, 2));

    @Option(
            names = "--libraries",
            split = ",",
            paramLabel = "LIBRARY",
            description = "Of: ${COMPLETION-CANDIDATES}. Default: all.")
    private Set<Library> libraries = EnumSet.allOf(Library.class);

    @Option(
            names = "--dl4j-threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads of Deeplearning4j, which more than one make slower. Default: 1.")
    private int dl4jThreads;

    @Option(names = "--no-sweeps", description = "Leaves out how the time grows with steps, batch and units.")
    private boolean noSweeps;

    @Option(
            names = "--large-table",
            description = "Measures a table of five million rows alone; with --results, renews its section only.")
    private boolean largeTable;

    @Option(
            names = "--long-dependencies",
            description = "Trains each cell on problems that need a long memory, as many at once as the most threads;"
                    + " with --results, writes long-dependencies.md, its picture and figures.")
    private boolean longDependencies;

    private final Results results = new Results();

    private Benchmarks() {}

    /** Ends with 1 if our outputs or gradients differ from libtorch's. */
    public static void main(final String[] arguments) {
        System.exit(new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        final var machine = Machine.here();
        System.out.println(machine);
        if (machine.isBusy()) {
            System.err.println(Machine.WARNING);
        }
        if (largeTable) {
            measureLargeTable(machine);
            return 0;
        }
        if (longDependencies) {
            learnLongDependencies(machine);
            return 0;
        }
        System.out.println(Tables.ofFigures().head());
        final var groups =
                quick ? Agenda.quick(cells.iterator().next(), threads.iterator().next()) : Agenda.main(cells, threads);
        for (final var group : groups) {
            measure(group, results.main(), true);
        }
        if (!quick && !noSweeps) {
            for (final var group : Agenda.sweeps(cells.iterator().next())) {
                measure(group, results.sweeps(), false);
            }
        }
        System.out.println("\nThe difference from libtorch, over the norm; at most " + Comparison.MOST + ":");
        System.out.println(Tables.of(results.comparisons()));
        if (json.isPresent()) {
            FiguresFile.write(json.get(), results);
        }
        if (folder.isPresent()) {
            new ResultsFile(machine, command(), results).write(folder.get());
        }
        if (!quick && !noSweeps) {
            measureLargeTable(Machine.here());
        }
        return results.comparisons().stream().allMatch(Comparison::isFine) ? 0 : TOO_DIFFERENT;
    }

    private void measureLargeTable(final Machine machine) throws IOException {
        final var text = LargeTable.text(LargeTable.measure(new Installation(root)), machine);
        System.out.println("\n" + LargeTable.HEADING + ": " + text);
        if (folder.isPresent()) {
            ResultsFile.renew(folder.get(), LargeTable.HEADING, text);
        }
    }

    private void learnLongDependencies(final Machine machine) throws IOException {
        final var runs =
                LongDependencies.learn(new Installation(root), threads.stream().reduce(1, Math::max));
        if (folder.isPresent()) {
            new LongDependenciesPage(machine, command(), runs).write(folder.get());
        }
    }

    private String command() {
        final var words = new ArrayList<>(spec.commandLine().getParseResult().originalArgs());
        final var hidden = words.indexOf(ROOT);
        words.subList(hidden, hidden + 2).clear();
        return spec.name() + " " + String.join(" ", words);
    }

    private void measure(final List<Task> group, final List<Figure> figures, final boolean compare) {
        final var table = Tables.ofFigures();
        try (var turns = new Turns(new Installation(root), libraries, quick ? Pace.QUICK : Pace.NORMAL, dl4jThreads)) {
            for (final var task : group) {
                if (compare && task.phase() == Phase.TRAINING) {
                    turns.compare(task).ifPresent(results.comparisons()::add);
                }
                figures.add(turns.measure(task));
                System.out.println(table.add(Tables.row(figures.get(figures.size() - 1))));
            }
            results.engines().addAll(turns.engines());
        }
    }
}
