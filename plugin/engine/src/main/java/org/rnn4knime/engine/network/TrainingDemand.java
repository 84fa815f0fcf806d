package org.rnn4knime.engine.network;

import java.util.Objects;

/**
 * What a training asks for beside its network, as far as memory depends on it.
 *
 * @param data the sizes of what is read
 * @param threads that compute one network, the calling one included
 * @param networks that are trained
 * @param optimizerArrays values that the optimizer remembers of each parameter
 * @param keepsBest whether the parameters of the best epoch are kept, and what the optimizer remembered then
 */
public record TrainingDemand(Data data, int threads, Networks networks, int optimizerArrays, boolean keepsBest) {

    /**
     * The sizes of what is read.
     *
     * @param windows that are learned from
     * @param heldBack windows that are measured by; 0 if there are none
     * @param batchSize the windows of a batch, if there are as many
     * @param longest the steps of the longest window of all
     * @param stepsAtOnce the steps of the pieces that a window is learned in: as many as the longest has or, where back-propagation is
     *     truncated, fewer
     */
    public record Data(int windows, int heldBack, int batchSize, int longest, int stepsAtOnce) {

        /** Refuses a negative size with an IllegalArgumentException. */
        public Data {
            if (windows < 0 || heldBack < 0 || batchSize < 1 || longest < 0 || stepsAtOnce < 0) {
                throw new IllegalArgumentException("There are no sizes like " + windows + ", " + heldBack + ", "
                        + batchSize + ", " + longest + ", " + stepsAtOnce + ".");
            }
        }
    }

    /**
     * The networks of a model.
     *
     * @param all of them
     * @param atOnce those that are trained at the same time
     */
    public record Networks(int all, int atOnce) {

        /** Refuses numbers out of range with an IllegalArgumentException. */
        public Networks {
            if (atOnce < 1 || all < atOnce) {
                throw new IllegalArgumentException("There are no " + atOnce + " of " + all + " networks.");
            }
        }
    }

    /** Refuses a number out of range with an IllegalArgumentException. */
    public TrainingDemand {
        Objects.requireNonNull(data);
        Objects.requireNonNull(networks);
        if (threads < 1 || optimizerArrays < 0) {
            throw new IllegalArgumentException("There is no training with " + threads + " threads and "
                    + optimizerArrays + " values a parameter.");
        }
    }
}
