package org.rnn4knime.nodes.forecaster;

import java.util.ArrayList;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.rnn4knime.engine.prediction.Forecast;
import org.rnn4knime.engine.prediction.Forecaster;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;
import org.rnn4knime.nodes.run.EngineCall;
import org.rnn4knime.nodes.table.ColumnChecks;
import org.rnn4knime.nodes.table.ForecastTable;
import org.rnn4knime.nodes.table.KnownFuture;
import org.rnn4knime.nodes.table.TableReader;

/** What the RNN Forecaster does: checks its tables against the model, then continues each sequence of the history. */
final class RnnForecaster {

    private static final int HISTORY = 1;

    /** Where the table "Known future" lies, if the user added its port. */
    private static final int KNOWN_FUTURE = 2;

    private static final double SHARE_OF_READING = 0.1;

    private RnnForecaster() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final RnnModelPortObjectSpec model = input.getInPortSpec(0);
        final var data = model.data();
        final var history = input.getInTableSpec(HISTORY);
        ColumnChecks.checkForModel(history, "History", data, model.orderKind());
        final Optional<DataTableSpec> knownFuture = input.getInPortSpecs().length > KNOWN_FUTURE
                ? Optional.of(input.getInTableSpec(KNOWN_FUTURE))
                : Optional.empty();
        if (knownFuture.isPresent()) {
            ColumnChecks.checkKnownFuture(knownFuture.get(), "Known future", data, model.orderKind());
            if (!knownFuture.get().containsName(data.targetColumn())) {
                output.setWarningMessage(hasNoTarget(data.targetColumn()));
            }
        }
        output.setOutSpec(0, new ForecastTable(history, knownFuture, data).spec());
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        final RnnModelPortObject model = input.getInPortObject(0);
        final var history = input.getInTable(HISTORY);
        final Optional<BufferedDataTable> knownFuture = input.getInPortObjects().length > KNOWN_FUTURE
                ? Optional.of(input.getInTable(KNOWN_FUTURE))
                : Optional.empty();
        final RnnForecasterNodeParameters parameters = input.getParameters();
        final var data = model.getSpec().data();
        final var context = input.getExecutionContext();
        final var truth = EngineCall.run(() -> knownFuture.isPresent()
                ? KnownFuture.read(knownFuture.get(), data, context.createSubProgress(SHARE_OF_READING))
                : KnownFuture.unknown());
        final var forecast = EngineCall.run(() -> {
            final var rows = TableReader.read(history, data, context.createSubProgress(SHARE_OF_READING));
            context.setMessage("Forecasting");
            return Forecaster.forecast(model.model(), rows, parameters.m_sequences.m_horizon);
        });
        final var table = new ForecastTable(
                history.getDataTableSpec(), knownFuture.map(BufferedDataTable::getDataTableSpec), data);
        output.setOutData(0, table.create(forecast.sequences(), history, truth, context));
        final var warnings = new ArrayList<>(forecast.warnings());
        knownFuture
                .flatMap(future -> noTruth(future.getDataTableSpec(), data.targetColumn(), truth, forecast))
                .ifPresent(warnings::add);
        EngineCall.showWarnings(warnings, output::setWarningMessage);
    }

    /** Returns why a table "Known future" has nothing to show beside the forecast, if that is so. */
    private static Optional<String> noTruth(
            final DataTableSpec future, final String target, final KnownFuture truth, final Forecast forecast) {
        if (!future.containsName(target)) {
            return Optional.of(hasNoTarget(target));
        }
        return forecast.sequences().stream().anyMatch(truth::tellsOf)
                ? Optional.empty()
                : Optional.of("No row of the table \"Known future\" tells the truth of a step of the forecast: its rows"
                        + " must go on where the history ends.");
    }

    private static String hasNoTarget(final String target) {
        return "The table \"Known future\" has no column \"" + target
                + "\", so there is no truth to show beside the forecast.";
    }
}
