package org.rnn4knime.nodes.learner;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.prediction.Backtest;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.training.TrainedModel;
import org.rnn4knime.engine.training.Trainer;
import org.rnn4knime.engine.training.TrainingJob;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;
import org.rnn4knime.nodes.run.EngineCall;
import org.rnn4knime.nodes.table.ColumnChecks;
import org.rnn4knime.nodes.table.HistoryColumns;
import org.rnn4knime.nodes.table.HistoryTable;
import org.rnn4knime.nodes.table.TableReader;

/** What the RNN Learner does: checks the columns before, then trains a model or goes on with the training of one. */
final class RnnLearner {

    /** Reading a table takes next to nothing beside the training. */
    private static final double SHARE_OF_READING = 0.02;

    private static final double SHARE_OF_TRAINING = 0.9;

    private final RnnLearnerNodeParameters m_parameters;

    private final ExecutionContext m_context;

    private RnnLearner(final RnnLearnerNodeParameters parameters, final ExecutionContext context) {
        m_parameters = parameters;
        m_context = context;
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final var ports = LearnerPorts.of(input.getInPortSpecs());
        final var settings = checkedSettings(input.getParameters(), ports);
        LearnerChecks.warning(settings).ifPresent(output::setWarningMessage);
        final var spec = ports.model().orElseGet(() -> new RnnModelPortObjectSpec(settings, training(ports)));
        output.setOutSpec(0, spec);
        output.setOutSpec(
                1, HistoryTable.spec(history(spec, settings, ports.validation().isPresent())));
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        final var ports = LearnerPorts.of(input.getInPortObjects());
        final var context = input.getExecutionContext();
        final var learner = new RnnLearner(input.getParameters(), context);
        final var settings = EngineCall.run(() -> learner.settings(input.getInPortObjects()));
        final var trained = EngineCall.run(() -> learner.train(ports, settings));
        final var model = trained.model();
        final var spec = spec(model, ports);
        output.setOutData(0, new RnnModelPortObject(model, spec));
        final var columns = history(spec, settings, ports.validation().isPresent());
        output.setOutData(1, HistoryTable.create(model, columns, context));
        final var warnings = new ArrayList<>(trained.warnings());
        LearnerChecks.warning(settings).ifPresent(warnings::add);
        EngineCall.showWarnings(warnings, output::setWarningMessage);
    }

    /** Returns the settings as far as they are known before a row is read and, if there is one, the model to continue. */
    private static RnnSettings checkedSettings(
            final RnnLearnerNodeParameters parameters, final LearnerPorts<DataTableSpec, RnnModelPortObjectSpec> ports)
            throws InvalidSettingsException {
        final var training = training(ports);
        final var validation = ports.validation();
        if (ports.model().isPresent()) {
            final var model = ports.model().get();
            model.columns().checkForTraining(training, "Training data");
            if (validation.isPresent()) {
                model.columns().checkForTraining(validation.get(), "Validation data");
            }
            return parameters.toSettings(model, training, validation.isPresent());
        }
        final var settings = parameters.toSettings(training, validation.isPresent());
        if (validation.isPresent()) {
            ColumnChecks.checkValidation(training, validation.get(), settings.data());
        }
        return settings;
    }

    /** A port that is always there carries something. */
    private static <T> T training(final LearnerPorts<T, ?> ports) {
        return ports.training().orElseThrow();
    }

    /** A model that was continued reads and predicts what it did before. */
    private static RnnModelPortObjectSpec spec(
            final RnnModel model, final LearnerPorts<BufferedDataTable, RnnModelPortObject> ports) {
        return ports.model()
                .map(RnnModelPortObject::getSpec)
                .orElseGet(
                        () -> new RnnModelPortObjectSpec(model, training(ports).getDataTableSpec()));
    }

    private RnnSettings settings(final PortObject[] inputs) throws InvalidSettingsException {
        final var specs = Stream.of(inputs).map(PortObject::getSpec).toArray(PortObjectSpec[]::new);
        final var ports = LearnerPorts.of(specs);
        final var known = checkedSettings(m_parameters, ports);
        final var model = LearnerPorts.of(inputs).model();
        return model.isPresent()
                ? m_parameters.toSettings(
                        model.get().model(), ports.validation().isPresent())
                : known;
    }

    private TrainedModel train(
            final LearnerPorts<BufferedDataTable, RnnModelPortObject> ports, final RnnSettings settings)
            throws CanceledExecutionException, InvalidSettingsException {
        final var rows = read(training(ports), settings);
        final var held = ports.validation().isPresent()
                ? Optional.of(read(ports.validation().get(), settings))
                : Optional.<Table>empty();
        final var monitor = new TrainingMonitor(m_context.createSubProgress(SHARE_OF_TRAINING));
        final var trained =
                Trainer.train(job(rows, held, settings, ports.model().map(RnnModelPortObject::model)), monitor);
        if (Backtest.canMeasure(trained.model(), held.isPresent())) {
            m_context.setMessage("Measuring the errors of forecasts");
        }
        final var measured = Backtest.measured(trained.model(), rows, held, monitor::checkCanceled);
        return new TrainedModel(measured, trained.warnings());
    }

    private static HistoryColumns history(
            final RnnModelPortObjectSpec spec, final RnnSettings settings, final boolean hasValidationTable) {
        return spec.history(HistoryColumns.isHeldBack(settings.training(), hasValidationTable));
    }

    private TrainingJob job(
            final Table rows, final Optional<Table> held, final RnnSettings settings, final Optional<RnnModel> model)
            throws InvalidSettingsException {
        final var training = m_parameters.m_training;
        return SettingChecks.checked(() -> {
            final var job = new TrainingJob(rows, held, settings, Optional.empty(), training.threads());
            return model.map(some -> job.continuing(some, training.keepsOptimizer()))
                    .orElse(job);
        });
    }

    private Table read(final BufferedDataTable table, final RnnSettings settings) throws CanceledExecutionException {
        return TableReader.read(table, settings, m_context.createSubProgress(SHARE_OF_READING));
    }
}
