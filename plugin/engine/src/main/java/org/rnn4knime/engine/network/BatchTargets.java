package org.rnn4knime.engine.network;

import java.util.Arrays;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;

/** Which targets of a batch count. */
final class BatchTargets {

    private BatchTargets() {}

    /** The sum of the weights of all targets that do not lie behind the end of their window. */
    static double weight(final Batch batch, final Loss loss) {
        final var targets = batch.targets();
        final var values = targets.features() * targets.windows();
        double sum = 0;
        for (int step = 0; step < targets.steps(); step++) {
            final var some = Arrays.copyOfRange(targets.values(), step * values, (step + 1) * values);
            for (int index = 0; index < some.length; index++) {
                if (step >= batch.lengths()[index % targets.windows()]) {
                    some[index] = Float.NaN;
                }
            }
            sum += loss.weight(some, targets.windows());
        }
        return sum;
    }

    /** Of each window, whether its last target weighs anything; not so without a step. */
    static boolean[] lastWeighs(final Batch batch, final Scope scope, final Loss loss) {
        final var weighs = new boolean[batch.size()];
        for (int window = 0; window < weighs.length; window++) {
            final var length = batch.lengths()[window];
            final var last = scope == Scope.STEP ? length - 1 : 0;
            weighs[window] = length > 0 && loss.weight(batch.targets().step(last, window), 1) > 0;
        }
        return weighs;
    }

    /** The same batch without the targets of other steps than the last one of each window. */
    static Batch withLastOnly(final Batch batch, final Scope scope) {
        if (scope == Scope.SEQUENCE) {
            return batch;
        }
        final var all = batch.targets();
        final var last = Tensor.zeros(all.steps(), all.features(), all.windows());
        Arrays.fill(last.values(), Float.NaN);
        for (int window = 0; window < batch.size(); window++) {
            final var step = batch.lengths()[window] - 1;
            for (int value = 0; step >= 0 && value < all.features(); value++) {
                last.values()[last.index(step, value, window)] = all.get(step, value, window);
            }
        }
        return new Batch(batch.inputs(), batch.lengths(), last);
    }
}
