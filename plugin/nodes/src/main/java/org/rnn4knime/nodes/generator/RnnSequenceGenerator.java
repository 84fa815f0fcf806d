package org.rnn4knime.nodes.generator;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.rnn4knime.engine.prediction.Generator;
import org.rnn4knime.engine.prediction.GeneratorSettings;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;
import org.rnn4knime.nodes.run.EngineCall;
import org.rnn4knime.nodes.table.GeneratedTable;

/** What the RNN Sequence Generator does: checks that the model writes texts, then continues each beginning. */
final class RnnSequenceGenerator {

    private static final double SHARE_OF_READING = 0.05;

    private static final double SHARE_OF_GENERATING = 0.9;

    private RnnSequenceGenerator() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final RnnModelPortObjectSpec model = input.getInPortSpec(0);
        final RnnSequenceGeneratorNodeParameters parameters = input.getParameters();
        checkedSettings(parameters, model.data());
        final var name = name(model.data());
        if (input.getInPortSpecs().length > BeginningParameters.TABLE) {
            final var table = input.getInTableSpec(BeginningParameters.TABLE);
            parameters.m_data.column(table, model.data());
            output.setOutSpec(0, GeneratedTable.spec(table, name));
        } else {
            output.setOutSpec(0, GeneratedTable.spec(name));
        }
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        final RnnModelPortObject model = input.getInPortObject(0);
        final RnnSequenceGeneratorNodeParameters parameters = input.getParameters();
        final var data = model.model().settings().data();
        final Optional<BufferedDataTable> table = input.getInPortObjects().length > BeginningParameters.TABLE
                ? Optional.of(input.getInTable(BeginningParameters.TABLE))
                : Optional.empty();
        final var context = input.getExecutionContext();
        final var generated = EngineCall.run(() -> {
            final var settings = checkedSettings(parameters, data);
            final var beginnings = table.isPresent()
                    ? read(table.get(), parameters, data, context)
                    : Collections.nCopies(parameters.m_data.m_numTexts, Optional.<String>empty());
            context.setMessage("Writing texts");
            final var monitor = new GenerationMonitor(context.createSubProgress(SHARE_OF_GENERATING));
            return Generator.generate(model.model(), beginnings, settings, monitor);
        });
        final var writing = context.createSubProgress(1 - SHARE_OF_READING - SHARE_OF_GENERATING);
        output.setOutData(
                0,
                table.isPresent()
                        ? GeneratedTable.create(table.get(), name(data), generated.texts(), context, writing)
                        : GeneratedTable.create(name(data), generated.texts(), context));
        EngineCall.showWarnings(generated.warnings(), output::setWarningMessage);
    }

    private static List<Optional<String>> read(
            final BufferedDataTable table,
            final RnnSequenceGeneratorNodeParameters parameters,
            final DataSettings data,
            final ExecutionContext context)
            throws CanceledExecutionException, InvalidSettingsException {
        final var columns = table.getDataTableSpec();
        final var column = parameters.m_data.column(columns, data);
        return GeneratedTable.beginnings(table, column, context.createSubProgress(SHARE_OF_READING));
    }

    private static GeneratorSettings checkedSettings(
            final RnnSequenceGeneratorNodeParameters parameters, final DataSettings data)
            throws InvalidSettingsException {
        final var settings = parameters.m_output.toSettings();
        try {
            Generator.requireFitting(data, settings);
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        return settings;
    }

    private static String name(final DataSettings data) {
        return "Generated (" + data.targetName() + ")";
    }
}
