package org.rnn4knime.nodes.inspector;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.rnn4knime.nodes.port.RnnModelPortObject;

/** The node RNN Model Inspector. */
public final class RnnModelInspectorNodeFactory extends DefaultNodeFactory {

    private static final String DESCRIPTION =
            """
            <p>
            Opens a model of the <b>RNN Learner</b> and shows in four tables what it consists of, how it reads a table,
            how it came about, and how far back in time it could learn: to document a model, to compare it with another
            one, or to find out why it does what it does. Nothing is computed, and there is nothing to set.
            </p>
            <h3>Layers</h3>
            <p>
            One row a layer, from the inputs to the outputs, with the number of values that it writes at each time step
            and the number of parameters that it has learned. For example, from a model that reads two numbers:
            </p>
            <p>
            <tt>Layer | Type | Outputs | Parameters | Weights</tt><br/>
            <tt>recurrent 1 | LSTM | 32 | 4480 | W 2 x 128, RW 32 x 128, b 128</tt>
            </p>
            <h3>Encoders</h3>
            <p>
            How values become the numbers that the network reads and writes, as learned from the training data. A
            column of numbers is one row: its values are transformed as the encoding says, <b>Shift</b> is taken off,
            and the rest is divided by <b>Scale</b>. A column of classes or text is one row a value, with the
            <b>index</b> by which the network knows it. A column may have several roles: where the next values are
            predicted, the past of the target is read too.
            </p>
            <h3>Training record</h3>
            <p>
            The settings as the dialog of the RNN Learner calls them, the size of the training data, the results of the
            training, how far forecasts of the part that was held back were from the truth, and which versions the
            model was made with. Among the results, the model stands beside the <b>baseline</b>, the best of some simple
            methods such as the last value or the most frequent class: a network that is no better was not worth its
            training. For each network there are the best epoch, the epoch whose weights it has, and in a sentence or two
            what its gradient tells.
            </p>
            <h3>Gradient reach</h3>
            <p>
            A network learns from a time step as much as the gradient of the loss that arrives there. It comes from the
            end of the window and passes each layer step by step, back in time. The table has its size for each network,
            some of the epochs, and each recurrent layer: the mean over some windows, and how large that is compared with
            the last time step. For example:
            </p>
            <p>
            <tt>Network | Epoch | Layer | Time steps back | Gradient norm | Relative to the last step</tt><br/>
            <tt>1 | 20 | recurrent 1 | 0 | 0.05 | 1</tt><br/>
            <tt>1 | 20 | recurrent 1 | 5 | 0.01 | 0.2</tt><br/>
            <tt>1 | 20 | recurrent 1 | 10 | 0.0004 | 0.008</tt>
            </p>
            <p>
            Ten steps back, less than a hundredth of the gradient is left: what lies further back hardly changes the
            weights. Draw the last column over the time steps back, one line an epoch, with a logarithmic axis. A line
            that stays level reaches far; one that falls steeply does not. The training record puts it into words:
            </p>
            <ul>
            <li><b>Vanishing:</b> in the lowest recurrent layer the gradient falls below a hundredth (0.01) of that at
            the last step within two fifths (0.4) of the longest window. For LSTM and GRU, whose gates open while they
            learn, it is a billionth (1e-9), after 5 epochs at least, and only if it does not reach further than at the
            first measurement. The network can hardly learn from further back.</li>
            <li><b>Exploding:</b> in some layer the gradient grows to more than 100 times that at the last step, or is no
            finite number. Such steps of the training may be far too large.</li>
            <li><b>All is well</b> in any other case. Nothing is judged where the windows have fewer than 10 time steps,
            and none but numbers that are not finite where the mean, the maximum or attention sums the sequence up: it
            hands the gradient to every time step.</li>
            </ul>
            <h3>Good to know</h3>
            <ul>
            <li><b>Settings</b> that do not matter for the model, such as those of another data layout, are left
            out.</li>
            <li><b>Texts:</b> the symbol "(start or end of text)" stands before and behind each text, so that a model of
            the next symbols knows how texts begin and end. Spaces and other characters that cannot be seen are called
            by their names, such as "(space)".</li>
            <li><b>Missing values:</b> where the model puts something in their place, the encoders tell what.</li>
            <li><b>Long windows:</b> of more than 200 time steps, the gradient reach has the nearest 100 and, further
            back, ever fewer.</li>
            <li><b>Time steps of a layer:</b> behind a convolution with pooling, the gradient reach counts pooled time
            steps. A bidirectional layer counts each direction from its own end.</li>
            <li><b>One column a time step:</b> a feature is called like the first of its columns.</li>
            </ul>
            """;

    private static final DefaultNode NODE = DefaultNode.create()
            .name("RNN Model Inspector")
            .icon("rnn-model-inspector.png")
            .shortDescription(
                    "Shows the layers, the encoders, the training record and the gradient reach of an RNN model"
                            + " as tables.")
            .fullDescription(DESCRIPTION)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputPort("RNN model", "A model of the RNN Learner.", RnnModelPortObject.TYPE)
                    .addOutputTable(
                            "Layers", "One row a layer, with the values that it writes and the parameters that it has.")
                    .addOutputTable(
                            "Encoders",
                            "One row a column of numbers, and one a value of each column of classes, text or symbols.")
                    .addOutputTable(
                            "Training record",
                            "One row a setting or a result, with what it belongs to, its name and its value as text.")
                    .addOutputTable(
                            "Gradient reach",
                            "One row a time step that the gradient went back, of each network, epoch measured and"
                                    + " recurrent layer."))
            .model(model -> model.withoutParameters()
                    .configure(RnnModelInspector::configure)
                    .execute(RnnModelInspector::execute))
            .nodeType(NodeType.Other)
            .keywords(
                    "recurrent neural network",
                    "LSTM",
                    "model summary",
                    "parameters",
                    "weights",
                    "vocabulary",
                    "hyperparameters",
                    "vanishing gradient",
                    "exploding gradient",
                    "deep learning");

    /** For KNIME. */
    public RnnModelInspectorNodeFactory() {
        super(NODE);
    }
}
