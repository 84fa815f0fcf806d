package org.rnn4knime.benchmarks.engines;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.rnn4knime.benchmarks.worker.Dependency;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.ListColumn;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.RowIds;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TextColumn;

/**
 * Draws tables of list cells, one row a sequence.
 *
 * @param problem that the rows are examples of
 * @param steps over which something is to be remembered
 */
record DependencyTables(Dependency problem, int steps) {

    private static final String VALUE = "value";

    private static final String MARK = "mark";

    private static final String SYMBOL = "symbol";

    private static final char FIRST_SYMBOL = 'a';

    /** The columns that are read. */
    List<String> features() {
        return problem == Dependency.ADDING ? List.of(VALUE, MARK) : List.of(SYMBOL);
    }

    /** The column that is predicted. */
    String target() {
        return problem == Dependency.ADDING ? "sum" : "first";
    }

    /**
     * Random rows.
     *
     * @param longest whether all rows reach over all steps; if not, those of the copying reach over one step to all
     */
    Table draw(final int rows, final boolean longest, final long seed) {
        final var random = new SplittableRandom(seed);
        return new Table(
                RowIds.numbered("Row", rows),
                problem == Dependency.ADDING ? sums(rows, random) : symbols(rows, longest, random));
    }

    private List<Column> sums(final int rows, final SplittableRandom random) {
        final var offsets =
                IntStream.rangeClosed(0, rows).map(row -> row * steps).toArray();
        final var values = random.doubles((long) rows * steps).toArray();
        final var marks = new double[values.length];
        final var sums = new double[rows];
        final var half = steps / 2;
        for (int row = 0; row < rows; row++) {
            final var early = offsets[row] + random.nextInt(half);
            final var late = offsets[row] + half + random.nextInt(steps - half);
            marks[early] = 1;
            marks[late] = 1;
            sums[row] = values[early] + values[late];
        }
        return List.of(
                new ListColumn(VALUE, offsets, new BitSet(), new NumberColumn(VALUE, values)),
                new ListColumn(MARK, offsets, new BitSet(), new NumberColumn(MARK, marks)),
                new NumberColumn(target(), sums));
    }

    private List<Column> symbols(final int rows, final boolean longest, final SplittableRandom random) {
        final var offsets = new int[rows + 1];
        final var symbols = TextColumn.builder(SYMBOL, rows * (steps + 1));
        final var firsts = TextColumn.builder(target(), rows);
        for (int row = 0; row < rows; row++) {
            final var first = symbol(random);
            firsts.add(first);
            symbols.add(first);
            final var following = longest ? steps : 1 + random.nextInt(steps);
            for (int step = 0; step < following; step++) {
                symbols.add(symbol(random));
            }
            offsets[row + 1] = offsets[row] + 1 + following;
        }
        return List.of(new ListColumn(SYMBOL, offsets, new BitSet(), symbols.build()), firsts.build());
    }

    private static Optional<String> symbol(final SplittableRandom random) {
        return Optional.of(Character.toString(FIRST_SYMBOL + random.nextInt(Dependency.SYMBOLS)));
    }
}
