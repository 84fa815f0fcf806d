package org.rnn4knime.benchmarks.runner;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rnn4knime.benchmarks.worker.Request;
import org.rnn4knime.benchmarks.worker.Request.Action;
import org.rnn4knime.benchmarks.worker.Task;

/** Processes that take turns at the same task, so that whatever else the machine does hits all of them alike. */
final class Turns implements AutoCloseable {

    private static final long PAUSE_MILLIS = 5;

    /** So long the threads of OpenBLAS and OpenMP may still spin after a library's turn. */
    private static final long PAUSE_OF_THREADS_MILLIS = 40;

    private final Map<Library, WorkerProcess> workers = new EnumMap<>(Library.class);

    private final Set<String> engines = new TreeSet<>();

    private final Pace pace;

    private final int dl4jThreads;

    private boolean isNew = true;

    Turns(final Installation installation, final Set<Library> libraries, final Pace pace, final int dl4jThreads) {
        this.pace = pace;
        this.dl4jThreads = dl4jThreads;
        for (final var library : libraries) {
            workers.put(library, new WorkerProcess(installation, library, dl4jThreads));
        }
    }

    /** The names and versions of the libraries that have answered. */
    Set<String> engines() {
        return Set.copyOf(engines);
    }

    /** The outputs and gradients of ours and libtorch, if both take part. */
    Optional<Comparison> compare(final Task task) {
        if (workers.keySet().stream().filter(Library::isCompared).count() < 2) {
            return Optional.empty();
        }
        final var request = new Request(Action.COMPARE, task, 0);
        return Optional.of(Comparison.of(
                task,
                workers.get(Library.OURS).ask(request),
                workers.get(Library.LIBTORCH).ask(request)));
    }

    /** The median time of each library that has the cell. */
    Figure measure(final Task task) {
        final var taking = workers.keySet().stream()
                .filter(library -> library.knows(task.cell()))
                .toList();
        final var times = new EnumMap<Library, List<Double>>(Library.class);
        final var spent = new EnumMap<Library, Double>(Library.class);
        for (final var library : taking) {
            turn(library, task, library.warmUpMillis() * (isNew ? pace.firstWarmUp() : 1));
            times.put(library, new ArrayList<>());
            spent.put(library, 0.0);
        }
        isNew = false;
        for (int round = 0; round < pace.rounds(); round++) {
            for (final var library : taking) {
                if (pace.goesOn(round, spent.get(library))) {
                    final var start = System.nanoTime();
                    times.get(library).add(turn(library, task, pace.roundMillis()));
                    spent.merge(library, (System.nanoTime() - start) / 1e6, Double::sum);
                }
            }
        }
        final var medians = new EnumMap<Library, Double>(Library.class);
        times.forEach((library, values) -> medians.put(library, Medians.of(values)));
        return new Figure(task, medians);
    }

    private double turn(final Library library, final Task task, final long millis) {
        final var own = library == Library.DL4J ? withThreads(task, dl4jThreads) : task;
        final var answer = workers.get(library).ask(new Request(Action.MEASURE, own, millis));
        engines.add(answer.engine());
        pause(task.threads() == 1 ? PAUSE_MILLIS : PAUSE_OF_THREADS_MILLIS);
        return answer.millis();
    }

    private static Task withThreads(final Task task, final int threads) {
        return new Task(task.phase(), task.cell(), task.shape(), threads);
    }

    private static void pause(final long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring.", e);
        }
    }

    @Override
    public void close() {
        workers.values().forEach(WorkerProcess::close);
    }
}
