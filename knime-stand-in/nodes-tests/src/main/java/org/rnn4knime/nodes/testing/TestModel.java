package org.rnn4knime.nodes.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.nodes.learner.RnnLearnerNodeFactory;
import org.rnn4knime.nodes.port.RnnModelPortObject;

/** Quickly trained models, good enough to see which values go where. */
public final class TestModel {

    private TestModel() {}

    /** Returns a learner for tables like this one that needs no time and reads the given number of time steps. */
    public static TestNode learner(final BufferedDataTable table, final int sequenceLength)
            throws InvalidSettingsException {
        final var node = new TestNode(new RnnLearnerNodeFactory());
        node.configure(table.getDataTableSpec());
        return node.change("sequences", sequences -> sequences.addInt("sequenceLength", sequenceLength))
                .change("network", network -> network.addInt("hiddenUnits", 4))
                .change("training", training -> training.addInt("epochs", 2));
    }

    /** Returns the parameters of the first network of a model. */
    public static float[] parameters(final RnnModel model) {
        return model.networks().get(0).parameters();
    }

    /** Returns what such a learner learns from the table. */
    public static RnnModelPortObject train(final BufferedDataTable table, final int sequenceLength)
            throws InvalidSettingsException {
        return train(learner(table, sequenceLength), table);
    }

    /** Returns what a learner learns from a table. */
    public static RnnModelPortObject train(final TestNode learner, final BufferedDataTable table) {
        assertTrue(learner.execute(table), learner::message);
        return (RnnModelPortObject) learner.output(0);
    }
}
