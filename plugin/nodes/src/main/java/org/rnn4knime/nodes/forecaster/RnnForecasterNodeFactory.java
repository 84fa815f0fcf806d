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
            Continues series beyond their last row, with a model of the <b>RNN Learner</b> that predicts the next values:
            as many time steps as you want. Each step is made from the rows before it and, further ahead, from the
            forecasts of the steps before; a model that was trained to forecast directly makes all steps from the rows.
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
            <p>
            Where a row is a whole sequence, of one column a time step or of list cells, each row is continued, and its
            row ID stands beside the forecast.
            </p>
            <h3>What is known of the future</h3>
            <p>
            Add the port <b>Known future</b> with the three dots at the node and connect a table of the time steps to come.
            </p>
            <ul>
            <li><b>Inputs that are known in advance</b>, such as holidays or prices that are planned: if the model was
            trained with columns marked as known in the future, the table must have them for each step of the
            forecast.</li>
            <li><b>What came true:</b> if you held rows back, their target is copied beside the forecast, ready for the
            Numeric Scorer or, of text, the Scorer. It is never read to make the forecast.</li>
            </ul>
            <p>
            A row belongs to the step with the same sequence ID and the same value in the order column; without an order
            column, the first row of a sequence belongs to step 1, the second to step 2.
            </p>
            <h3>How certain it is</h3>
            <p>
            With <b>Interval levels (%)</b> each forecast gets a lower and an upper bound. The RNN Learner measures how far
            its forecasts of the rows that it held back are from the truth, one step ahead, two steps ahead and so on; an
            interval of 80 % is as wide as to hold 80 % of these. So it holds about as many of the truths to come, as long
            as the series goes on as before. The intervals never get narrower from one step to the next; beyond the
            horizon of the learner they grow with the square root of the step. The method is split conformal prediction: see
            <a href="https://doi.org/10.1080/01621459.2017.1307116">Lei et al., Distribution-Free Predictive Inference for
            Regression (2018)</a> and, for several steps ahead,
            <a href="https://arxiv.org/abs/2006.07241v2">Stankeviciute et al., Conformal Time-Series Forecasting
            (2021)</a>.
            </p>
            <h3>Good to know</h3>
            <ul>
            <li><b>Several sequences:</b> each is continued from its own last row. Their intervals are equally wide, or
            equally wide in per cent if the target was learned by its logarithm, which fits sequences of very different
            size.</li>
            <li><b>The order column</b> goes on in its own steps: days, months, hours, numbers, and text such as
            <tt>1961-01</tt>.</li>
            <li><b>Columns that are not known in the future</b> end where the history does. A model with such columns
            forecasts one step, or more if it was trained to forecast directly.</li>
            <li><b>Text and Booleans:</b> the forecast is the most probable value.</li>
            <li><b>Short sequences:</b> one that has fewer rows than the model reads cannot be continued.</li>
            <li><b>Missing values</b> are treated as was set in the learner. Rows at the end of a sequence without a target
            belong to the future: the forecast begins with the first of them.</li>
            <li><b>Units:</b> forecasts are in the units of the target, whatever the learner did to its values.</li>
            </ul>
            """;

    private static final DefaultNode NODE = DefaultNode.create()
            .name("RNN Forecaster")
            .icon("rnn-forecaster.png")
            .shortDescription("Continues series beyond the last row of a table, with a model of the RNN Learner.")
            .fullDescription(DESCRIPTION)
            .sinceVersion(5, 8, 0)
            .dynamicPorts(RnnForecasterNodeFactory::addPorts)
            .model(model -> model.parametersClass(RnnForecasterNodeParameters.class)
                    .configure(RnnForecaster::configure)
                    .execute(RnnForecaster::execute))
            .nodeType(NodeType.Predictor)
            .keywords(
                    "recurrent neural network",
                    "LSTM",
                    "time series",
                    "forecast",
                    "horizon",
                    "prediction interval",
                    "deep learning");

    /** For KNIME. */
    public RnnForecasterNodeFactory() {
        super(NODE);
    }

    /** The names of the groups are part of saved workflows. */
    private static void addPorts(final DynamicPortsAdder ports) {
        ports.addInputPortGroup("RNN model", port -> port.name("RNN model")
                        .description("A model of the RNN Learner that predicts the next values.")
                        .fixed(RnnModelPortObject.TYPE))
                .addInputPortGroup("History", port -> port.name("History")
                        .description("The rows to continue, with the columns that the model was trained with.")
                        .fixed(BufferedDataTable.TYPE))
                .addInputPortGroup("Known future", port -> port.name("Known future")
                        .description(
                                "The time steps to come: inputs that are known in advance, and the target, if it is"
                                        + " known, to stand beside the forecast.")
                        .optional()
                        .supportedTypes(BufferedDataTable.TYPE))
                .addOutputPortGroup("Forecast", port -> port.name("Forecast")
                        .description(
                                "One row a time step of each sequence: its ID, the order column continued,"
                                        + " the step, the forecast, the bounds of its intervals, and the truth where it is known.")
                        .fixed(BufferedDataTable.TYPE));
    }
}
