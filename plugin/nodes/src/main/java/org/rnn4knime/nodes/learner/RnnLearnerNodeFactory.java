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
            <h3>When it does not learn</h3>
            <p>
            Look at the training history, one row an epoch, and draw its losses as lines.
            </p>
            <ul>
            <li><b>The loss does not fall:</b> raise the learning rate threefold, or let the node find it. Take more hidden
            units. Look whether the features can tell the target at all, whether the order column is the right one, and
            whether the sequence length reaches as far back as what matters.</li>
            <li><b>The loss jumps up and down, or the training ends because the loss is no number any more:</b> lower the
            learning rate to a third, and choose the gradient clipping Global norm. A schedule such as Cosine calms the last
            epochs. Outliers in the table may be the cause too.</li>
            <li><b>The training loss falls, but the validation loss rises:</b> the network learns the table by heart. Switch
            early stopping on. Take fewer hidden units, dropout of 0.1 to 0.5, the optimizer AdamW, or more rows.</li>
            <li><b>What lies far back is forgotten:</b> the gradient does not reach far back in time. Take LSTM or GRU
            instead of Elman and Jordan, a shorter sequence length, a convolution with pooling in front, or attention as the
            summary of the sequence; leave the truncated BPTT length off.</li>
            <li><b>A rare class is never predicted:</b> choose the class weights Balanced.</li>
            <li><b>Results differ from seed to seed:</b> raise the number of networks to 5 or 10. Hold back more, for with
            few rows to measure by the luck of the split counts most.</li>
            <li><b>It takes too long:</b> take a larger batch size, a shorter sequence length, a stride above 1, fewer hidden
            units or fewer networks. Early stopping ends in time, and so does a longest training time. All processors are
            used unless you set the threads.</li>
            <li><b>It does not fit into memory:</b> take a smaller batch size, a shorter sequence length or a maximum length,
            fewer hidden units, or for very long sequences a truncated BPTT length. Or give KNIME more memory.</li>
            </ul>
            <h3>Going on with a model</h3>
            <p>
            Add the port <b>Model to continue</b> with the three dots at the node to train a model further: for more epochs,
            or with new rows of the same columns. Columns, sequences, network, normalization and vocabulary are the model's,
            so the sections Input data, Sequences and Network do not count and are not shown; the training settings are those
            of the dialog. Two trainings of 20 epochs with the optimizer as it was, on the same table and with a constant
            learning rate, give the same model as one of 40.
            </p>
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
            <li><b>Flow variables</b> can drive each setting, so that loops such as the Parameter Optimization Loop find the
            best ones: hold something back, and minimize the last validation loss of the training history.</li>
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
            optimization. ICLR 2015. I. Loshchilov, F. Hutter: Decoupled weight decay regularization. ICLR 2019.
            T. Tieleman, G. Hinton: Lecture 6.5, RMSProp: divide the gradient by a running average of its recent magnitude.
            Coursera: Neural Networks for Machine Learning, 2012. I. Loshchilov, F. Hutter: SGDR: stochastic gradient descent
            with warm restarts. ICLR 2017. L. N. Smith: Cyclical learning rates for training neural networks. WACV 2017.
            R. Pascanu, T. Mikolov, Y. Bengio: On the difficulty of training recurrent neural networks. ICML 2013.
            R. J. Williams, J. Peng: An efficient gradient-based algorithm for on-line training of recurrent network
            trajectories. Neural Computation 2(4), 1990. L. Prechelt: Early stopping, but when? In: Neural Networks: Tricks
            of the Trade, Springer, 1998. L. K. Hansen, P. Salamon: Neural network ensembles. IEEE Transactions on Pattern
            Analysis and Machine Intelligence 12(10), 1990.
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
                    "early stopping",
                    "ensemble",
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
                .addInputPortGroup("Model to continue", port -> port.name("Model to continue")
                        .description("A model whose training goes on with the training data. Its columns, sequences,"
                                + " network and number of networks stay as they are; the tables must have its columns,"
                                + " the target too.")
                        .optional()
                        .supportedTypes(RnnModelPortObject.TYPE))
                .addOutputPortGroup("RNN model", port -> port.name("RNN model")
                        .description("The trained network with all that it needs to read tables like the one it"
                                + " learned from.")
                        .fixed(RnnModelPortObject.TYPE))
                .addOutputPortGroup("Training history", port -> port.name("Training history")
                        .description("One row an epoch: the training loss, the validation loss if something was held"
                                + " back, the learning rate, the size of the gradient and the time it took; of a model"
                                + " to continue, its earlier epochs too. The loss"
                                + " of numbers is the mean squared error after normalization, that of classes the"
                                + " mean logarithmic loss.")
                        .fixed(BufferedDataTable.TYPE));
    }
}
