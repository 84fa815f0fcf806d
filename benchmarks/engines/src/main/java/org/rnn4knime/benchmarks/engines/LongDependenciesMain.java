package org.rnn4knime.benchmarks.engines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.rnn4knime.benchmarks.worker.Dependency;
import org.rnn4knime.engine.network.CellType;

/** Trains each cell on problems that need a memory of many steps, to see which solves what. */
public final class LongDependenciesMain {

    private LongDependenciesMain() {}

    /** Takes the number of seeds and how many trainings run at once, each on one thread; writes each training as a line of JSON. */
    public static void main(final String[] arguments) throws InterruptedException, ExecutionException {
        final var seeds = Integer.parseInt(arguments[0]);
        final var executor = Executors.newFixedThreadPool(Integer.parseInt(arguments[1]));
        try {
            final var runs = new ArrayList<Future<?>>();
            for (final var training : trainings(seeds)) {
                runs.add(executor.submit(() -> run(training)));
            }
            for (final var run : runs) {
                run.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<DependencyTraining> trainings(final int seeds) {
        final var trainings = new ArrayList<DependencyTraining>();
        for (final var problem : Dependency.values()) {
            for (final var steps : problem.steps()) {
                for (final var cell : CellType.values()) {
                    for (int seed = 1; seed <= seeds; seed++) {
                        trainings.add(new DependencyTraining(new DependencyTables(problem, steps), cell, seed));
                    }
                }
            }
        }
        return trainings;
    }

    private static Void run(final DependencyTraining training) throws JsonProcessingException {
        System.out.println(new ObjectMapper().writeValueAsString(training.run()));
        return null;
    }
}
