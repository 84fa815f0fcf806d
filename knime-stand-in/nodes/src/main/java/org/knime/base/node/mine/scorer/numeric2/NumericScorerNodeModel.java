package org.knime.base.node.mine.scorer.numeric2;

import java.util.stream.DoubleStream;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettingsRO;
import org.rnn4knime.standin.nodes.Require;
import org.rnn4knime.standin.nodes.SettingsNodeModel;

/** Scores a column of predictions; one row a measure. */
final class NumericScorerNodeModel extends SettingsNodeModel<NumericScorerSettings> {

    NumericScorerNodeModel() {
        super(1, 1);
    }

    @Override
    protected NumericScorerSettings read(final NodeSettingsRO settings) throws InvalidSettingsException {
        return NumericScorerSettings.read(settings);
    }

    @Override
    protected DataTableSpec[] configure(final DataTableSpec[] inputs) throws InvalidSettingsException {
        referenceColumn(inputs[0]);
        predictedColumn(inputs[0]);
        return new DataTableSpec[] {outputSpec()};
    }

    @Override
    protected BufferedDataTable[] execute(final BufferedDataTable[] inputs, final ExecutionContext context)
            throws Exception {
        final var spec = inputs[0].getDataTableSpec();
        final var reference = referenceColumn(spec);
        final var predicted = predictedColumn(spec);
        final var truth = DoubleStream.builder();
        final var predictions = DoubleStream.builder();
        var skipped = 0;
        for (final var row : inputs[0]) {
            context.checkCanceled();
            if (row.getCell(reference).isMissing()) {
                skipped++;
                continue;
            }
            if (row.getCell(predicted).isMissing()) {
                throw new KNIMEException("The prediction is missing in row '" + row.getKey()
                        + "'. Remove the row before the Numeric Scorer.");
            }
            truth.add(((DoubleValue) row.getCell(reference)).getDoubleValue());
            predictions.add(((DoubleValue) row.getCell(predicted)).getDoubleValue());
        }
        if (skipped > 0) {
            setWarningMessage(skipped + " rows were skipped because their reference value is missing.");
        }
        final var scores = NumericScores.of(
                truth.build().toArray(),
                predictions.build().toArray(),
                settings().predictors());
        final var container = context.createDataContainer(outputSpec());
        scores.byName().forEach((name, value) -> container.addRowToTable(new DefaultRow(name, new DoubleCell(value))));
        container.close();
        return new BufferedDataTable[] {container.getTable()};
    }

    private int referenceColumn(final DataTableSpec spec) throws InvalidSettingsException {
        return Require.column(spec, settings().reference(), "reference column", DoubleValue.class);
    }

    private int predictedColumn(final DataTableSpec spec) throws InvalidSettingsException {
        return Require.column(spec, settings().predicted(), "predicted column", DoubleValue.class);
    }

    private DataTableSpec outputSpec() throws InvalidSettingsException {
        final var name = settings().outputColumn().orElse(settings().predicted());
        return new DataTableSpec("Scores", new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec());
    }
}
