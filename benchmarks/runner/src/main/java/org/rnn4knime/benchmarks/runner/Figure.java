package org.rnn4knime.benchmarks.runner;

import java.util.Map;
import java.util.OptionalDouble;
import org.rnn4knime.benchmarks.worker.Task;

/**
 * What a task took.
 *
 * @param task what was measured
 * @param millis the median of each library that did it
 */
record Figure(Task task, Map<Library, Double> millis) {

    Figure {
        millis = Map.copyOf(millis);
    }

    /** The milliseconds of a library, if it did the task. */
    OptionalDouble millis(final Library library) {
        return millis.containsKey(library) ? OptionalDouble.of(millis.get(library)) : OptionalDouble.empty();
    }

    /** The time of one library over that of another, if both did the task. */
    OptionalDouble ratio(final Library library, final Library other) {
        return millis.containsKey(library) && millis.containsKey(other)
                ? OptionalDouble.of(millis.get(library) / millis.get(other))
                : OptionalDouble.empty();
    }
}
