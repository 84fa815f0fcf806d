package org.rnn4knime.engine.training;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.rnn4knime.engine.encoding.WindowBatches;
import org.rnn4knime.engine.network.Loss;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;

/**
 * The windows that networks are measured by: those that are held back or, if none are, some of those that are learned from.
 *
 * @param isHeldBack whether no network learns from them
 * @param batches the windows that are read at once
 * @param loss that networks learn by
 * @param measure in words of the user, of all windows
 */
record Examination(boolean isHeldBack, List<int[]> batches, Loss loss, Measure measure) {

    /** Of all windows of a measure's reader. */
    static Examination of(final boolean isHeldBack, final int outputs, final Loss loss, final Measure measure) {
        final var windows = IntStream.range(0, measure.reader().windows().size());
        return new Examination(isHeldBack, WindowBatches.of(measure.reader(), windows, outputs), loss, measure);
    }

    /**
     * What is found out.
     *
     * @param loss the mean over all targets, whatever the network learns from; empty if nothing is held back, or no target is known
     * @param metric in words of the user; empty if no target is known
     */
    record Result(OptionalDouble loss, OptionalDouble metric) {

        /** Nothing. */
        static final Result NOTHING = new Result(OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** Computes the outputs of a batch. */
    @FunctionalInterface
    interface Outputs {

        Tensor of(Batch batch);
    }

    /**
     * Measures something that computes outputs as a network does.
     *
     * @param isOver whether there is no time for more, so that nothing is found out
     */
    Result of(final Outputs outputs, final BooleanSupplier isOver) {
        double sum = 0;
        double weight = 0;
        final var counter = measure.counter();
        for (final var members : batches) {
            if (isOver.getAsBoolean()) {
                return Result.NOTHING;
            }
            final var batch = measure.reader().read(members, 0, members.length);
            final var written = outputs.of(batch);
            counter.add(members, 0, written);
            final var unused = new float[written.features() * written.windows()];
            for (int step = 0; step < written.steps(); step++) {
                final var targets = batch.targets().step(step);
                weight += loss.weight(targets, batch.size());
                sum += loss.add(written.step(step), targets, batch.size(), 0, unused);
            }
        }
        return new Result(
                isHeldBack && weight > 0 ? OptionalDouble.of(sum / weight) : OptionalDouble.empty(), counter.value());
    }

    /** Whether something is held back, and a loss can be told of it. */
    boolean hasLoss() {
        return isHeldBack && batches.stream().anyMatch(this::hasLoss);
    }

    private boolean hasLoss(final int[] members) {
        final var targets = measure.reader().targets(members, 0, members.length);
        return IntStream.range(0, targets.steps())
                .anyMatch(step -> loss.weight(targets.step(step), members.length) > 0);
    }
}
