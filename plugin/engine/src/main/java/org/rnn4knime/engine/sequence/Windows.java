package org.rnn4knime.engine.sequence;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a network reads for each prediction: some neighbouring steps of one sequence. A window is a few indices; its steps stay in
 * their sequence. Steps are counted over all sequences.
 */
public final class Windows {

    private final int[] sequences;

    private final int[] from;

    private final int[] to;

    private final int[] targetFrom;

    private final int[] targetTo;

    private int size;

    private Windows(final int size, final boolean hasTargetRange) {
        this.sequences = new int[size];
        this.from = new int[size];
        this.to = new int[size];
        this.targetFrom = new int[hasTargetRange ? size : 0];
        this.targetTo = new int[hasTargetRange ? size : 0];
    }

    /** Which steps of each sequence are targets. */
    public interface Bounds {

        /** The first step that is a target. */
        int from(int sequence);

        /** The step behind the last one that is a target. */
        int to(int sequence);
    }

    /** What the windows of a kind are told to. */
    @FunctionalInterface
    interface Receiver {

        /** Takes a window that reads a range of steps, with the range of steps whose values are its targets. */
        void take(int sequence, int from, int to, int targetFrom, int targetTo);
    }

    /**
     * The windows to learn from, or to measure by, whose targets all lie within bounds. Where sequences are read whole and have one value
     * each, the bounds hold all of a sequence or nothing.
     */
    public static Windows of(final Steps steps, final Windowing windowing, final Bounds bounds) {
        return collect(windowing, new WindowCutter(steps, windowing, bounds, false));
    }

    /**
     * The windows to predict by: those of all steps that can be predicted, one each, whatever the stride. Pieces of a sequence that is
     * split overlap by half, so that all but its first steps are predicted with something before them.
     *
     * @param bounds the steps that are predicted
     */
    public static Windows predicting(final Steps steps, final Windowing windowing, final Bounds bounds) {
        return collect(windowing, new WindowCutter(steps, windowing, bounds, true));
    }

    /**
     * The windows to predict one step of each sequence by.
     *
     * @param targets the step of each sequence, with as many before it as a window needs; below 0 for no window
     */
    public static Windows before(final Steps steps, final Windowing windowing, final int[] targets) {
        final var count =
                (int) Arrays.stream(targets).filter(target -> target >= 0).count();
        final var windows = new Windows(count, windowing.data().predict() == Scope.STEP);
        for (int sequence = 0; sequence < targets.length; sequence++) {
            final var target = targets[sequence];
            if (target >= 0) {
                final var first = steps.from(sequence) + windowing.firstStep();
                windows.add(sequence, Math.max(first, target - windowing.longest()), target, target, target + 1);
            }
        }
        return windows;
    }

    /** Cutting twice, to count and to keep, needs less memory than lists that grow. */
    private static Windows collect(final Windowing windowing, final WindowCutter cutter) {
        final var count = new int[1];
        cutter.cut((sequence, from, to, targetFrom, targetTo) -> count[0]++);
        final var windows = new Windows(count[0], windowing.data().predict() == Scope.STEP);
        cutter.cut(windows::add);
        return windows;
    }

    private void add(final int sequence, final int first, final int end, final int firstTarget, final int endTarget) {
        sequences[size] = sequence;
        from[size] = first;
        to[size] = end;
        if (targetFrom.length > 0) {
            targetFrom[size] = firstTarget;
            targetTo[size] = endTarget;
        }
        size++;
    }

    /** Takes the steps that are predicted. */
    @FunctionalInterface
    public interface StepReceiver {

        /**
         * Takes a step.
         *
         * @param step counted over all sequences; of a whole window its last one
         * @param read the last step that is read for it, counted in its window
         */
        void take(int step, int read);
    }

    /** Tells the steps that a window has predictions for: of the values behind it the first alone. */
    public void eachStep(final int window, final Scope scope, final StepReceiver receiver) {
        final var last = length(window) - 1;
        switch (scope) {
            case SEQUENCE -> receiver.take(to[window] - 1, last);
            case FUTURE -> receiver.take(to[window], last);
            case STEP -> {
                for (int step = targetFrom[window]; step < targetTo[window]; step++) {
                    receiver.take(step, step - from[window]);
                }
            }
        }
    }

    /** Some of the windows, spread evenly; all if there are no more than so many. */
    public Windows spread(final int most) {
        if (size <= most) {
            return this;
        }
        final var some = new Windows(most, targetFrom.length > 0);
        for (int index = 0; index < most; index++) {
            final var window = (int) ((long) index * size / most);
            if (targetFrom.length > 0) {
                some.add(sequences[window], from[window], to[window], targetFrom[window], targetTo[window]);
            } else {
                some.add(sequences[window], from[window], to[window], 0, 0);
            }
        }
        return some;
    }

    /** The number of windows. */
    public int size() {
        return size;
    }

    /** The sequence of a window. */
    public int sequence(final int window) {
        return sequences[window];
    }

    /** The first step that a window reads. */
    public int from(final int window) {
        return from[window];
    }

    /** The step behind the last one that a window reads. */
    public int to(final int window) {
        return to[window];
    }

    /** The number of steps that a window reads. */
    public int length(final int window) {
        return to[window] - from[window];
    }

    /** The steps of the longest window; 0 if there is none. */
    public int longest() {
        return IntStream.range(0, size()).map(this::length).max().orElse(0);
    }

    /** With one value a step, the first step in the window whose value is its target. */
    public int targetFrom(final int window) {
        return targetFrom[window];
    }

    /** With one value a step, the step behind the last one whose value is its target. */
    public int targetTo(final int window) {
        return targetTo[window];
    }
}
