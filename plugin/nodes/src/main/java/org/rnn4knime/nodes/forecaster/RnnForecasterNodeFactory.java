package org.rnn4knime.nodes.forecaster;

import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.rnn4knime.nodes.port.RnnModelPortObject;

/** The node RNN Forecaster. */
public final class RnnForecasterNodeFactory extends DefaultNodeFactory {

    private static final String DESCRIPTION =
            """
            <p>
            Continues a series beyond the last row of a table, with a model of the <b>RNN Learner</b>: as many time
            steps as you want. Each step is made from the rows before it and, further ahead, from the forecasts of the
            steps before.
            </p>
            <h3>How the table has to look</h3>
            <p>
            The history needs the columns that the model was trained with, under the same names; their order and further
            columns do not matter. It may be the training table itself or later rows of the same kind. From the history
            </p>
            <p>
            <tt>month | passengers</tt><br/>
            <tt>1960-11 | 390</tt><br/>
            <tt>1960-12 | 432</tt>
            </p>
            <p>
            and further rows before these, the node makes
            </p>
            <p>
            <tt>month | Step | Forecast (passengers)</tt><br/>
            <tt>1961-01 | 1 | 447.2</tt><br/>
            <tt>1961-02 | 2 | 421.8</tt>
            </p>
            <h3>Compare with what came true</h3>
            <p>
            Add the port <b>Known future</b> with the three dots at the node and connect the rows that you held back.
            They are never read for the forecast: their target stands beside it, ready for the Numeric Scorer. A row
            belongs to the forecast with the same sequence ID and the same value in the order column; without an order
            column, the first row belongs to step 1, the second to step 2. Where there is no such row, the truth is
            missing.
            </p>
            <h3>Good to know</h3>
            <ul>
            <li><b>Several sequences:</b> each is continued from its own last row.</li>
            <li><b>The order column</b> goes on in its own steps: days, months, hours, numbers, and text such as
            <tt>1961-01</tt>.</li>
            <li><b>Short sequences:</b> one that has fewer rows than the model reads cannot be continued.</li>
            <li><b>Missing values</b> of the target in the history are not allowed. Fill them before, for example with
            the Missing Value node.</li>
            <li><b>Units:</b> forecasts are in the units of the target, whatever the learner did to its values.</li>
            </ul>
            """;

    private static final DefaultNode NODE = DefaultNode.create()
            .name("RNN Forecaster")
            .icon("rnn-forecaster.png")
            .shortDescription("Continues a series beyond the last row of a table, with a model of the RNN Learner.")
            .fullDescription(DESCRIPTION)
            .sinceVersion(5, 8, 0)
            .dynamicPorts(RnnForecasterNodeFactory::addPorts)
            .model(model -> model.parametersClass(RnnForecasterNodeParameters.class)
                    .configure(RnnForecaster::configure)
                    .execute(RnnForecaster::execute))
            .nodeType(NodeType.Predictor)
            .keywords("recurrent neural network", "LSTM", "time series", "forecast", "horizon", "deep learning");

    /** For KNIME. */
    public RnnForecasterNodeFactory() {
        super(NODE);
    }

    /** The names of the groups are part of saved workflows. */
    private static void addPorts(final DynamicPortsAdder ports) {
        ports.addInputPortGroup("RNN model", port -> port.name("RNN model")
                        .description("A model of the RNN Learner.")
                        .fixed(RnnModelPortObject.TYPE))
                .addInputPortGroup("History", port -> port.name("History")
                        .description("The rows to continue, with the columns that the model was trained with.")
                        .fixed(BufferedDataTable.TYPE))
                .addInputPortGroup("Known future", port -> port.name("Known future")
                        .description("What came true, to stand beside the forecast; never read to make it.")
                        .optional()
                        .supportedTypes(BufferedDataTable.TYPE))
                .addOutputPortGroup("Forecast", port -> port.name("Forecast")
                        .description("One row a time step of each sequence: its ID, the order column continued,"
                                + " the step, the forecast, and the truth where it is known.")
                        .fixed(BufferedDataTable.TYPE));
    }
}
