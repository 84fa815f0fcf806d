package org.rnn4knime.engine.network.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes one step of all steps of a window: their mean with weights that follow from what the steps hold (Yang et al. 2016, Hierarchical
 * Attention Networks for Document Classification, equations 5 to 7).
 *
 * <pre>
 * u_t = tanh(W h_t + b)     a_t = exp(c u_t) / sum_s exp(c u_s)     output = sum_t a_t h_t
 * </pre>
 */
public final class AttentionKernel implements LayerKernel {

    private final int features;

    private final DenseKernel projection;

    private final DenseKernel context;

    /** The parameters are W [features, features], column by column, b [features] and c [features]. */
    public AttentionKernel(final int features) {
        this.features = features;
        this.projection = new DenseKernel(features, features, Nonlinearity.TANH);
        this.context = DenseKernel.withoutBias(features, 1, Nonlinearity.IDENTITY);
    }

    @Override
    public int inputs() {
        return features;
    }

    @Override
    public List<ParameterBlock> blocks() {
        return Stream.concat(projection.blocks().stream(), context.blocks().stream())
                .toList();
    }

    @Override
    public boolean summarizes() {
        return true;
    }

    @Override
    public LayerPass pass(final int width, final Mode mode) {
        return new Pass(width, mode);
    }

    @Override
    public MemoryUse passMemory(final int width, final int steps, final Mode mode) {
        final var training = mode == Mode.TRAINING;
        return projection
                .passMemory(width, steps, mode)
                .plus(context.passMemory(width, steps, mode))
                .plus(MemoryUse.signal(1, width, steps).times(training ? 2 : 1))
                .plus(MemoryUse.signal(features, width, 1))
                .plus(MemoryUse.signal(features, width, steps).onlyIf(training));
    }

    private final class Pass implements LayerPass {

        private final int width;

        private final LayerPass projecting;

        private final LayerPass scoring;

        private final Signal weights;

        private final Signal output;

        private final Signal scoreGradient;

        private final Signal inputGradient;

        private Signal input;

        Pass(final int width, final Mode mode) {
            this.width = width;
            this.projecting = projection.pass(width, mode);
            this.scoring = context.pass(width, mode);
            this.weights = new Signal(1, width);
            this.output = new Signal(features, width);
            this.scoreGradient = new Signal(1, width);
            this.inputGradient = new Signal(features, width);
            this.input = output;
        }

        @Override
        public Signal forward(final Signal newInput, final Moment moment) {
            input = newInput;
            weigh(scoring.forward(projecting.forward(input, moment), moment));
            output.resizeToOneStep();
            final var sum = output.at(0);
            Arrays.fill(sum, 0);
            for (int step = 0; step < input.steps(); step++) {
                addWeighted(input.at(step), weights.at(step), sum);
            }
            return output;
        }

        /** Softmax over the steps of each window. */
        private void weigh(final Signal scores) {
            weights.resizeLike(scores);
            for (int window = 0; window < width; window++) {
                final var length = scores.lengths()[window];
                float largest = Float.NEGATIVE_INFINITY;
                for (int step = 0; step < length; step++) {
                    largest = Math.max(largest, scores.at(step)[window]);
                }
                double sum = 0;
                for (int step = 0; step < length; step++) {
                    sum += Math.exp(scores.at(step)[window] - largest);
                }
                for (int step = 0; step < scores.steps(); step++) {
                    weights.at(step)[window] =
                            step < length ? (float) (Math.exp(scores.at(step)[window] - largest) / sum) : 0;
                }
            }
        }

        private void addWeighted(final float[] values, final float[] ofWindows, final float[] sum) {
            for (int index = 0; index < sum.length; index++) {
                sum[index] += ofWindows[index % width] * values[index];
            }
        }

        @Override
        public Signal backward(
                final Signal outputGradient,
                final boolean inputGradientWanted,
                final Gradient gradient,
                final Moment moment) {
            final var from = outputGradient.at(0);
            differentiateWeights(from);
            final var projected = scoring.backward(scoreGradient, true, gradient, moment);
            final var throughScores = projecting.backward(projected, inputGradientWanted, gradient, moment);
            inputGradient.resizeLike(input);
            for (int step = 0; step < input.steps(); step++) {
                final var to = inputGradient.at(step);
                System.arraycopy(throughScores.at(step), 0, to, 0, to.length);
                addWeighted(from, weights.at(step), to);
            }
            return inputGradient;
        }

        /** From the gradient by the output to that by the scores, through the softmax. */
        private void differentiateWeights(final float[] from) {
            scoreGradient.resizeLike(input);
            final var mean = new float[width];
            for (int step = 0; step < input.steps(); step++) {
                final var by = scoreGradient.at(step);
                Arrays.fill(by, 0);
                for (int index = 0; index < from.length; index++) {
                    by[index % width] += from[index] * input.at(step)[index];
                }
                for (int window = 0; window < width; window++) {
                    mean[window] += weights.at(step)[window] * by[window];
                }
            }
            for (int step = 0; step < input.steps(); step++) {
                for (int window = 0; window < width; window++) {
                    final var by = scoreGradient.at(step);
                    by[window] = weights.at(step)[window] * (by[window] - mean[window]);
                }
            }
        }

        @Override
        public void close() {
            projecting.close();
            scoring.close();
        }
    }
}
