package org.rnn4knime.engine.network;

import org.rnn4knime.engine.sequence.SettingRange;

/**
 * A convolution over time with ReLU before the recurrent layers, and the largest value of each few steps after it: a step of the
 * recurrent layers then sees a pattern of several steps, and has fewer of them to remember.
 *
 * @param filters the patterns that are learned
 * @param kernelSize the steps that a pattern covers, centred; beyond the ends of a sequence are zeros
 * @param poolingSize of so many steps the largest value is kept; 1 keeps all
 */
public record Convolution(int filters, int kernelSize, int poolingSize) {

    /** The most steps that a pattern covers, or that are pooled. */
    public static final int LONGEST = 1000;

    /** Refuses sizes out of range with an IllegalArgumentException. */
    public Convolution {
        SettingRange.requireBetween("Filters", filters, 1, NetworkSettings.MOST_HIDDEN_UNITS);
        SettingRange.requireBetween("Kernel size", kernelSize, 1, LONGEST);
        SettingRange.requireBetween("Pooling size", poolingSize, 1, LONGEST);
    }
}
