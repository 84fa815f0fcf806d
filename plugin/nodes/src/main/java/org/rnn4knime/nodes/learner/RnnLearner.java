package org.rnn4knime.nodes.learner;

import java.util.ArrayList;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.prediction.Backtest;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.training.TrainedModel;
import org.rnn4knime.engine.training.Trainer;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;
import org.rnn4knime.nodes.run.EngineCall;
import org.rnn4knime.nodes.table.ColumnChecks;
import org.rnn4knime.nodes.table.HistoryTable;
import org.rnn4knime.nodes.table.TableReader;

/** What the RNN Learner does: checks the columns before, then trains a model. */
final class RnnLearner {

    private static final int TRAINING_DATA = 0;

    /** Where the table "Validation data" lies, if the user added its port. */
    private static final int VALIDATION_DATA = 1;

    /** Reading a table takes next to nothing beside the training. */
    private static final double SHARE_OF_READING = 0.02;

    private static final double SHARE_OF_TRAINING = 0.9;

    private RnnLearner() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final var training = input.getInTableSpec(TRAINING_DATA);
        final Optional<DataTableSpec> validation = input.getInPortSpecs().length > VALIDATION_DATA
                ? Optional.of(input.getInTableSpec(VALIDATION_DATA))
                : Optional.empty();
        final var settings = checkedSettings(input.getParameters(), training, validation);
        LearnerChecks.warning(settings).ifPresent(output::setWarningMessage);
        output.setOutSpec(0, new RnnModelPortObjectSpec(settings, training));
        output.setOutSpec(1, HistoryTable.spec());
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        final var training = input.getInTable(TRAINING_DATA);
        final Optional<BufferedDataTable> validation = input.getInPortObjects().length > VALIDATION_DATA
                ? Optional.of(input.getInTable(VALIDATION_DATA))
                : Optional.empty();
        final var spec = training.getDataTableSpec();
        final var context = input.getExecutionContext();
        final var settings = EngineCall.run(() ->
                checkedSettings(input.getParameters(), spec, validation.map(BufferedDataTable::getDataTableSpec)));
        final var trained = EngineCall.run(() -> train(training, validation, settings, context));
        final var model = trained.model();
        output.setOutData(0, new RnnModelPortObject(model, new RnnModelPortObjectSpec(model, spec)));
        output.setOutData(1, HistoryTable.create(model.history(), context));
        final var warnings = new ArrayList<>(trained.warnings());
        LearnerChecks.warning(settings).ifPresent(warnings::add);
        EngineCall.showWarnings(warnings, output::setWarningMessage);
    }

    private static RnnSettings checkedSettings(
            final RnnLearnerNodeParameters parameters,
            final DataTableSpec training,
            final Optional<DataTableSpec> validation)
            throws InvalidSettingsException {
        final var settings = parameters.toSettings(training, validation.isPresent());
        if (validation.isPresent()) {
            ColumnChecks.checkValidation(training, validation.get(), settings.data());
        }
        return settings;
    }

    private static TrainedModel train(
            final BufferedDataTable training,
            final Optional<BufferedDataTable> validation,
            final RnnSettings settings,
            final ExecutionContext context)
            throws CanceledExecutionException {
        final var rows = read(training, settings, context);
        final var held = validation.isPresent()
                ? Optional.of(read(validation.get(), settings, context))
                : Optional.<Table>empty();
        final var monitor = new TrainingMonitor(context.createSubProgress(SHARE_OF_TRAINING));
        final var trained = Trainer.train(rows, held, settings, monitor);
        if (Backtest.canMeasure(trained.model(), held.isPresent())) {
            context.setMessage("Measuring the errors of forecasts");
        }
        final var measured = Backtest.measured(trained.model(), rows, held, monitor::checkCanceled);
        return new TrainedModel(measured, trained.warnings());
    }

    private static Table read(final BufferedDataTable table, final RnnSettings settings, final ExecutionContext context)
            throws CanceledExecutionException {
        return TableReader.read(table, settings.data(), context.createSubProgress(SHARE_OF_READING));
    }
}
