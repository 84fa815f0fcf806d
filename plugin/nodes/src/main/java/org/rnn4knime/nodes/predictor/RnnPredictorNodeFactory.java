package org.rnn4knime.nodes.predictor;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.rnn4knime.nodes.port.RnnModelPortObject;

/** The node RNN Predictor. */
public final class RnnPredictorNodeFactory extends DefaultNodeFactory {

    private static final String DESCRIPTION =
            """
            <p>
            Predicts with a model of the <b>RNN Learner</b> whatever this has learned to predict: one value for each
            sequence, one for each time step, or the next value from those before it. Use it for sequences that the
            model has not learned from. Where the table holds the truth too, the second output tells how far the
            predictions are from it. To look beyond the last row of a table, use the <b>RNN Forecaster</b>.
            </p>
            <h3>How the table has to look</h3>
            <p>
            Like the table that the model was trained with: it needs the same columns under the same names. Their order
            and further columns do not matter. The target may be left out, unless its own past is read to predict its
            next values. What comes out depends on how the table is laid out, and on what is predicted.
            </p>
            <p>
            <b>One row a time step, the next values:</b> a column is appended. Here a model reads two time steps:
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
            <p>
            <b>One row a time step, one value for each time step:</b> a column is appended, with a prediction in each
            row.
            </p>
            <p>
            <b>One row a time step, one value for each sequence:</b> the result is a new table with one row a sequence.
            It holds the sequence ID columns, the target if your table has it (the value in the last row of the
            sequence), and the prediction:
            </p>
            <p>
            <tt>utterance | speaker | Prediction (speaker)</tt><br/>
            <tt>u1 | Ann | Ann</tt><br/>
            <tt>u2 | Bob | Ann</tt>
            </p>
            <p>
            Without sequence ID columns, windows slide over the table: a column is appended, and the prediction in a row
            is made from that row and those before it.
            </p>
            <p>
            <b>One row a sequence</b>, with one column a time step, list cells or text, and one value for each sequence:
            a column is appended.
            </p>
            <p>
            <b>List cells, one value for each time step or the next values:</b> a column of lists is appended, each as
            long as the list that was read. An element without a prediction is missing, and so is the whole list where
            there is none to read:
            </p>
            <p>
            <tt>word | Prediction (sound)</tt><br/>
            <tt>[c, a, t] | [k, ae, t]</tt>
            </p>
            <p>
            <b>One column a time step, the next values:</b> a column is appended for each step column, such as
            <tt>Prediction (h05)</tt> for a step column <tt>h05</tt>, made from the step columns before it.
            </p>
            <p>
            <b>Text, the next symbol:</b> a column of lists is appended, which holds the symbol that the model expects
            at each place of the text, from the first on. Empty text stands for the end of the text.
            </p>
            <h3>Good to know</h3>
            <ul>
            <li><b>Predictions that are missing:</b> to predict the next values, the model needs so many time steps
            before them. The first rows of each sequence have too few, and one warning says how many predictions are
            missing.</li>
            <li><b>Rows in any order:</b> with an order column the rows are put into order for the prediction, and each
            prediction comes back to its own row.</li>
            <li><b>Missing values</b> of features are treated as the learner was told to: they stop the node, their time
            steps are skipped, or the last known value or the mean takes their place. Where the next values are
            predicted, the target may also be missing at the end of a sequence: the first such row is still
            predicted.</li>
            <li><b>Unknown values:</b> a value of a text column that the training table did not have gives a missing
            prediction and a warning, or is read as an unknown value, as the learner was told to. With one row a text,
            unknown characters and words are always read as unknown ones. A class that was not learned is never
            predicted.</li>
            <li><b>Booleans</b> may stand where the model has learned from numbers (true is 1), but not the other way
            round.</li>
            <li><b>Units:</b> predictions are in the units of the target, whatever the learner did to its values.</li>
            </ul>
            """;

    private static final DefaultNode NODE = DefaultNode.create()
            .name("RNN Predictor")
            .icon("rnn-predictor.png")
            .shortDescription(
                    "Predicts values of sequences, of time steps or the next values with a model of the RNN Learner.")
            .fullDescription(DESCRIPTION)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputPort("RNN model", "A model of the RNN Learner.", RnnModelPortObject.TYPE)
                    .addInputTable(
                            "Data to predict",
                            "The sequences to predict, with the columns that the model was trained with.")
                    .addOutputTable(
                            "Predictions",
                            "The table with the predictions appended; or one row a sequence, where the table has one row"
                                    + " a time step and one value a sequence is predicted.")
                    .addOutputTable(
                            "Evaluation",
                            "How far the predictions are from the truth: one row a metric with its value and the"
                                    + " number of predictions that it counts; no row where the table has no truth."))
            .model(model -> model.parametersClass(RnnPredictorNodeParameters.class)
                    .configure(RnnPredictor::configure)
                    .execute(RnnPredictor::execute))
            .nodeType(NodeType.Predictor)
            .keywords(
                    "recurrent neural network",
                    "LSTM",
                    "GRU",
                    "time series",
                    "sequence classification",
                    "sequence labelling",
                    "text classification",
                    "prediction",
                    "evaluation",
                    "deep learning");

    /** For KNIME. */
    public RnnPredictorNodeFactory() {
        super(NODE);
    }
}
