package org.rnn4knime.nodes.forecaster;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.rnn4knime.engine.prediction.ForecastRequest;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;
import org.rnn4knime.nodes.table.ColumnKind;

/** Checks what the RNN Forecaster is given before it runs. Each failure says what is wrong, and the way out. */
final class ForecasterChecks {

    private static final String HISTORY = "History";

    private static final String KNOWN_FUTURE = "Known future";

    private ForecasterChecks() {}

    /** Checks that the model can forecast what is asked. */
    static void checkRequest(final RnnModelPortObjectSpec model, final ForecastRequest request)
            throws InvalidSettingsException {
        try {
            request.requireFitting(model.data(), model.sequences());
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        CheckUtils.checkSetting(
                request.levels().isEmpty() || isNumber(model),
                "The target column \"%s\" holds %s, and only numbers have intervals. Leave the interval levels empty.",
                model.data().targetName(),
                model.targetKind().single().words());
    }

    /** Returns whether the model forecasts numbers. */
    static boolean isNumber(final RnnModelPortObjectSpec model) {
        return model.targetKind().single() == ColumnKind.NUMBER;
    }

    /** Checks the columns of the tables. */
    static void checkTables(
            final RnnModelPortObjectSpec model, final DataTableSpec history, final Optional<DataTableSpec> knownFuture)
            throws InvalidSettingsException {
        model.columns().checkForModel(history, HISTORY);
        if (knownFuture.isEmpty()) {
            checkNeedsNoFuture(model);
            return;
        }
        CheckUtils.checkSetting(
                model.data().layout() == SequenceLayout.ROWS,
                "The table \"%s\" has one row a time step, but the model reads one row a sequence."
                        + " Remove the port with the three dots at the node.",
                KNOWN_FUTURE);
        model.columns().checkKnownFuture(knownFuture.get(), KNOWN_FUTURE);
    }

    private static void checkNeedsNoFuture(final RnnModelPortObjectSpec model) throws InvalidSettingsException {
        final var data = model.data();
        for (final var name : data.knownFutureColumns()) {
            CheckUtils.checkSetting(
                    data.orderColumn().filter(name::equals).isPresent(),
                    "The model reads \"%s\", which is known in the future, but there is no table \"%s\"."
                            + " Add this port with the three dots at the node and connect the rows to come.",
                    name,
                    KNOWN_FUTURE);
        }
    }

    /** Returns what to say of a table "Known future" that is of no use: it has no truth, and the model reads nothing of it. */
    static Optional<String> uselessFuture(final RnnModelPortObjectSpec model, final Optional<DataTableSpec> future) {
        final var data = model.data();
        return future.filter(table -> !table.containsName(data.targetColumn()))
                .filter(table -> data.knownFutureColumns().isEmpty())
                .map(table -> "The table \"" + KNOWN_FUTURE + "\" has no column \"" + data.targetColumn()
                        + "\", so there is no truth to show beside the forecast.");
    }
}
