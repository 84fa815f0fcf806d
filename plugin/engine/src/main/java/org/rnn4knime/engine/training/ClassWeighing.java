package org.rnn4knime.engine.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.rnn4knime.engine.encoding.BatchReader;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.model.ClassWeights;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.sequence.UnusableDataException;

/** Finds how much each class counts in the loss. */
final class ClassWeighing {

    private final ClassTarget target;

    private final Runnable check;

    private ClassWeighing(final ClassTarget target, final Runnable check) {
        this.target = target;
        this.check = check;
    }

    /**
     * The weight of each class, in the order of the outputs.
     *
     * @param learned the windows to learn from, whose targets are counted
     * @param table the rows to learn from
     * @param check is run again and again; what it throws ends the work
     * @throws UnusableDataException if a column of weights does not give each class one weight that is 0 or more
     */
    static double[] of(
            final ClassWeights weights,
            final ClassTarget target,
            final BatchReader learned,
            final Table table,
            final Runnable check) {
        final var weighing = new ClassWeighing(target, check);
        return switch (weights.type()) {
            case NONE -> weighing.ones();
            case BALANCED -> weighing.balanced(learned);
            case COLUMN -> weighing.ofColumn(weights.column(), table);
        };
    }

    private double[] ones() {
        final var ones = new double[target.classes()];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** n / (classes * n of the class), as in scikit-learn, where classes are those that there is something to learn of. */
    private double[] balanced(final BatchReader learned) {
        final var counts = counts(learned);
        final var all = Arrays.stream(counts).sum();
        final var classes = Arrays.stream(counts).filter(count -> count > 0).count();
        // A class without a target is never learned from; its weight is read nowhere.
        return Arrays.stream(counts)
                .mapToDouble(count -> count == 0 ? 1 : (double) all / classes / count)
                .toArray();
    }

    private long[] counts(final BatchReader learned) {
        final var counts = new long[target.classes()];
        final var members = IntStream.range(0, learned.windows().size()).toArray();
        for (int window = 0; window < members.length; window++) {
            check.run();
            for (final float index :
                    learned.targets(members, window, window + 1).values()) {
                if (!Float.isNaN(index)) {
                    counts[(int) index]++;
                }
            }
        }
        return counts;
    }

    private double[] ofColumn(final String name, final Table table) {
        if (!(table.column(name) instanceof NumberColumn weights)) {
            throw new UnusableDataException(
                    "The column of class weights \"" + name + "\" holds no numbers.",
                    "Choose a column of numbers, with the same weight in all rows of a class.");
        }
        final var found = new double[target.classes()];
        Arrays.fill(found, Double.NaN);
        // What is unknown may have any weight in its rows, so it counts as it is.
        Arrays.fill(found, 0, target.first(), 1);
        final var classes = table.column(target.column());
        final var encoded = target.encode(classes);
        for (int row = 0; row < encoded.length; row++) {
            if (encoded[row] >= target.first() && !weights.isMissing(row)) {
                found[(int) encoded[row]] =
                        weight(weights, row, found[(int) encoded[row]], (TextColumn) classes, table);
            }
        }
        for (int index = target.first(); index < found.length; index++) {
            if (Double.isNaN(found[index])) {
                throw new UnusableDataException(
                        "The class \"" + target.names().get(index - target.first())
                                + "\" has no weight in the column \"" + name + "\".",
                        "Give each class a weight there, or choose other class weights.");
            }
        }
        if (Arrays.stream(found).skip(target.first()).noneMatch(weight -> weight > 0)) {
            throw new UnusableDataException(
                    "All class weights in the column \"" + name + "\" are 0, so there is nothing to learn.",
                    "Give the classes weights above 0, or choose other class weights.");
        }
        return found;
    }

    private static double weight(
            final NumberColumn weights,
            final int row,
            final double before,
            final TextColumn classes,
            final Table table) {
        final var weight = weights.values()[row];
        final var place = "The column of class weights \"" + weights.name() + "\" holds " + NumberColumn.text(weight)
                + " in the row \"" + table.rowIds().get(row) + "\"";
        if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
            throw new UnusableDataException(place + ", but a weight is 0 or more.", "Correct the weight.");
        }
        if (!Double.isNaN(before) && before != weight) {
            throw new UnusableDataException(
                    place + ", but " + NumberColumn.text(before) + " in another row of the class \""
                            + classes.text(row).orElseThrow() + "\".",
                    "Give all rows of a class the same weight.");
        }
        return weight;
    }
}
