package org.knime.base.node.mine.scorer.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each class was taken for each.
 *
 * @param classes the classes, in the order in which they first appear
 * @param counts rows: the true class; columns: the predicted one
 */
record ConfusionMatrix(List<String> classes, int[][] counts) {

    /**
     * Counts pair by pair.
     *
     * @param truth the true class of each row
     * @param predictions as many predicted classes
     */
    static ConfusionMatrix of(final List<String> truth, final List<String> predictions) {
        final var found = new LinkedHashSet<String>();
        for (var row = 0; row < truth.size(); row++) {
            found.add(truth.get(row));
            found.add(predictions.get(row));
        }
        final var classes = new ArrayList<>(found);
        final var counts = new int[classes.size()][classes.size()];
        for (var row = 0; row < truth.size(); row++) {
            counts[classes.indexOf(truth.get(row))][classes.indexOf(predictions.get(row))]++;
        }
        return new ConfusionMatrix(classes, counts);
    }

    /** Number of rows counted. */
    int total() {
        return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }

    /** Rows of the class that were predicted to be it. */
    int truePositives(final int index) {
        return counts[index][index];
    }

    /** Rows of other classes that were predicted to be it. */
    int falsePositives(final int index) {
        return predicted(index) - truePositives(index);
    }

    /** Rows of the class that were predicted to be another. */
    int falseNegatives(final int index) {
        return actual(index) - truePositives(index);
    }

    /** Rows of other classes that were predicted to be another. */
    int trueNegatives(final int index) {
        return total() - actual(index) - falsePositives(index);
    }

    /** The fraction of rows predicted right; NaN without rows. */
    double accuracy() {
        final var right = indices().map(this::truePositives).sum();
        return (double) right / total();
    }

    /** Cohen's kappa: accuracy beyond what guessing by the classes' frequencies gives; NaN if that gives 1. */
    double kappa() {
        final var rows = (double) total();
        final var byChance = indices()
                .mapToDouble(index -> actual(index) / rows * (predicted(index) / rows))
                .sum();
        return (accuracy() - byChance) / (1 - byChance);
    }

    private int actual(final int index) {
        return IntStream.of(counts[index]).sum();
    }

    private int predicted(final int index) {
        return Arrays.stream(counts).mapToInt(row -> row[index]).sum();
    }

    private IntStream indices() {
        return IntStream.range(0, classes.size());
    }
}
