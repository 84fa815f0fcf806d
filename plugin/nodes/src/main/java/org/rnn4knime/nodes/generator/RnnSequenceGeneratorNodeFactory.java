package org.rnn4knime.nodes.generator;

import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.rnn4knime.nodes.port.RnnModelPortObject;

/** The node RNN Sequence Generator. */
public final class RnnSequenceGeneratorNodeFactory extends DefaultNodeFactory {

    private static final String DESCRIPTION =
            """
            <p>
            Writes texts like those that a model of the <b>RNN Learner</b> has learned from: names, product titles,
            verses, sequences of events. It begins with nothing or continues the texts of a table, one character or word
            after the other. Each is drawn at random: the more probable the model finds it, the more often it comes
            up. The model must have learned the next values of texts: data layout "One row a text", predict "The next
            values".
            </p>
            <h3>How the table has to look</h3>
            <p>
            No table is needed: without one, the node writes as many texts as you want. To say how they begin, add the
            port <b>Beginnings</b> with the three dots at the node and connect a table with one beginning a row. With a
            model of nursery rhymes, the result may look like this:
            </p>
            <p>
            <tt>text | Generated (text)</tt><br/>
            <tt>roses | roses are red</tt><br/>
            <tt>sugar is | sugar is sweet</tt>
            </p>
            <h3>How daring it is</h3>
            <ul>
            <li>A <b>temperature</b> of 1 draws as the model has learned it. Less makes the texts more usual, down to 0,
            at which each text is the most probable one and no two with the same beginning differ. More makes them more
            surprising, and sooner or later nonsense.</li>
            <li><b>Top k</b> leaves out all but the few most probable symbols, so that a rare slip does not spoil a
            text.</li>
            </ul>
            <h3>Good to know</h3>
            <ul>
            <li><b>The end:</b> the model has learned where texts end, and a text ends there too; else with the stop
            symbol, if you give one, or when the length is reached.</li>
            <li><b>What it reads:</b> of a text, the last symbols alone decide what comes next, as many as the sequence
            length that the model was trained with. Beginnings may have any length.</li>
            <li><b>Missing values:</b> a missing or empty beginning is a text that begins with nothing.</li>
            <li><b>Unknown symbols</b> in a beginning are read as unknown ones, and a warning counts them. An unknown
            symbol is never written.</li>
            <li><b>Words</b> are set with spaces as texts have them. A beginning stays as it is.</li>
            <li><b>Repeatable:</b> the same model, beginnings, settings and random seed give the same texts, and what is
            written in one row does not depend on the other rows.</li>
            </ul>
            <h3>Literature</h3>
            <p>
            A. Graves: Generating sequences with recurrent neural networks. arXiv:1308.0850, 2013. A. Fan, M. Lewis,
            Y. Dauphin: Hierarchical neural story generation (top-k sampling). ACL 2018.
            </p>
            """;

    private static final DefaultNode NODE = DefaultNode.create()
            .name("RNN Sequence Generator")
            .icon("rnn-sequence-generator.png")
            .shortDescription("Writes and continues texts, symbol after symbol, with a model of the RNN Learner.")
            .fullDescription(DESCRIPTION)
            .sinceVersion(5, 8, 0)
            .dynamicPorts(RnnSequenceGeneratorNodeFactory::addPorts)
            .model(model -> model.parametersClass(RnnSequenceGeneratorNodeParameters.class)
                    .configure(RnnSequenceGenerator::configure)
                    .execute(RnnSequenceGenerator::execute))
            .nodeType(NodeType.Predictor)
            .keywords(
                    "recurrent neural network",
                    "LSTM",
                    "text generation",
                    "language model",
                    "temperature",
                    "top-k sampling",
                    "characters",
                    "words",
                    "deep learning");

    /** For KNIME. */
    public RnnSequenceGeneratorNodeFactory() {
        super(NODE);
    }

    /** The names of the groups are part of saved workflows. */
    private static void addPorts(final DynamicPortsAdder ports) {
        ports.addInputPortGroup("RNN model", port -> port.name("RNN model")
                        .description("A model of the RNN Learner that has learned the next symbols of texts.")
                        .fixed(RnnModelPortObject.TYPE))
                .addInputPortGroup("Beginnings", port -> port.name("Beginnings")
                        .description("The texts to continue, one a row.")
                        .optional()
                        .supportedTypes(BufferedDataTable.TYPE))
                .addOutputPortGroup("Generated texts", port -> port.name("Generated texts")
                        .description("One row a text: the table with the beginnings, to which a column with the whole"
                                + " texts is appended, or that column alone.")
                        .fixed(BufferedDataTable.TYPE));
    }
}
