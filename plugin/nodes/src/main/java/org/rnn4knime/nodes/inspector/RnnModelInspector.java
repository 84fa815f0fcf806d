package org.rnn4knime.nodes.inspector;

import org.knime.core.node.CanceledExecutionException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.rnn4knime.engine.network.NetworkSummary;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.table.EncodersTable;
import org.rnn4knime.nodes.table.GradientReachTable;
import org.rnn4knime.nodes.table.LayersTable;
import org.rnn4knime.nodes.table.TrainingRecordTable;

/** What the RNN Model Inspector does: writes what a model consists of and how it came about into tables. */
final class RnnModelInspector {

    private RnnModelInspector() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) {
        output.setOutSpecs(
                LayersTable.spec(), EncodersTable.spec(), TrainingRecordTable.spec(), GradientReachTable.spec());
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output) throws CanceledExecutionException {
        final RnnModelPortObject port = input.getInPortObject(0);
        final var model = port.model();
        final var context = input.getExecutionContext();
        output.setOutData(0, LayersTable.create(NetworkSummary.of(model.plan()), context));
        output.setOutData(1, EncodersTable.create(new EncoderEntries(model).all(), context));
        output.setOutData(2, TrainingRecordTable.create(new TrainingRecord(model).entries(), context));
        output.setOutData(3, GradientReachTable.create(model, context));
    }
}
