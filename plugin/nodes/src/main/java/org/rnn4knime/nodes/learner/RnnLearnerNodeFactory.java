package org.rnn4knime.nodes.learner;

import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.rnn4knime.nodes.port.RnnModelPortObject;

/** The node RNN Learner. */
public final class RnnLearnerNodeFactory extends DefaultNodeFactory {

    private static final String DESCRIPTION =
            """
            <p>
            Learns from sequences: series of numbers, readings of sensors, visits of customers, words of a text. The
            network reads a sequence one time step after the other and keeps in memory what the prediction depends on.
            It learns a number or a class of each sequence, of each time step, or how the sequence goes on. The model
            goes to the <b>RNN Predictor</b>, which predicts the rows of a table, to the <b>RNN Forecaster</b>, which
            continues series beyond their end, or to the <b>RNN Sequence Generator</b>, which continues texts.
            </p>
            <h3>How the table has to look</h3>
            <p>
            Nothing has to be lagged, collected, encoded or normalized before. Tell where a time step is:
            </p>
            <p>
            <b>One row a time step</b>, in any order if there is an order column; several sequences in one table have a
            sequence ID:
            </p>
            <p>
            <tt>machine | time | heat | state</tt><br/>
            <tt>A | 08:00 | 61.5 | fine</tt><br/>
            <tt>A | 08:10 | 64.0 | worn</tt><br/>
            <tt>B | 08:00 | 58.2 | fine</tt>
            </p>
            <p>
            <b>One row a sequence, one column a time step</b>; neighboring columns may make one time step together:
            </p>
            <p>
            <tt>hour 1 | hour 2 | hour 3 | season</tt><br/>
            <tt>0.9 | 1.2 | 1.7 | summer</tt>
            </p>
            <p>
            <b>One row a sequence, list cells</b> of any length, but equally long in a row:
            </p>
            <p>
            <tt>heat | pressure | cause</tt><br/>
            <tt>[61.5, 64.0, 70.3] | [1.0, 1.1, 1.4] | leak</tt>
            </p>
            <p>
            <b>One row a text</b>, in any language:
            </p>
            <p>
            <tt>message | topic</tt><br/>
            <tt>Where is my parcel? | delivery</tt>
            </p>
            <h3>What is predicted</h3>
            <ul>
            <li><b>One value per sequence:</b> the target of its row; with one row a time step, that of its last row.
            Without sequence ID columns, windows slide over the table, and each learns the target of its last row.</li>
            <li><b>One value per time step:</b> the target of each row, or each element of a list. Columns and texts have
            no place for these.</li>
            <li><b>The next values:</b> windows slide over each sequence, and what comes behind is learned from the
            target's own past and from features, some of which may be known in the future. Step columns and texts
            continue themselves.</li>
            </ul>
            <p>
            Numbers are predicted as numbers; text and Booleans are classes, each with its probability.
            </p>
            <h3>Which network</h3>
            <ul>
            <li><b>LSTM</b> and <b>GRU</b> have gates, by which they learn what to keep from far back. Start with one of
            them.</li>
            <li><b>Elman</b> and <b>Jordan</b> are the simple networks: Elman's remembers its hidden units, Jordan's what
            it wrote before.</li>
            <li>Any of them can be <b>stacked</b> in several layers, read in both directions (<b>bidirectional</b>),
            have a <b>convolution</b> in front (CNN-LSTM), and predict from the last step, the mean or the maximum of all
            steps or by <b>attention</b>.</li>
            <li><b>How much it learns from a window</b> when the next values are predicted: a network that reads forward,
            without convolution and without taking off the level of a window, and predicts from the last step learns the
            next value at each time step. All others learn from the one value behind the window: they need more rows,
            and learn small tables by heart.</li>
            </ul>
            <h3>Good to know</h3>
            <ul>
            <li><b>Any length:</b> sequences of 1 to many thousands of time steps may stand in one table. None is cut
            unless you set a maximum length. Those that are too short for a window are left out, with a warning.</li>
            <li><b>Missing values</b> in what is read stop the node, unless you choose to skip such time steps or to fill
            them. Where the target is missing, nothing is learned, with a warning. A row that is missing in a regular
            series of dates is reported.</li>
            <li><b>Text</b> as a feature is read as it is: with few different values by one input for each, with many by
            an embedding that the network learns. Booleans are read as 0 and 1.</li>
            <li><b>Validation:</b> add the port <b>Validation data</b> with the three dots at the node, or hold back a
            fraction: the last part in time, whole sequences, or the same share of each class. Normalization and
            vocabulary are made from what is learned from alone.</li>
            <li><b>Forecasts with intervals</b> need a part that is held back: from its errors the RNN Forecaster tells
            how far off a forecast may be.</li>
            <li><b>Repeatable:</b> the same tables, settings and random seed give the same model, to the last digit, on
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
            .shortDescription(
                    "Trains a recurrent neural network that predicts a value of each sequence, of each time step, or how"
                            + " sequences go on.")
            .fullDescription(DESCRIPTION)
            .sinceVersion(5, 8, 0)
            .dynamicPorts(RnnLearnerNodeFactory::addPorts)
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
                    "sequence classification",
                    "labeling",
                    "text classification",
                    "language model",
                    "deep learning");

    /** For KNIME. */
    public RnnLearnerNodeFactory() {
        super(NODE);
    }

    /** The names of the groups are part of saved workflows. */
    private static void addPorts(final DynamicPortsAdder ports) {
        ports.addInputPortGroup("Training data", port -> port.name("Training data")
                        .description("The table to learn from.")
                        .fixed(BufferedDataTable.TYPE))
                .addInputPortGroup("Validation data", port -> port.name("Validation data")
                        .description("A table with the same columns that is measured by after each epoch and never"
                                + " learned from. With it, nothing is held back of the training data.")
                        .optional()
                        .supportedTypes(BufferedDataTable.TYPE))
                .addOutputPortGroup("RNN model", port -> port.name("RNN model")
                        .description("The trained network with all that it needs to read tables like the one it"
                                + " learned from.")
                        .fixed(RnnModelPortObject.TYPE))
                .addOutputPortGroup("Training history", port -> port.name("Training history")
                        .description("One row an epoch: the training loss, the validation loss if something was held"
                                + " back, the learning rate, the size of the gradient and the time it took. The loss"
                                + " of numbers is the mean squared error after normalization, that of classes the"
                                + " mean logarithmic loss.")
                        .fixed(BufferedDataTable.TYPE));
    }
}
