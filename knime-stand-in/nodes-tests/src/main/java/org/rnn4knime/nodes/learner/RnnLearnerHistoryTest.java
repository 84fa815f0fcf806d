package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;
import org.rnn4knime.nodes.table.HistoryTable;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;
import org.rnn4knime.nodes.testing.Weather;

/** The second output of the learner has the columns that it promised. */
class RnnLearnerHistoryTest {

    @ParameterizedTest
    @CsvSource({
        "ROWS, FUTURE, rain, wet, 0, false, Training RMSE",
        "ROWS, FUTURE, rain, sky, 0.25, false, Validation RMSE",
        "ROWS, FUTURE, sky, wet, 0, false, Training accuracy",
        "ROWS, STEP, wet, rain, 0.25, false, Validation accuracy",
        "ROWS, SEQUENCE, sky, rain, 0, true, Validation accuracy",
        "ROWS, SEQUENCE, rain, sky, 0.25, true, Validation RMSE",
        "TEXT, SEQUENCE, rain, '', 0.25, false, Validation RMSE",
        "TEXT, FUTURE, '', '', 0, false, Training accuracy"
    })
    void hasTheColumnsThatWereKnownBefore(
            final String layout,
            final String predict,
            final String target,
            final String feature,
            final double fraction,
            final boolean hasValidationTable,
            final String metric)
            throws InvalidSettingsException {
        final var tables = Stream.generate(() -> Weather.table().create())
                .limit(hasValidationTable ? 2 : 1)
                .toArray(PortObject[]::new);
        final var node = hasValidationTable
                ? new TestNode(new RnnLearnerNodeFactory(), "Validation data")
                : new TestNode(new RnnLearnerNodeFactory());
        final var specs = Stream.of(tables).map(PortObject::getSpec).toArray(DataTableSpec[]::new);
        node.configure(specs);
        node.change("data", data -> {
                    data.addString("layout", layout);
                    data.addString("predict", predict);
                    data.addString("targetColumn", target);
                    data.addString("textColumn", "sky");
                })
                .change(
                        "data/featureColumns/manualFilter",
                        filter -> filter.addStringArray("manuallySelected", feature))
                .change("sequences", sequences -> sequences.addInt("sequenceLength", 2))
                .change("network", network -> network.addInt("hiddenUnits", 3))
                .change("training", training -> training.addInt("epochs", 2))
                .change("validation", validation -> validation.addDouble("validationFraction", fraction));

        assertTrue(node.configure(specs), node::message);
        final var promised = columns((DataTableSpec) node.spec(1));
        final var before = (RnnModelPortObjectSpec) node.spec(0);
        assertTrue(node.execute(tables), node::message);

        final var kept = columns(node.table(1).getDataTableSpec());
        assertEquals(promised, kept);
        assertEquals(metric + " DoubleCell", kept.get(4));
        assertEquals(List.of("1", "2"), TestTable.texts(node.table(1), "Epoch"));
        final var isHeldBack = fraction > 0 || hasValidationTable;
        assertEquals(promised, columns(HistoryTable.spec(before.history(isHeldBack))));
        final var after = (RnnModelPortObjectSpec) node.output(0).getSpec();
        assertEquals(promised, columns(HistoryTable.spec(after.history(isHeldBack))));
    }

    /** Names and types, without the values that only a table has. */
    private static List<String> columns(final DataTableSpec spec) {
        return spec.stream()
                .map(column ->
                        column.getName() + " " + column.getType().getCellClass().getSimpleName())
                .toList();
    }
}
