package org.rnn4knime.engine.training;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.rnn4knime.engine.model.EpochRecord;
import org.rnn4knime.engine.model.EpochRecord.GradientNorms;

/** Adds up what the optimizer's steps of an epoch were like. */
final class EpochTotals {

    private double losses;

    private double weights;

    private double learningRate;

    private int steps;

    private double norms;

    private double clippedNorms;

    private int clippedSteps;

    private final double[] layerNorms;

    EpochTotals(final int layers) {
        this.layerNorms = new double[layers];
    }

    /**
     * Adds a step.
     *
     * @param loss the mean over all targets
     * @param weight of these targets
     * @param rate of the step
     * @param gradient what was done to it
     */
    void add(final double loss, final double weight, final double rate, final GradientClipping.Clipped gradient) {
        learningRate = rate;
        losses += loss * weight;
        weights += weight;
        steps++;
        norms += gradient.norm();
        clippedNorms += gradient.clippedNorm();
        clippedSteps += gradient.isClipped() ? 1 : 0;
        for (int layer = 0; layer < layerNorms.length; layer++) {
            layerNorms[layer] += gradient.layerNorms()[layer];
        }
    }

    /** Whether nothing was learned: no target counted. */
    boolean isEmpty() {
        return steps == 0;
    }

    /** The mean over all targets; 0 where there is none. */
    double loss() {
        return weights > 0 ? losses / weights : 0;
    }

    /** The rate of the last step. */
    double learningRate() {
        return learningRate;
    }

    EpochRecord record(final int epoch, final Examination.Result result, final long millis) {
        // In the units of the user a number may be too large where the loss is not.
        final var metric =
                result.metric().isPresent() && Double.isFinite(result.metric().getAsDouble())
                        ? result.metric()
                        : OptionalDouble.empty();
        return new EpochRecord(epoch, loss(), result.loss(), metric, learningRate, norms(), millis);
    }

    private GradientNorms norms() {
        final var count = Math.max(1, steps);
        return new GradientNorms(
                norms / count,
                clippedNorms / count,
                (double) clippedSteps / count,
                Arrays.stream(layerNorms).mapToObj(norm -> norm / count).toList());
    }
}
