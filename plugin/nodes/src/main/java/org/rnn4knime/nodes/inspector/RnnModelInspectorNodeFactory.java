package org.rnn4knime.nodes.inspector;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.rnn4knime.nodes.port.RnnModelPortObject;

/** The node RNN Model Inspector. */
public final class RnnModelInspectorNodeFactory extends DefaultNodeFactory {

    private static final String DESCRIPTION =
            """
            <p>
            Opens a model of the <b>RNN Learner</b> and shows in three tables what it consists of, how it reads a table,
            and how it came about: to document a model, to compare it with another one, or to find out why it does what
            it does. Nothing is computed, and there is nothing to set.
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
            model was made with.
            </p>
            <h3>Good to know</h3>
            <ul>
            <li><b>Settings</b> that do not matter for the model, such as those of another data layout, are left
            out.</li>
            <li><b>Texts:</b> the symbol "(start or end of text)" stands before and behind each text, so that a model of
            the next symbols knows how texts begin and end. Spaces and other characters that cannot be seen are called
            by their names, such as "(space)".</li>
            <li><b>Missing values:</b> where the model puts something in their place, the encoders tell what.</li>
            <li><b>One column a time step:</b> a feature is called like the first of its columns.</li>
            </ul>
            """;

    private static final DefaultNode NODE = DefaultNode.create()
            .name("RNN Model Inspector")
            .icon("rnn-model-inspector.png")
            .shortDescription("Shows the layers, the encoders and the training record of an RNN model as tables.")
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
                            "One row a setting or a result, with what it belongs to, its name and its value as text."))
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
                    "deep learning");

    /** For KNIME. */
    public RnnModelInspectorNodeFactory() {
        super(NODE);
    }
}
