package org.rnn4knime.nodes.predictor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.prediction.Predictions;
import org.rnn4knime.engine.prediction.Predictor;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;
import org.rnn4knime.nodes.run.EngineCall;
import org.rnn4knime.nodes.table.ColumnChecks;
import org.rnn4knime.nodes.table.EvaluationTable;
import org.rnn4knime.nodes.table.PredictionTable;
import org.rnn4knime.nodes.table.TableReader;

/** What the RNN Predictor does: checks the table against the model, then predicts each row from the rows before it. */
final class RnnPredictor {

    private static final double SHARE_OF_READING = 0.2;

    private static final double SHARE_OF_WRITING = 0.2;

    private RnnPredictor() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final RnnModelPortObjectSpec model = input.getInPortSpec(0);
        final var table = input.getInTableSpec(1);
        ColumnChecks.checkForModel(table, "Data to predict", model.data(), model.orderKind());
        output.setOutSpec(0, PredictionTable.spec(table, predictionColumn(input.getParameters(), model)));
        output.setOutSpec(1, EvaluationTable.spec());
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        final RnnModelPortObject model = input.getInPortObject(0);
        final var table = input.getInTable(1);
        final var context = input.getExecutionContext();
        final var predictions = EngineCall.run(() -> {
            final var data = model.getSpec().data();
            final var rows = TableReader.read(table, data, context.createSubProgress(SHARE_OF_READING));
            context.setMessage("Predicting");
            return Predictor.predict(model.model(), rows);
        });
        final var name = predictionColumn(input.getParameters(), model.getSpec());
        final var writing = context.createSubProgress(SHARE_OF_WRITING);
        output.setOutData(0, PredictionTable.create(table, name, predictions.values(), context, writing));
        output.setOutData(1, EvaluationTable.create(predictions.evaluation(), context));
        EngineCall.showWarnings(warnings(predictions, model.model().settings()), output::setWarningMessage);
    }

    private static List<String> warnings(final Predictions predictions, final RnnSettings settings) {
        final var warnings = new ArrayList<>(predictions.warnings());
        final var missing =
                Arrays.stream(predictions.values()).filter(Double::isNaN).count();
        if (missing > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%,d of %,d predictions are missing: each needs the values of %,d rows before it in its sequence.",
                    missing,
                    predictions.values().length,
                    settings.rowsBefore()));
        }
        return warnings;
    }

    private static String predictionColumn(
            final RnnPredictorNodeParameters parameters, final RnnModelPortObjectSpec model) {
        return parameters.m_output.predictionColumn(model.data().targetColumn());
    }
}
