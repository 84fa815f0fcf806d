package org.rnn4knime.nodes.testing;

import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;

/** Two days of weather: "rain" is a number, "sky" one of three words, "wet" true or false, "weight" belongs to "sky". */
public final class Weather {

    /** The number of rows. */
    public static final int HOURS = 48;

    private static final String[] SKIES = {"blue", "grey", "black", "grey", "white"};

    private Weather() {}

    /** Returns the table. */
    public static TestTable table() {
        final var table = TestTable.column("rain", DoubleCell.TYPE)
                .and("sky", StringCell.TYPE)
                .and("wet", BooleanCell.TYPE)
                .and("weight", DoubleCell.TYPE);
        for (var hour = 0; hour < HOURS; hour++) {
            final var sky = SKIES[hour * hour % SKIES.length];
            table.row(
                    TestCells.number(2 + hour % 5 + hour % 7 / 2.0),
                    TestCells.text(sky),
                    TestCells.truth(hour % 3 == 0),
                    TestCells.number(sky.equals("grey") ? 1 : 2));
        }
        return table;
    }
}
