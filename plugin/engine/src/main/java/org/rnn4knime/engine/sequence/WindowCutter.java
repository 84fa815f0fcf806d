package org.rnn4knime.engine.sequence;

import org.rnn4knime.engine.sequence.Windows.Bounds;
import org.rnn4knime.engine.sequence.Windows.Receiver;

/**
 * Cuts windows out of sequences.
 *
 * @param steps where the sequences lie
 * @param windowing how they are cut
 * @param bounds the steps that are targets
 * @param predicts whether each step is wanted, rather than those to learn from
 */
record WindowCutter(Steps steps, Windowing windowing, Bounds bounds, boolean predicts) {

    /** Tells all windows, sequence after sequence, in the order of their steps. */
    void cut(final Receiver receiver) {
        for (int sequence = 0; sequence < steps.sequences(); sequence++) {
            if (bounds.from(sequence) < bounds.to(sequence)) {
                cut(sequence, receiver);
            }
        }
    }

    private void cut(final int sequence, final Receiver receiver) {
        switch (windowing.data().predict()) {
            case FUTURE -> cutFuture(sequence, receiver);
            case STEP -> cutPieces(sequence, steps.from(sequence), bounds.to(sequence), receiver);
            case SEQUENCE -> {
                if (windowing.data().isSliding()) {
                    cutSliding(sequence, receiver);
                } else {
                    cutPieces(sequence, steps.from(sequence), steps.to(sequence), receiver);
                }
            }
        }
    }

    private int stride() {
        return predicts ? 1 : windowing.stride();
    }

    /** The first target from some step on, so that the last one of all is reached by strides. */
    private int aligned(final int from, final int last) {
        return from + Math.floorMod(last - from, stride());
    }

    /** Each window is followed by its targets. */
    private void cutFuture(final int sequence, final Receiver receiver) {
        final var first = steps.from(sequence) + windowing.firstStep();
        final var ahead = predicts ? 1 : windowing.ahead();
        final var last = bounds.to(sequence) - ahead;
        final var from = Math.max(bounds.from(sequence), first + windowing.minimum());
        for (int target = aligned(from, last); target <= last; target += stride()) {
            receiver.take(sequence, Math.max(first, target - windowing.longest()), target, target, target + ahead);
        }
    }

    /** The last step of each window is its target's. */
    private void cutSliding(final int sequence, final Receiver receiver) {
        final var last = bounds.to(sequence) - 1;
        final var from = Math.max(bounds.from(sequence), steps.from(sequence) + windowing.minimum() - 1);
        for (int target = aligned(from, last); target <= last; target += stride()) {
            receiver.take(sequence, target + 1 - windowing.minimum(), target + 1, target, target + 1);
        }
    }

    private void cutPieces(final int sequence, final int from, final int to, final Receiver receiver) {
        final var longest = windowing.longest();
        if (to - from <= longest) {
            take(sequence, from, to, from, to, receiver);
            return;
        }
        switch (windowing.beyond()) {
            case KEEP_END -> take(sequence, to - longest, to, to - longest, to, receiver);
            case KEEP_START -> take(sequence, from, from + longest, from, from + longest, receiver);
            case SPLIT -> split(sequence, from, to, receiver);
        }
    }

    private void split(final int sequence, final int from, final int to, final Receiver receiver) {
        final var longest = windowing.longest();
        final var overlap = predicts && windowing.data().predict() == Scope.STEP ? longest / 2 : 0;
        int done = from;
        while (done < to) {
            // A step near the end of a piece lacks what comes after it, which only some networks read; what comes
            // before, all do.
            final var start = Math.max(from, done - overlap);
            final var end = Math.min(to, start + longest);
            take(sequence, start, end, done, end, receiver);
            done = end;
        }
    }

    private void take(
            final int sequence,
            final int from,
            final int to,
            final int targetFrom,
            final int targetTo,
            final Receiver receiver) {
        final var first = Math.max(targetFrom, bounds.from(sequence));
        if (first < targetTo && from < to) {
            receiver.take(sequence, from, to, first, targetTo);
        }
    }
}
