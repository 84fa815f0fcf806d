package org.rnn4knime.nodes.predictor;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.rnn4knime.nodes.port.RnnModelPortObject;

/** The node RNN Predictor. */
public final class RnnPredictorNodeFactory extends DefaultNodeFactory {

    private static final String DESCRIPTION =
            """
            <p>
            Predicts each row of a table from the rows before it, with a model of the <b>RNN Learner</b>. Use it to
            see how well a model does on rows that it has not learned from, always one time step ahead. To look beyond
            the last row of a table, use the <b>RNN Forecaster</b>.
            </p>
            <h3>How the table has to look</h3>
            <p>
            It needs the columns that the model was trained with, under the same names; their order and further
            columns do not matter. For a model that reads two time steps, the result looks like this:
            </p>
            <p>
            <tt>month | passengers | Prediction (passengers)</tt><br/>
            <tt>1949-01 | 112 | ?</tt><br/>
            <tt>1949-02 | 118 | ?</tt><br/>
            <tt>1949-03 | 132 | 124.5</tt>
            </p>
            <p>
            124.5 was made from 112 and 118 alone: a row's own value is never read for its prediction.
            </p>
            <h3>Good to know</h3>
            <ul>
            <li><b>The first rows</b> of each sequence have too few rows before them; their predictions are missing,
            and one warning says how many there are.</li>
            <li><b>Rows in any order:</b> with an order column the rows are put into order for the prediction, and each
            prediction comes back to its own row.</li>
            <li><b>Missing values</b> of the target are allowed at the end of a sequence only: the first such row is
            still predicted.</li>
            <li><b>Units:</b> predictions are in the units of the target, whatever the learner did to its values.</li>
            </ul>
            """;

    private static final DefaultNode NODE = DefaultNode.create()
            .name("RNN Predictor")
            .icon("rnn-predictor.png")
            .shortDescription("Predicts each row of a table from the rows before it, with a model of the RNN Learner.")
            .fullDescription(DESCRIPTION)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputPort("RNN model", "A model of the RNN Learner.", RnnModelPortObject.TYPE)
                    .addInputTable(
                            "Data to predict", "The rows to predict, with the columns that the model was trained with.")
                    .addOutputTable("Predictions", "The table with a column of predictions appended.")
                    .addOutputTable(
                            "Evaluation",
                            "How far the predictions are from the truth: one row a metric with its value and the"
                                    + " number of rows that it counts; no row where the table has no truth."))
            .model(model -> model.parametersClass(RnnPredictorNodeParameters.class)
                    .configure(RnnPredictor::configure)
                    .execute(RnnPredictor::execute))
            .nodeType(NodeType.Predictor)
            .keywords("recurrent neural network", "LSTM", "time series", "prediction", "evaluation", "deep learning");

    /** For KNIME. */
    public RnnPredictorNodeFactory() {
        super(NODE);
    }
}
