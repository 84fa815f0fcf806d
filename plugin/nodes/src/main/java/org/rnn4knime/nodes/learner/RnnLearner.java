package org.rnn4knime.nodes.learner;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.training.Trainer;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;
import org.rnn4knime.nodes.run.EngineCall;
import org.rnn4knime.nodes.table.ColumnChecks;
import org.rnn4knime.nodes.table.HistoryTable;
import org.rnn4knime.nodes.table.TableReader;

/** What the RNN Learner does: checks the columns before, then trains a model. */
final class RnnLearner {

    /** Reading the table takes next to nothing beside the training. */
    private static final double SHARE_OF_READING = 0.02;

    private RnnLearner() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final var table = input.getInTableSpec(0);
        final var settings = checkedSettings(input.getParameters(), table);
        output.setOutSpec(0, new RnnModelPortObjectSpec(settings, table));
        output.setOutSpec(1, HistoryTable.spec());
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        final var table = input.getInTable(0);
        final var spec = table.getDataTableSpec();
        final var context = input.getExecutionContext();
        final var settings = EngineCall.run(() -> checkedSettings(input.getParameters(), spec));
        final var trained = EngineCall.run(() -> {
            final var rows = TableReader.read(table, settings.data(), context.createSubProgress(SHARE_OF_READING));
            return Trainer.train(rows, settings, new TrainingMonitor(context.createSubProgress(1 - SHARE_OF_READING)));
        });
        final var model = new RnnModelPortObject(trained.model(), new RnnModelPortObjectSpec(settings, spec));
        output.setOutData(0, model);
        output.setOutData(1, HistoryTable.create(trained.model().history(), context));
        EngineCall.showWarnings(trained.warnings(), output::setWarningMessage);
    }

    private static RnnSettings checkedSettings(final RnnLearnerNodeParameters parameters, final DataTableSpec table)
            throws InvalidSettingsException {
        ColumnChecks.checkTarget(table, parameters.m_data.m_targetColumn);
        if (parameters.m_data.m_orderColumn.isPresent()) {
            ColumnChecks.checkOrder(table, parameters.m_data.m_orderColumn.get());
        }
        return parameters.toSettings(table);
    }
}
