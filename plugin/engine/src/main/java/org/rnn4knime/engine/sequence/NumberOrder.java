package org.rnn4knime.engine.sequence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows in the order of numbers. */
record NumberOrder(NumberColumn column) implements Order {

    /** Steps such as 0.3 - 0.2 and 0.2 - 0.1 differ in their last digits only, so these do not count. */
    private static final MathContext STEP_DIGITS = new MathContext(9);

    /** From here on a double is not every whole number. */
    private static final double INEXACT = 1L << 53;

    static NumberOrder of(final NumberColumn column, final List<String> rowIds) {
        for (int row = 0; row < column.size(); row++) {
            final var value = column.values()[row];
            if (Double.isNaN(value)) {
                throw Order.missing(column, rowIds.get(row));
            }
            if (Double.isInfinite(value)) {
                throw new UnusableDataException(
                        "The order column \"" + column.name() + "\" holds " + value + " in row \"" + rowIds.get(row)
                                + "\".",
                        "Replace it by a number that says where the row belongs.");
            }
            if (Math.abs(value) >= INEXACT) {
                throw new UnusableDataException(
                        String.format(
                                Locale.ROOT,
                                "The order column \"%s\" holds %.0f in row \"%s\", but from %.0f on neighbouring"
                                        + " numbers cannot be told apart.",
                                column.name(),
                                value,
                                rowIds.get(row),
                                INEXACT),
                        "Convert the column to dates and times or to smaller numbers before.");
            }
        }
        return new NumberOrder(column);
    }

    @Override
    public int compare(final int row, final int other) {
        // Adding zero makes -0 and 0 the same place.
        return Double.compare(column.values()[row] + 0.0, column.values()[other] + 0.0);
    }

    @Override
    public boolean isRegular(final int[] rows) {
        return MostUsual.of(steps(rows)).map(MostUsual::isOnly).orElse(true);
    }

    @Override
    public Column continued(final int[] rows, final int steps) {
        final var step = MostUsual.of(steps(rows))
                .orElseThrow(() -> Order.noStep(column))
                .value();
        final var last = value(rows[rows.length - 1]);
        final var values = new double[steps];
        for (int next = 0; next < steps; next++) {
            values[next] =
                    last.add(step.multiply(BigDecimal.valueOf(next + 1L))).doubleValue();
        }
        return new NumberColumn(column.name(), values);
    }

    /** Numbers may leave some out for reasons of their own. */
    @Override
    public Optional<Gap> gap(final int[] rows) {
        return Optional.empty();
    }

    private Stream<BigDecimal> steps(final int[] rows) {
        return IntStream.range(1, rows.length)
                .mapToObj(step -> value(rows[step]).subtract(value(rows[step - 1])))
                .map(difference -> difference.round(STEP_DIGITS).stripTrailingZeros());
    }

    private BigDecimal value(final int row) {
        return BigDecimal.valueOf(column.values()[row]);
    }
}
