package org.rnn4knime.nodes.predictor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.testing.TestCells;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;

/** An RNN Predictor with its settings, and what it makes of models and tables. */
final class PredictorNode {

    private final TestNode m_node = new TestNode(new RnnPredictorNodeFactory());

    /** Returns the node with its model connected, so that it has its settings. */
    static PredictorNode of(final RnnModelPortObject model, final DataTableSpec table) {
        final var node = new PredictorNode();
        assertTrue(node.m_node.configure(model.getSpec(), table), node.m_node::message);
        return node;
    }

    /** Returns the node once it has predicted a table with its default settings. */
    static PredictorNode predict(final RnnModelPortObject model, final TestTable table) {
        return of(model, table.spec()).execute(model, table);
    }

    /** Predicts; what the node announced, if anything, must have come true. */
    PredictorNode execute(final RnnModelPortObject model, final TestTable table) {
        assertTrue(m_node.execute(model, table.create()), m_node::message);
        if (m_node.spec(0) != null) {
            assertTrue(m_node.table(0).getDataTableSpec().equalStructure((DataTableSpec) m_node.spec(0)));
        }
        return this;
    }

    /** Switches a setting of the section "Output" on. */
    PredictorNode switchOn(final String key) {
        return change(key, "", false);
    }

    /** Names the column of predictions. */
    PredictorNode name(final String name) {
        return change("predictionColumn", name, true);
    }

    private PredictorNode change(final String key, final String text, final boolean isText) {
        try {
            m_node.change("output", output -> {
                if (isText) {
                    output.addString(key, text);
                }
                output.addBoolean(isText ? key + "_is_present" : key, true);
            });
            return this;
        } catch (final InvalidSettingsException e) {
            throw new AssertionError(e);
        }
    }

    TestNode node() {
        return m_node;
    }

    /** Returns the names of the columns of the predictions. */
    List<String> columns() {
        return List.of(m_node.table(0).getDataTableSpec().getColumnNames());
    }

    List<DataCell> cells(final String column) {
        return TestTable.cells(m_node.table(0), column);
    }

    List<String> texts(final String column) {
        return TestTable.texts(m_node.table(0), column);
    }

    /** Returns the names of the metrics of the evaluation. */
    List<String> metrics() {
        return TestTable.texts(m_node.table(1), "Metric");
    }

    /** Returns a metric of the evaluation. */
    double metric(final String name) {
        final var value =
                TestTable.cells(m_node.table(1), "Value").get(metrics().indexOf(name));
        return TestCells.number(value);
    }
}
