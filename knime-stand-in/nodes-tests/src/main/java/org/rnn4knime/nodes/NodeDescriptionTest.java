package org.rnn4knime.nodes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
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
import org.knime.node.DefaultNodeFactory;
import org.rnn4knime.nodes.forecaster.RnnForecasterNodeFactory;
import org.rnn4knime.nodes.learner.RnnLearnerNodeFactory;
import org.rnn4knime.nodes.predictor.RnnPredictorNodeFactory;
import org.rnn4knime.nodes.testing.TestNode;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class NodeDescriptionTest {

    /** What KNIME's node descriptions may hold. */
    private static final Set<String> TAGS = Set.of("p", "b", "i", "tt", "br", "h3", "ul", "li", "a");

    static Stream<DefaultNodeFactory> nodes() {
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
    void explainsLayoutAndHandlingInWellFormedHtml(final DefaultNodeFactory factory) {
        final var text = words(factory).getIntro().orElseThrow();

        assertTrue(TAGS.containsAll(tags(text)), () -> tags(text).toString());
        assertAll(Stream.of("How the table has to look", "Good to know", "Missing values")
                .map(part -> () -> assertTrue(text.contains(part), part)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hochreiter", "Cho", "Elman", "Jordan", "Schuster", "Srivastava", "Yang"})
    void namesTheLiteratureBehindTheLearner(final String author) {
        final var text = words(new RnnLearnerNodeFactory()).getIntro().orElseThrow();

        assertTrue(text.substring(text.indexOf("Literature")).contains(author), text);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void explainsEveryPortInASentence(final DefaultNodeFactory factory) {
        final var ports = factory.createNodeCreationConfig().getPortConfig().orElseThrow();
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
    @MethodSource("nodes")
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

        assertEquals(
                List.of(
                        "Target column",
                        "Sequence ID columns",
                        "Order column",
                        "Sequence length (time steps)",
                        "Normalization",
                        "Logarithm of the target",
                        "Differences of the target",
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
                        "Epochs",
                        "Batch size",
                        "Learning rate",
                        "Validation fraction",
                        "Random seed"),
                names);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void isFoundByWhatAnalystsSearchFor(final DefaultNodeFactory factory) {
        final var keywords = List.of(words(factory).getKeywords());

        assertTrue(
                keywords.containsAll(List.of("recurrent neural network", "LSTM", "time series")), keywords::toString);
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
    }

    @Test
    void addsTheKnownFutureOnlyWhereTheUserWantsIt() {
        final var groups = words(new RnnForecasterNodeFactory()).getDynamicInPortGroups();
        final var ports = new RnnForecasterNodeFactory()
                .createNodeCreationConfig()
                .getPortConfig()
                .orElseThrow();

        assertEquals(1, groups.size());
        assertEquals("Known future", groups.get(0).getGroupIdentifier());
        assertEquals(2, ports.getInputPorts().length);
        assertEquals(List.of("RNN model", "History", "Known future", "Forecast"), ports.getPortGroupNames());
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
