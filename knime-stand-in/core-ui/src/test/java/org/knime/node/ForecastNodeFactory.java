package org.knime.node;

import java.util.Arrays;
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
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;

/** A small node with an optional port, which hands its first table through. */
public final class ForecastNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Forecast")
            .icon("forecast.png")
            .shortDescription("Forecasts.")
            .fullDescription("Forecasts <b>well</b>.")
            .sinceVersion(5, 8, 0)
            .dynamicPorts(ports -> ports.addInputPortGroup("History", group -> group.name("History")
                            .description("The past.")
                            .fixed(BufferedDataTable.TYPE))
                    .addInputPortGroup("Known future", group -> group.name("Known future")
                            .description("What is known.")
                            .optional()
                            .supportedTypes(BufferedDataTable.TYPE))
                    .addOutputPortGroup("Forecast", group -> group.name("Forecast")
                            .description("The future.")
                            .fixed(BufferedDataTable.TYPE)))
            .model(model -> model.parametersClass(Parameters.class)
                    .configure(ForecastNodeFactory::configure)
                    .execute(ForecastNodeFactory::execute))
            .nodeType(NodeType.Predictor)
            .keywords("LSTM", "time series")
            .addExternalResource("https://www.knime.com", "KNIME");

    public ForecastNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
            throws InvalidSettingsException {
        final Parameters parameters = input.getParameters();
        final var spec = input.getInTableSpec(0);
        if (!spec.containsName(parameters.m_column)) {
            throw new InvalidSettingsException("There is no column \"" + parameters.m_column + "\".");
        }
        output.setWarningMessage(input.getInTableSpecs().length + " tables");
        output.setOutSpec(0, spec);
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        final Parameters parameters = input.getParameters();
        if (parameters.m_horizon == 13) {
            throw new KNIMEException("The horizon 13 brings bad luck.");
        }
        input.getExecutionContext().checkCanceled();
        output.setOutData(Arrays.stream(input.getInTables()).limit(1).toArray(BufferedDataTable[]::new));
        output.setInternalData(input.getInTable(0));
        output.setWarningMessage("done");
    }

    /** Takes the first column where it can be seen. */
    static final class Parameters implements NodeParameters {

        @Widget(title = "Column", description = "The column to forecast.")
        String m_column = "";

        @Widget(title = "Horizon", description = "How far.")
        int m_horizon = 12;

        Parameters() {}

        Parameters(final NodeParametersInput input) {
            final Optional<DataTableSpec> spec = input.getInTableSpec(0);
            m_column = spec.map(s -> s.getColumnSpec(0).getName()).orElse("");
        }

        @Override
        public void validate() throws InvalidSettingsException {
            if (m_horizon < 1) {
                throw new InvalidSettingsException("The horizon must be positive but is " + m_horizon + ".");
            }
        }
    }
}
