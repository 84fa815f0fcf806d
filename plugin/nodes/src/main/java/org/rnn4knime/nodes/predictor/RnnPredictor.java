package org.rnn4knime.nodes.predictor;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.rnn4knime.engine.prediction.Predictor;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;
import org.rnn4knime.nodes.run.EngineCall;
import org.rnn4knime.nodes.table.EvaluationTable;
import org.rnn4knime.nodes.table.PredictionOptions;
import org.rnn4knime.nodes.table.PredictionTable;
import org.rnn4knime.nodes.table.TableReader;

/**
 * What the RNN Predictor does: checks the table against the model, then predicts whatever the model learned to predict.
 */
final class RnnPredictor {

    private static final double SHARE_OF_READING = 0.2;

    private static final double SHARE_OF_WRITING = 0.2;

    private RnnPredictor() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final RnnModelPortObjectSpec model = input.getInPortSpec(0);
        final var table = input.getInTableSpec(1);
        model.columns().checkForModel(table, "Data to predict");
        predictionTable(table, model, options(input.getParameters()))
                .spec()
                .ifPresent(spec -> output.setOutSpec(0, spec));
        output.setOutSpec(1, EvaluationTable.spec());
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        final RnnModelPortObject model = input.getInPortObject(0);
        final var table = input.getInTable(1);
        final var context = input.getExecutionContext();
        final var options = options(input.getParameters());
        final var predictions = EngineCall.run(() -> {
            final var rows =
                    TableReader.read(table, model.getSpec().data(), context.createSubProgress(SHARE_OF_READING));
            context.setMessage("Predicting");
            return options.hasHiddenStates()
                    ? Predictor.predictWithStates(model.model(), rows)
                    : Predictor.predict(model.model(), rows);
        });
        final var results = predictionTable(table.getDataTableSpec(), model.getSpec(), options);
        output.setOutData(0, results.create(table, predictions, context, context.createSubProgress(SHARE_OF_WRITING)));
        output.setOutData(1, EvaluationTable.create(predictions.evaluation(), context));
        EngineCall.showWarnings(
                PredictionWarnings.of(predictions, model.model().windowing()), output::setWarningMessage);
    }

    private static PredictionTable predictionTable(
            final DataTableSpec table, final RnnModelPortObjectSpec model, final PredictionOptions options) {
        return new PredictionTable(table, model.columns(), options, model.classes(), model.hiddenStates());
    }

    private static PredictionOptions options(final RnnPredictorNodeParameters parameters) {
        return parameters.m_output.toOptions();
    }
}
