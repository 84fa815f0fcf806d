package org.rnn4knime.standin.runner;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.rnn4knime.standin.nodes.DialoglessNodeFactory;
import org.rnn4knime.standin.nodes.SettingsNodeModel;

/** A node with the ports of the Table Partitioner that sleeps for a minute. */
public final class SleepingNodeFactory extends DialoglessNodeFactory<SleepingNodeFactory.SleepingNodeModel> {

    static final CountDownLatch ASLEEP = new CountDownLatch(1);

    public SleepingNodeFactory() {
        super(SleepingNodeModel::new);
    }

    /** Does not look at its progress monitor: only the interrupt reaches it. */
    static final class SleepingNodeModel extends SettingsNodeModel<String> {

        SleepingNodeModel() {
            super(1, 2);
        }

        @Override
        protected String read(final NodeSettingsRO settings) throws InvalidSettingsException {
            return "";
        }

        @Override
        protected DataTableSpec[] configure(final DataTableSpec[] inputs) {
            return new DataTableSpec[] {inputs[0], inputs[0]};
        }

        @Override
        protected BufferedDataTable[] execute(final BufferedDataTable[] inputs, final ExecutionContext context)
                throws InterruptedException {
            ASLEEP.countDown();
            TimeUnit.MINUTES.sleep(1);
            return new BufferedDataTable[] {inputs[0], inputs[0]};
        }
    }
}
