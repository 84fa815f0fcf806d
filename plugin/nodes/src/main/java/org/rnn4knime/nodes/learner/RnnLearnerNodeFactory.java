package org.rnn4knime.nodes.learner;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.rnn4knime.nodes.port.RnnModelPortObject;

/** The node RNN Learner. */
public final class RnnLearnerNodeFactory extends DefaultNodeFactory {

    private static final String DESCRIPTION =
            """
            <p>
            Learns from a table how a series of values goes on: passengers, sales, power demand, the readings of a
            sensor. The network reads the series one time step after the other and keeps in memory what the next value
            depends on. Use it where the past tells something of the future and where there are a hundred rows or more
            to learn from. The model goes to the <b>RNN Forecaster</b>, which continues the series beyond its
            last row, or to the <b>RNN Predictor</b>, which predicts each row of a table from the rows before it.
            </p>
            <h3>How the table has to look</h3>
            <p>
            One row is one time step, and the target is a numeric column, as in this table of monthly passengers:
            </p>
            <p>
            <tt>month | passengers</tt><br/>
            <tt>1949-01 | 112</tt><br/>
            <tt>1949-02 | 118</tt><br/>
            <tt>1949-03 | 132</tt>
            </p>
            <p>
            Nothing has to be lagged, collected or normalized before: the node cuts the series into windows, and what it
            normalizes it turns back. Several series may stand in one table, if sequence ID columns tell them apart.
            </p>
            <h3>Which network</h3>
            <ul>
            <li><b>LSTM</b> and <b>GRU</b> have gates, by which they learn what to keep from far back. Start with one of
            them.</li>
            <li><b>Elman</b> and <b>Jordan</b> are the simple networks: Elman's remembers its hidden units, Jordan's what
            it wrote before.</li>
            <li>Any of them can be <b>stacked</b> in several layers, read the window in both directions
            (<b>bidirectional</b>), have a <b>convolution</b> in front (CNN-LSTM), and forecast from the last step, the
            mean or the maximum of the window or by <b>attention</b>.</li>
            <li><b>How much it learns from a window:</b> a network that reads forward, without convolution, and
            forecasts from the last step learns the next value at each time step of a window. All others see or sum up
            the whole window, so they learn from the one value behind it: they need more rows, and learn small tables
            by heart.</li>
            </ul>
            <h3>Good to know</h3>
            <ul>
            <li><b>Order:</b> with an order column, the rows may come in any order. Without one, they count in the
            order of the table.</li>
            <li><b>Missing values</b> in the columns that are used stop the node, for no value can be made up without
            changing the series. Fill them before, for example with the Missing Value node.</li>
            <li><b>Short sequences</b> that do not fill one window are left out, with a warning. If none is long
            enough, the node stops and names the numbers.</li>
            <li><b>Repeatable:</b> the same table, settings and random seed give the same model, to the last digit, on
            the same kind of processor.</li>
            <li><b>Canceling</b> stops the training at once and leaves nothing behind.</li>
            </ul>
            <h3>Literature</h3>
            <p>
            M. I. Jordan: Attractor dynamics and parallelism in a connectionist sequential machine. Proceedings of the
            Eighth Annual Conference of the Cognitive Science Society, 1986. J. L. Elman: Finding structure in time.
            Cognitive Science 14(2), 1990. S. Hochreiter, J. Schmidhuber: Long short-term memory. Neural Computation
            9(8), 1997. F. A. Gers, J. Schmidhuber, F. Cummins: Learning to forget: continual prediction with LSTM.
            Neural Computation 12(10), 2000. K. Cho et al.: Learning phrase representations using RNN encoder-decoder.
            EMNLP 2014. M. Schuster, K. K. Paliwal: Bidirectional recurrent neural networks. IEEE Transactions on Signal
            Processing 45(11), 1997. N. Srivastava et al.: Dropout: a simple way to prevent neural networks from
            overfitting. Journal of Machine Learning Research 15, 2014. Z. Yang et al.: Hierarchical attention networks
            for document classification. NAACL-HLT 2016. D. P. Kingma, J. Ba: Adam: a method for stochastic
            optimization. ICLR 2015.
            </p>
            """;

    private static final DefaultNode NODE = DefaultNode.create()
            .name("RNN Learner")
            .icon("rnn-learner.png")
            .shortDescription("Trains a recurrent neural network that forecasts the next values of a series.")
            .fullDescription(DESCRIPTION)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable(
                            "Training data",
                            "The table to learn from: one row a time step, with a numeric column as the target.")
                    .addOutputPort(
                            "RNN model",
                            "The trained network with all that it needs to read tables like the one it learned from.",
                            RnnModelPortObject.TYPE)
                    .addOutputTable(
                            "Training history",
                            "One row an epoch: the training loss, the validation loss if something was held back, the"
                                    + " learning rate, the size of the gradient and the time it took."))
            .model(model -> model.parametersClass(RnnLearnerNodeParameters.class)
                    .configure(RnnLearner::configure)
                    .execute(RnnLearner::execute))
            .nodeType(NodeType.Learner)
            .keywords(
                    "recurrent neural network",
                    "LSTM",
                    "GRU",
                    "Elman",
                    "Jordan",
                    "simple RNN",
                    "bidirectional",
                    "BiLSTM",
                    "CNN-LSTM",
                    "attention",
                    "time series",
                    "forecast",
                    "sequence",
                    "deep learning");

    /** For KNIME. */
    public RnnLearnerNodeFactory() {
        super(NODE);
    }
}
