package org.rnn4knime.nodes.forecaster;

import java.util.ArrayList;
import java.util.List;
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
import org.rnn4knime.engine.prediction.ForecastRequest;
import org.rnn4knime.engine.prediction.Forecaster;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;
import org.rnn4knime.nodes.run.EngineCall;
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
        final RnnForecasterNodeParameters parameters = input.getParameters();
        final var request = parameters.toRequest();
        ForecasterChecks.checkRequest(model, request);
        final var history = input.getInTableSpec(HISTORY);
        final Optional<DataTableSpec> knownFuture = input.getInPortSpecs().length > KNOWN_FUTURE
                ? Optional.of(input.getInTableSpec(KNOWN_FUTURE))
                : Optional.empty();
        ForecasterChecks.checkTables(model, history, knownFuture);
        ForecasterChecks.uselessFuture(model, knownFuture).ifPresent(output::setWarningMessage);
        output.setOutSpec(0, table(model, request, history, knownFuture).spec());
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
        final var request = EngineCall.run(() -> {
            final var asked = parameters.toRequest();
            ForecasterChecks.checkRequest(model.getSpec(), asked);
            return asked;
        });
        final var future = EngineCall.run(() -> knownFuture.isPresent()
                ? KnownFuture.read(knownFuture.get(), data, context.createSubProgress(SHARE_OF_READING))
                : KnownFuture.nothing());
        final var rows =
                EngineCall.run(() -> TableReader.read(history, data, context.createSubProgress(SHARE_OF_READING)));
        context.setMessage("Forecasting");
        final var forecast = EngineCall.run(() -> Forecaster.forecast(model.model(), rows, future.rows(), request));
        final var futureSpec = knownFuture.map(BufferedDataTable::getDataTableSpec);
        final var table = table(model.getSpec(), request, history.getDataTableSpec(), futureSpec);
        context.setMessage("Writing the forecast");
        output.setOutData(0, table.create(forecast.sequences(), history, rows.rowIds(), future, context));
        EngineCall.showWarnings(warnings(model.getSpec(), forecast, future, futureSpec), output::setWarningMessage);
    }

    private static ForecastTable table(
            final RnnModelPortObjectSpec model,
            final ForecastRequest request,
            final DataTableSpec history,
            final Optional<DataTableSpec> knownFuture) {
        return new ForecastTable(history, knownFuture, model.columns(), request.levels());
    }

    private static List<String> warnings(
            final RnnModelPortObjectSpec model,
            final Forecast forecast,
            final KnownFuture future,
            final Optional<DataTableSpec> futureSpec) {
        final var warnings = new ArrayList<>(forecast.warnings());
        final var useless = ForecasterChecks.uselessFuture(model, futureSpec);
        useless.ifPresent(warnings::add);
        // A table that the model reads may well hold a target that is not known yet.
        if (futureSpec.isPresent()
                && useless.isEmpty()
                && model.data().knownFutureColumns().isEmpty()
                && forecast.sequences().stream().noneMatch(future::tellsOf)) {
            warnings.add("No row of the table \"Known future\" tells the truth of a step of the forecast: its rows"
                    + " must go on where the history ends.");
        }
        return warnings;
    }
}
