package org.rnn4knime.nodes.learner;

/**
 * Where a time step is, and what is predicted: on this depends which settings mean something. What means nothing is neither shown
 * nor used.
 *
 * @param layout where a time step is
 * @param predict what is predicted
 */
record Task(LayoutChoice layout, PredictChoice predict) {

    /** Returns whether there is such a task: step columns and texts have no place for one value a time step. */
    boolean isPossible() {
        return predict != PredictChoice.STEP || !(layout == LayoutChoice.COLUMNS || layout == LayoutChoice.TEXT);
    }

    /** Returns whether the next values are predicted of columns that are chosen as something else: step columns, a text. */
    private boolean isItsOwnTarget() {
        return predict == PredictChoice.FUTURE && (layout == LayoutChoice.COLUMNS || layout == LayoutChoice.TEXT);
    }

    /** Returns whether the target is a column that is chosen as such. */
    boolean hasTargetColumn() {
        return !isItsOwnTarget();
    }

    /** Returns whether features are chosen. */
    boolean hasFeatures() {
        return layout != LayoutChoice.TEXT;
    }

    /** Returns whether nothing can be learned without features, unlike where the target's own past is read. */
    boolean needsFeatures() {
        return hasFeatures() && (predict != PredictChoice.FUTURE || layout == LayoutChoice.COLUMNS);
    }

    /** Returns whether features can be known in the future. */
    boolean hasKnownFuture() {
        return isRows() && isFuture();
    }

    boolean isRows() {
        return layout == LayoutChoice.ROWS;
    }

    boolean isColumns() {
        return layout == LayoutChoice.COLUMNS;
    }

    boolean isText() {
        return layout == LayoutChoice.TEXT;
    }

    /** Returns whether the next values are predicted. */
    boolean isFuture() {
        return predict == PredictChoice.FUTURE;
    }

    /** Returns whether the next numbers or classes are predicted, and not the next symbols of a text. */
    boolean isForecast() {
        return isFuture() && !isText();
    }

    /** Returns whether there may be numbers among what is read or predicted: not where both are symbols. */
    boolean hasNumbers() {
        return !(isFuture() && isText());
    }

    /** Returns whether one window after the other may be cut out of a sequence. */
    boolean slides() {
        return isFuture() || (isRows() && predict == PredictChoice.SEQUENCE);
    }

    /** Returns whether sequences may be cut into parts of one length: windows or pieces. */
    boolean isCut() {
        return isFuture() || isRows();
    }

    /** Returns whether sequences may be read whole. */
    boolean isWhole() {
        return !isFuture();
    }

    /** Returns whether what the network finds at each time step may have to be summed up. */
    boolean isSummedUp() {
        return predict != PredictChoice.STEP;
    }
}
