package org.knime.node;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** What a node does: its parameters with configure and execute, or with a rearrangement of columns that gives both. */
public abstract sealed class DefaultModel implements FluentNodeAPI {

    private final Optional<Class<? extends NodeParameters>> m_parametersClass;

    private DefaultModel(final Optional<Class<? extends NodeParameters>> parametersClass) {
        m_parametersClass = parametersClass;
    }

    static RequireModelParameters create() {
        return parametersClass -> new Stages(Optional.ofNullable(parametersClass));
    }

    Optional<Class<? extends NodeParameters>> parametersClass() {
        return m_parametersClass;
    }

    /** A model with configure and execute. */
    static final class Standard extends DefaultModel {

        private final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> m_configure;

        private final ExecuteConsumer m_execute;

        private Standard(
                final Optional<Class<? extends NodeParameters>> parametersClass,
                final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
                final ExecuteConsumer execute) {
            super(parametersClass);
            m_configure = configure;
            m_execute = execute;
        }

        void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
            m_configure.accept(input, output);
        }

        void execute(final ExecuteInput input, final ExecuteOutput output)
                throws CanceledExecutionException, KNIMEException {
            m_execute.accept(input, output);
        }
    }

    /** A model that only rearranges columns. */
    static final class Rearranging extends DefaultModel {

        private final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> m_rearrange;

        private Rearranging(
                final Optional<Class<? extends NodeParameters>> parametersClass,
                final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange) {
            super(parametersClass);
            m_rearrange = rearrange;
        }

        void rearrange(final RearrangeColumnsInput input, final RearrangeColumnsOutput output)
                throws InvalidSettingsException {
            m_rearrange.accept(input, output);
        }
    }

    private record Stages(Optional<Class<? extends NodeParameters>> parametersClass)
            implements RequireConfigureOrRearrangeColumns {

        @Override
        public RequireExecute configure(
                final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure) {
            return execute -> new Standard(parametersClass, configure, execute);
        }

        @Override
        public DefaultModel rearrangeColumns(
                final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns) {
            return new Rearranging(parametersClass, rearrangeColumns);
        }
    }

    /** The stage that asks for the parameters. */
    public interface RequireModelParameters {

        RequireConfigureOrRearrangeColumns parametersClass(Class<? extends NodeParameters> parametersClass);

        default RequireConfigureOrRearrangeColumns withoutParameters() {
            return parametersClass(null);
        }
    }

    /** The stage that asks what happens when the node is configured. */
    public interface RequireConfigureOrRearrangeColumns {

        RequireExecute configure(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure);

        DefaultModel rearrangeColumns(
                ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns);
    }

    /** The stage that asks what happens when the node is executed. */
    public interface RequireExecute {

        DefaultModel execute(ExecuteConsumer execute);
    }

    /** Does what configuring needs. */
    @FunctionalInterface
    public interface ConfigureOrRearrangerConsumer<I, O> {

        /**
         * @throws InvalidSettingsException if the node cannot be executed; the message is shown to the user
         */
        void accept(I input, O output) throws InvalidSettingsException;
    }

    /** Does what executing needs. */
    @FunctionalInterface
    public interface ExecuteConsumer {

        /**
         * @throws CanceledExecutionException if the user cancelled
         * @throws KNIMEException if the node fails; the message is shown to the user
         */
        void accept(ExecuteInput input, ExecuteOutput output) throws CanceledExecutionException, KNIMEException;
    }

    /** What is known when a node is configured. */
    public interface ConfigureInput {

        <S extends NodeParameters> S getParameters();

        PortObjectSpec[] getInPortSpecs();

        <S extends PortObjectSpec> S getInPortSpec(int index);

        /** Fails with a ClassCastException where a port is no table. */
        DataTableSpec[] getInTableSpecs();

        DataTableSpec getInTableSpec(int portIndex);

        PortType[] getOutPortTypes();
    }

    /** What configuring gives. */
    public interface ConfigureOutput {

        <S extends PortObjectSpec> void setOutSpec(int index, S spec);

        /** The array of a type variable is KNIME's signature; it is only read. */
        @SuppressWarnings("unchecked")
        <S extends PortObjectSpec> void setOutSpecs(S... specs);

        /** The last warning wins. */
        void setWarningMessage(String message);
    }

    /** What is known when a node is executed. */
    public interface ExecuteInput {

        <S extends NodeParameters> S getParameters();

        ExecutionContext getExecutionContext();

        PortObject[] getInPortObjects();

        <D extends PortObject> D getInPortObject(int portIndex);

        /** Fails with a ClassCastException where a port is no table. */
        BufferedDataTable[] getInTables();

        BufferedDataTable getInTable(int portIndex);

        PortType[] getOutPortTypes();
    }

    /** What executing gives. */
    public interface ExecuteOutput {

        <D extends PortObject> void setOutData(int index, D data);

        /** The array of a type variable is KNIME's signature; it is only read. */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setOutData(D... data);

        /** What the view needs; the only thing besides the output that is saved with an executed node. */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setInternalData(D... data);

        /** The last warning wins. */
        void setWarningMessage(String message);
    }

    /** What is known when the columns are rearranged. */
    public interface RearrangeColumnsInput {

        <S extends NodeParameters> S getParameters();

        DataTableSpec getDataTableSpec();
    }

    /** What rearranging gives. */
    public interface RearrangeColumnsOutput {

        void setColumnRearranger(ColumnRearranger rearranger);
    }
}
