package org.knime.node;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.RearrangeColumnsInput;
import org.knime.node.parameters.NodeParameters;

/** The node model of a {@link DefaultNode} that rearranges the columns of its one input table. */
final class RearrangingNodeModel extends ParametersNodeModel {

    private final DefaultModel.Rearranging m_model;

    /**
     * @throws IllegalArgumentException if there is not exactly one table in and one out
     */
    RearrangingNodeModel(
            final DefaultModel.Rearranging model, final PortType[] inPortTypes, final PortType[] outPortTypes) {
        super(inPortTypes, outPortTypes, model.parametersClass());
        if (!isOneTable(inPortTypes) || !isOneTable(outPortTypes)) {
            throw new IllegalArgumentException(
                    "A node that rearranges columns must have exactly one input table and one output table.");
        }
        m_model = model;
    }

    @Override
    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        return new PortObjectSpec[] {rearranger((DataTableSpec) inSpecs[0]).createSpec()};
    }

    @Override
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec)
            throws InvalidSettingsException, CanceledExecutionException {
        final var table = (BufferedDataTable) inObjects[0];
        return new PortObject[] {exec.createColumnRearrangeTable(table, rearranger(table.getDataTableSpec()), exec)};
    }

    private ColumnRearranger rearranger(final DataTableSpec spec) throws InvalidSettingsException {
        final var parameters = parametersOrDefaults(new PortObjectSpec[] {spec});
        final var result = new Result();
        m_model.rearrange(new Input(parameters, spec), result::set);
        return result.get();
    }

    private static boolean isOneTable(final PortType[] portTypes) {
        return portTypes.length == 1 && BufferedDataTable.TYPE.equals(portTypes[0]);
    }

    private record Input(Optional<NodeParameters> parameters, DataTableSpec spec) implements RearrangeColumnsInput {

        @Override
        public <S extends NodeParameters> S getParameters() {
            return ParametersCast.of(parameters);
        }

        @Override
        public DataTableSpec getDataTableSpec() {
            return spec;
        }
    }

    /** Holds the rearranger that the node sets. */
    private static final class Result {

        private Optional<ColumnRearranger> m_rearranger = Optional.empty();

        void set(final ColumnRearranger rearranger) {
            m_rearranger = Optional.of(rearranger);
        }

        ColumnRearranger get() {
            return m_rearranger.orElseThrow(() -> new IllegalStateException("The node set no column rearranger."));
        }
    }
}
