package org.knime.base.node.preproc.partition;

import java.util.OptionalLong;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.rnn4knime.standin.nodes.Require;

/**
 * The settings of the Table Partitioner.
 *
 * @param size whether the first part's size is relative or absolute
 * @param percentage the first part's size in percent, 0 to 100
 * @param rowCount the first part's size in rows
 * @param sampling how the first part's rows are chosen
 * @param classColumn the column whose distribution stratified sampling keeps
 * @param seed the seed of random choices, if they are to be the same each time
 * @param whenEmpty what to do with a table without rows
 */
record PartitionSettings(
        Size size,
        double percentage,
        long rowCount,
        Sampling sampling,
        String classColumn,
        OptionalLong seed,
        WhenEmpty whenEmpty) {

    /** How the first part's size is given. */
    enum Size {
        RELATIVE,
        ABSOLUTE
    }

    /** How the first part's rows are chosen. */
    enum Sampling {
        RANDOM,
        STRATIFIED,
        LINEAR,
        FIRST_ROWS
    }

    /** What to do with a table without rows. */
    enum WhenEmpty {
        FAIL,
        OUTPUT_EMPTY
    }

    static PartitionSettings read(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var percentage = settings.getDouble("percentage");
        if (!(percentage >= 0 && percentage <= 100)) {
            throw new InvalidSettingsException(
                    "The relative size is " + percentage + " %, but must lie between 0 and 100 %.");
        }
        final var rowCount = settings.getLong("rowCount");
        if (rowCount < 1) {
            throw new InvalidSettingsException("The number of rows is " + rowCount + ", but must be at least 1.");
        }
        return new PartitionSettings(
                Require.constant(Size.class, settings, "partitioningMode"),
                percentage,
                rowCount,
                Require.constant(Sampling.class, settings, "mode"),
                settings.getString("class_column"),
                settings.getBoolean("seed_is_present", true)
                        ? OptionalLong.of(settings.getLong("seed"))
                        : OptionalLong.empty(),
                Require.constant(WhenEmpty.class, settings, "actionEmpty"));
    }

    /** The number of rows of the first part of a table with so many rows. */
    int firstRows(final int rows) {
        // The small addition makes 29 % of 100 rows 29 rows, in spite of 0.29 * 100 = 28.999…
        final var wanted = size == Size.ABSOLUTE ? rowCount : (long) (percentage / 100 * rows + 1e-9);
        return (int) Math.min(rows, wanted);
    }
}
