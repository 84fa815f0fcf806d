package org.knime.base.node.mine.scorer.accuracy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettingsRO;
import org.rnn4knime.standin.nodes.Require;
import org.rnn4knime.standin.nodes.SettingsNodeModel;

/** Compares two columns of classes: a confusion matrix, and statistics of each class and of all. */
final class ScorerNodeModel extends SettingsNodeModel<ScorerSettings> {

    private static final List<String> COUNTS =
            List.of("TruePositives", "FalsePositives", "TrueNegatives", "FalseNegatives");

    private static final List<String> RATES =
            List.of("Recall", "Precision", "Sensitivity", "Specificity", "F-measure", "Accuracy", "Cohen's kappa");

    ScorerNodeModel() {
        super(1, 2);
    }

    @Override
    protected ScorerSettings read(final NodeSettingsRO settings) throws InvalidSettingsException {
        return ScorerSettings.read(settings);
    }

    @Override
    protected DataTableSpec[] configure(final DataTableSpec[] inputs) throws InvalidSettingsException {
        column(inputs[0], settings().truth(), "true class");
        column(inputs[0], settings().prediction(), "predicted class");
        return new DataTableSpec[] {null, statisticsSpec()};
    }

    @Override
    protected BufferedDataTable[] execute(final BufferedDataTable[] inputs, final ExecutionContext context)
            throws Exception {
        final var spec = inputs[0].getDataTableSpec();
        final var first = column(spec, settings().truth(), "true class");
        final var second = column(spec, settings().prediction(), "predicted class");
        final var truth = new ArrayList<String>();
        final var predictions = new ArrayList<String>();
        for (final var row : inputs[0]) {
            context.checkCanceled();
            if (!row.getCell(first).isMissing() && !row.getCell(second).isMissing()) {
                truth.add(row.getCell(first).toString());
                predictions.add(row.getCell(second).toString());
            } else if (!settings().ignoreMissing()) {
                throw new KNIMEException("A class is missing in row '" + row.getKey()
                        + "'. Remove the row before the Scorer, or let the Scorer ignore missing values.");
            }
        }
        if (truth.size() < inputs[0].size()) {
            setWarningMessage((inputs[0].size() - truth.size()) + " rows were skipped because a class is missing.");
        }
        final var matrix = ConfusionMatrix.of(truth, predictions);
        return new BufferedDataTable[] {confusion(matrix, context), statistics(matrix, context)};
    }

    private static int column(final DataTableSpec spec, final String name, final String role)
            throws InvalidSettingsException {
        return Require.column(spec, name, role, DataValue.class);
    }

    private static BufferedDataTable confusion(final ConfusionMatrix matrix, final ExecutionContext context) {
        final var names = matrix.classes().toArray(String[]::new);
        final var types = Collections.nCopies(names.length, IntCell.TYPE).toArray(DataType[]::new);
        final var container = context.createDataContainer(new DataTableSpec(names, types));
        for (var index = 0; index < names.length; index++) {
            container.addRowToTable(new DefaultRow(names[index], matrix.counts()[index]));
        }
        container.close();
        return container.getTable();
    }

    private static DataTableSpec statisticsSpec() {
        return new DataTableSpec(Stream.concat(
                        COUNTS.stream().map(name -> new DataColumnSpecCreator(name, IntCell.TYPE).createSpec()),
                        RATES.stream().map(name -> new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec()))
                .toArray(DataColumnSpec[]::new));
    }

    private static BufferedDataTable statistics(final ConfusionMatrix matrix, final ExecutionContext context) {
        final var container = context.createDataContainer(statisticsSpec());
        for (var index = 0; index < matrix.classes().size(); index++) {
            container.addRowToTable(new DefaultRow(matrix.classes().get(index), classStatistics(matrix, index)));
        }
        final var overall = new ArrayList<>(Collections.nCopies(9, DataType.getMissingCell()));
        overall.add(number(matrix.accuracy()));
        overall.add(number(matrix.kappa()));
        container.addRowToTable(new DefaultRow(overallName(matrix.classes()), overall));
        container.close();
        return container.getTable();
    }

    private static List<DataCell> classStatistics(final ConfusionMatrix matrix, final int index) {
        final var truePositives = matrix.truePositives(index);
        final var falsePositives = matrix.falsePositives(index);
        final var trueNegatives = matrix.trueNegatives(index);
        final var falseNegatives = matrix.falseNegatives(index);
        final var recall = (double) truePositives / (truePositives + falseNegatives);
        final var precision = (double) truePositives / (truePositives + falsePositives);
        final var specificity = (double) trueNegatives / (trueNegatives + falsePositives);
        return List.of(
                new IntCell(truePositives),
                new IntCell(falsePositives),
                new IntCell(trueNegatives),
                new IntCell(falseNegatives),
                number(recall),
                number(precision),
                number(recall),
                number(specificity),
                number(2 * precision * recall / (precision + recall)),
                DataType.getMissingCell(),
                DataType.getMissingCell());
    }

    private static DataCell number(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }

    private static String overallName(final List<String> classes) {
        var name = "Overall";
        for (var number = 1; classes.contains(name); number++) {
            name = "Overall (#" + number + ")";
        }
        return name;
    }
}
