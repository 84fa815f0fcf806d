package org.rnn4knime.benchmarks.runner;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.rnn4knime.benchmarks.worker.DependencyRun;

/**
 * What came of a training on a problem that needs a long memory, and what was said while it ran.
 *
 * @param run the training
 */
record DependencyOutcome(DependencyRun run) {

    /** What the engine says of a training that is well. */
    private static final String HEALTHY = "HEALTHY";

    /** Less than this part of a gradient counts as nothing. */
    static final double NOTHING = 0.01;

    boolean isSolved() {
        return run.problem().isSolvedBy(run.score());
    }

    /** The first epoch after which the table that is held back was predicted well enough; empty if there is none. */
    OptionalInt solvedAt() {
        return IntStream.rangeClosed(1, epochs())
                .filter(epoch ->
                        run.problem().isSolvedBy(run.epochs().get(epoch - 1).score()))
                .findFirst();
    }

    /** How many epochs the training took until the loss had improved no more for long enough, or to its last epoch. */
    int epochs() {
        return run.epochs().size();
    }

    /** The epochs after which there was a warning. */
    List<Integer> warnings() {
        return run.reaches().stream()
                .filter(DependencyOutcome::isWarning)
                .map(DependencyRun.Reach::epoch)
                .toList();
    }

    boolean warnsAtEnd() {
        return isWarning(end());
    }

    boolean warnsAfter(final int epoch) {
        return isWarning(reach(epoch));
    }

    private static boolean isWarning(final DependencyRun.Reach reach) {
        return !reach.verdict().equals(HEALTHY);
    }

    DependencyRun.Reach end() {
        return run.reaches().get(run.reaches().size() - 1);
    }

    /** What was measured after an epoch, or at the end of a shorter training. */
    DependencyRun.Reach reach(final int epoch) {
        return run.reaches().stream()
                .filter(reach -> reach.epoch() == epoch)
                .findFirst()
                .orElseGet(this::end);
    }

    /** The loss of the table that is held back, as a part of the loss of guessing. */
    double lossAfter(final int epoch) {
        return run.epochs().get(epoch - 1).loss() / run.problem().lossOfGuessing();
    }

    /** The smallest of these losses in the whole training. */
    double leastLoss() {
        return IntStream.rangeClosed(1, epochs())
                .mapToDouble(this::lossAfter)
                .min()
                .orElse(Double.NaN);
    }
}
