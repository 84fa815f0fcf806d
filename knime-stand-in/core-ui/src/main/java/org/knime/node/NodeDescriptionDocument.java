package org.knime.node;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.rnn4knime.standin.parameters.Option;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Writes the description of a node as the XML that KNIME makes of it, so that a text that is not well-formed is found.
 */
final class NodeDescriptionDocument {

    private final DocumentBuilder m_parser;

    private final Element m_root;

    private NodeDescriptionDocument(final DocumentBuilder parser) {
        m_parser = parser;
        m_parser.setErrorHandler(new DefaultHandler()); // The parser's own one writes to the error stream.
        final var document = parser.newDocument();
        m_root = document.createElement("knimeNode");
        document.appendChild(m_root);
    }

    /**
     * @throws IllegalArgumentException if a text is not well-formed
     */
    static Element of(final DefaultNode node, final List<Option> options) {
        try {
            final var document = new NodeDescriptionDocument(
                    DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder());
            document.fill(node, options);
            return document.m_root;
        } catch (final ParserConfigurationException e) {
            throw new IllegalStateException("The XML parser of the Java runtime does not start.", e);
        }
    }

    private void fill(final DefaultNode node, final List<Option> options) {
        final var words = node.words();
        m_root.setAttribute("icon", words.icon());
        m_root.setAttribute("type", node.type().toString());
        element(m_root, "name").setTextContent(words.name());
        text(m_root, "shortDescription", words.shortDescription());
        final var fullDescription = element(m_root, "fullDescription");
        text(fullDescription, "intro", words.fullDescription());
        if (!options.isEmpty()) {
            final var tab = element(fullDescription, "tab");
            tab.setAttribute("name", "Options");
            options.forEach(option -> text(tab, "option", option.description()).setAttribute("name", option.title()));
        }
        node.links()
                .forEach(link -> text(fullDescription, "link", link.getText()).setAttribute("href", link.getTarget()));
        final var ports = element(m_root, "ports");
        addPorts(ports, node.ports(true), "inPort", "dynInPort");
        addPorts(ports, node.ports(false), "outPort", "dynOutPort");
        node.view().ifPresent(view -> text(element(m_root, "views"), "view", view.description())
                .setAttribute("name", words.name()));
        if (!node.keywords().isEmpty()) {
            final var keywords = element(m_root, "keywords");
            node.keywords().forEach(keyword -> element(keywords, "keyword").setTextContent(keyword));
        }
    }

    private void addPorts(
            final Element ports, final List<PortGroup> groups, final String fixedTag, final String dynamicTag) {
        int index = 0;
        for (final var group : groups) {
            final var port = text(ports, group.isOptional() ? dynamicTag : fixedTag, group.description());
            port.setAttribute("name", group.name());
            if (group.isOptional()) {
                port.setAttribute("insert-before", Integer.toString(index));
                port.setAttribute("group-identifier", group.id());
            } else {
                port.setAttribute("index", Integer.toString(index));
                index++;
            }
        }
    }

    private static Element element(final Element parent, final String tag) {
        final var element = parent.getOwnerDocument().createElement(tag);
        parent.appendChild(element);
        return element;
    }

    /** Adds an element whose content is parsed from a text with markup. */
    private Element text(final Element parent, final String tag, final String markup) {
        final var element = element(parent, tag);
        try {
            final var parsed = m_parser.parse(new InputSource(new StringReader("<text>" + markup + "</text>")));
            final var children = parsed.getDocumentElement().getChildNodes();
            for (int i = 0; i < children.getLength(); i++) {
                element.appendChild(parent.getOwnerDocument().importNode(children.item(i), true));
            }
        } catch (final SAXException | IOException e) {
            throw new IllegalArgumentException("This text of a node description is not well-formed: " + markup, e);
        }
        return element;
    }
}
