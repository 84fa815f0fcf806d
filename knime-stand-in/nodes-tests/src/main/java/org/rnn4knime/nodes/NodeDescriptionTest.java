package org.rnn4knime.nodes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDescription.DialogOption;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.node.DefaultNodeFactory;
import org.rnn4knime.nodes.forecaster.RnnForecasterNodeFactory;
import org.rnn4knime.nodes.generator.RnnSequenceGeneratorNodeFactory;
import org.rnn4knime.nodes.inspector.RnnModelInspectorNodeFactory;
import org.rnn4knime.nodes.learner.RnnLearnerNodeFactory;
import org.rnn4knime.nodes.predictor.RnnPredictorNodeFactory;
import org.rnn4knime.nodes.testing.TestNode;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class NodeDescriptionTest {

    private static final List<String> LEARNER_SETTINGS = List.of(
            "Data layout",
            "Predict",
            "Target column",
            "Feature columns",
            "Known in the future",
            "Text column",
            "Split into",
            "Lower case",
            "Sequence ID columns",
            "Order column",
            "Features per time step",
            "Missing values",
            "Unknown values",
            "Sequence length (time steps)",
            "Stride",
            "Maximum length",
            "Beyond the maximum length",
            "Forecast by",
            "Horizon",
            "Normalization",
            "Logarithm of the target",
            "Differences of the target",
            "Season (time steps)",
            "Level of a window",
            "Maximum vocabulary size",
            "Minimum count of a symbol",
            "Cell type",
            "Activation",
            "Hidden units",
            "Recurrent layers",
            "Bidirectional",
            "Summary of the sequence",
            "Dropout",
            "Convolution",
            "Filters",
            "Kernel size",
            "Pooling size",
            "Embedding size",
            "Embed nominal columns with more values than",
            "Continue with",
            "Epochs",
            "Batch size",
            "Optimizer",
            "Weight decay",
            "Momentum",
            "Nesterov momentum",
            "Find the learning rate",
            "Learning rate",
            "Schedule",
            "Learning rate factor",
            "Epochs per learning rate step",
            "Warm-up epochs",
            "Patience of the learning rate",
            "Class weights",
            "Class weight column",
            "Number of networks",
            "Threads",
            "Random seed",
            "Gradient clipping",
            "Clipping threshold",
            "Truncated BPTT length",
            "Teacher forcing",
            "Validation split",
            "Validation fraction",
            "Early stopping",
            "Patience",
            "Minimum improvement",
            "Longest training time (minutes)");

    /** What helps a network that does not learn. */
    private static final List<String> REMEDIES = List.of(
            "learning rate",
            "gradient clipping",
            "schedule",
            "early stopping",
            "dropout",
            "optimizer",
            "truncated bptt length",
            "class weights",
            "number of networks",
            "batch size",
            "sequence length",
            "maximum length",
            "longest training time",
            "threads",
            "stride");

    /** What KNIME's node descriptions may hold. */
    private static final Set<String> TAGS = Set.of("p", "b", "i", "tt", "br", "h3", "ul", "li", "a");

    static Stream<DefaultNodeFactory> nodes() {
        return Stream.concat(nodesWithTables(), Stream.of(new RnnModelInspectorNodeFactory()));
    }

    static Stream<DefaultNodeFactory> nodesWithTables() {
        return Stream.concat(nodesOfTimeSeries(), Stream.of(new RnnSequenceGeneratorNodeFactory()));
    }

    static Stream<DefaultNodeFactory> nodesOfTimeSeries() {
        return Stream.of(new RnnLearnerNodeFactory(), new RnnPredictorNodeFactory(), new RnnForecasterNodeFactory());
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void hasAnIconOfKnimesSizeThatNoOtherNodeHas(final DefaultNodeFactory factory) throws IOException {
        final var icon = ImageIO.read(factory.getIcon());

        assertEquals(16, icon.getWidth());
        assertEquals(16, icon.getHeight());
        assertEquals(
                1,
                nodes().filter(other -> other.getIcon().equals(factory.getIcon()))
                        .count());
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void saysInOneSentenceWhatItDoes(final DefaultNodeFactory factory) {
        final var sentence = words(factory).getShortDescription().orElseThrow();

        assertTrue(sentence.endsWith("."), sentence);
        assertEquals(sentence.length() - 1, sentence.indexOf('.'), sentence);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void explainsItselfInWellFormedHtml(final DefaultNodeFactory factory) {
        final var text = words(factory).getIntro().orElseThrow();

        assertTrue(TAGS.containsAll(tags(text)), () -> tags(text).toString());
        assertAll(Stream.of("Good to know", "Missing values").map(part -> () -> assertTrue(text.contains(part), part)));
    }

    @ParameterizedTest
    @MethodSource("nodesWithTables")
    void explainsTheLayoutOfItsTable(final DefaultNodeFactory factory) {
        final var text = words(factory).getIntro().orElseThrow();

        assertTrue(text.contains("How the table has to look"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hochreiter",
                "Cho",
                "Elman",
                "Jordan",
                "Schuster",
                "Srivastava",
                "Yang",
                "Loshchilov, F. Hutter: Decoupled",
                "Loshchilov, F. Hutter: SGDR",
                "Tieleman",
                "Pascanu",
                "Prechelt",
                "Smith",
                "Hansen",
                "Peng"
            })
    void namesTheLiteratureBehindTheLearner(final String author) {
        final var text = words(new RnnLearnerNodeFactory()).getIntro().orElseThrow();

        assertTrue(text.substring(text.indexOf("Literature")).contains(author), text);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void explainsEveryPortInASentence(final DefaultNodeFactory factory) {
        final var ports = ports(factory);
        final var words = words(factory);
        final var inputs = words.getDynamicInPortGroups().size() + ports.getInputPorts().length;

        for (var port = 0; port < inputs; port++) {
            assertFalse(words.getInportName(port).isBlank());
            assertTrue(words.getInportDescription(port).endsWith("."), words.getInportDescription(port));
        }
        for (var port = 0; port < ports.getOutputPorts().length; port++) {
            assertFalse(words.getOutportName(port).isBlank());
            assertTrue(words.getOutportDescription(port).endsWith("."), words.getOutportDescription(port));
        }
    }

    @ParameterizedTest
    @MethodSource("nodesWithTables")
    void explainsEverySettingWithItsDefaultInWellFormedHtml(final DefaultNodeFactory factory) {
        final var options = words(factory).getDialogOptionGroups().stream()
                .flatMap(group -> group.getOptions().stream())
                .toList();

        assertFalse(options.isEmpty());
        assertAll(options.stream().map(option -> () -> {
            assertTrue(option.getDescription().contains("Default:"), option::getName);
            assertTrue(TAGS.containsAll(tags(option.getDescription())), option::getName);
        }));
    }

    @Test
    void namesTheSettingsAsTheDialogOfTheLearnerShowsThemInItsOrder() {
        final var names = words(new RnnLearnerNodeFactory()).getDialogOptionGroups().stream()
                .flatMap(group -> group.getOptions().stream())
                .map(DialogOption::getName)
                .toList();

        assertEquals(LEARNER_SETTINGS, names);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void isFoundByWhatAnalystsSearchFor(final DefaultNodeFactory factory) {
        final var keywords = List.of(words(factory).getKeywords());

        assertTrue(keywords.containsAll(List.of("recurrent neural network", "LSTM")), keywords::toString);
    }

    @ParameterizedTest
    @MethodSource("nodesOfTimeSeries")
    void isFoundByWhatItIsMostlyUsedFor(final DefaultNodeFactory factory) {
        final var keywords = List.of(words(factory).getKeywords());

        assertTrue(keywords.contains("time series"), keywords::toString);
    }

    @Test
    void findsTheLearnerByTheNameOfEachNetwork() {
        final var keywords = List.of(words(new RnnLearnerNodeFactory()).getKeywords());

        assertTrue(
                keywords.containsAll(List.of("LSTM", "GRU", "Elman", "Jordan", "bidirectional", "CNN-LSTM")),
                keywords::toString);
    }

    @Test
    void showsLearningAndPredictingInKnimesColors() {
        assertEquals(NodeType.Learner, words(new RnnLearnerNodeFactory()).getType());
        assertEquals(NodeType.Predictor, words(new RnnPredictorNodeFactory()).getType());
        assertEquals(NodeType.Predictor, words(new RnnForecasterNodeFactory()).getType());
        assertEquals(
                NodeType.Predictor, words(new RnnSequenceGeneratorNodeFactory()).getType());
        assertEquals(NodeType.Other, words(new RnnModelInspectorNodeFactory()).getType());
    }

    @Test
    void addsTheBeginningsOnlyWhereTheUserWantsThem() {
        final var groups = words(new RnnSequenceGeneratorNodeFactory()).getDynamicInPortGroups();
        final var ports = new RnnSequenceGeneratorNodeFactory()
                .createNodeCreationConfig()
                .getPortConfig()
                .orElseThrow();

        assertEquals(1, groups.size());
        assertEquals("Beginnings", groups.get(0).getGroupIdentifier());
        assertEquals(1, ports.getInputPorts().length);
        assertEquals(List.of("RNN model", "Beginnings", "Generated texts"), ports.getPortGroupNames());
    }

    @Test
    void addsTheKnownFutureOnlyWhereTheUserWantsIt() {
        final var factory = new RnnForecasterNodeFactory();
        final var groups = words(factory).getDynamicInPortGroups();

        assertEquals(1, groups.size());
        assertEquals("Known future", groups.get(0).getGroupIdentifier());
        assertEquals(2, ports(factory).getInputPorts().length);
        assertEquals(
                List.of("RNN model", "History", "Known future", "Forecast"),
                ports(factory).getPortGroupNames());
    }

    @Test
    void addsTheValidationDataAndTheModelToContinueOnlyWhereTheUserWantsThem() {
        final var factory = new RnnLearnerNodeFactory();
        final var groups = words(factory).getDynamicInPortGroups();

        assertEquals(
                List.of("Validation data", "Model to continue"),
                groups.stream().map(group -> group.getGroupIdentifier()).toList());
        assertEquals(1, ports(factory).getInputPorts().length);
        assertEquals(
                List.of("Training data", "Validation data", "Model to continue", "RNN model", "Training history"),
                ports(factory).getPortGroupNames());
    }

    @Test
    void saysWhatToDoWhenTheLearnerDoesNotLearn() {
        final var text = words(new RnnLearnerNodeFactory()).getIntro().orElseThrow();
        final var part = text.substring(text.indexOf("When it does not learn"), text.indexOf("Going on with a model"))
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
        final var settings = LEARNER_SETTINGS.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();

        assertAll(REMEDIES.stream().map(remedy -> () -> {
            assertTrue(part.contains(remedy), remedy);
            assertTrue(settings.stream().anyMatch(name -> name.startsWith(remedy)), remedy);
        }));
    }

    @Test
    void showsASmallTableOfEachLayoutOfTheLearner() {
        final var text = words(new RnnLearnerNodeFactory()).getIntro().orElseThrow();
        final var layouts = text.substring(text.indexOf("How the table"), text.indexOf("What is predicted"));

        assertAll(Stream.of(
                        "<b>One row a time step</b>",
                        "<b>One row a sequence, one column a time step</b>",
                        "<b>One row a sequence, list cells</b>",
                        "<b>One row a text</b>")
                .map(layout -> () -> {
                    final var table = layouts.substring(layouts.indexOf(layout) + layout.length());
                    assertTrue(layouts.contains(layout), layout);
                    assertTrue(table.indexOf("<tt>") < table.indexOf("<b>") || !table.contains("<b>"), layout);
                }));
    }

    private static PortsConfiguration ports(final DefaultNodeFactory factory) {
        return factory.createNodeCreationConfig().getPortConfig().orElseThrow();
    }

    private static NodeDescription words(final DefaultNodeFactory factory) {
        return new TestNode(factory).description();
    }

    private static Set<String> tags(final String html) {
        final NodeList elements;
        try {
            elements = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader("<text>" + html + "</text>")))
                    .getElementsByTagName("*");
        } catch (final Exception e) {
            throw new AssertionError("Not well-formed: " + html, e);
        }
        final var tags = new HashSet<String>();
        for (var i = 1; i < elements.getLength(); i++) {
            tags.add(elements.item(i).getNodeName());
        }
        return tags;
    }
}
