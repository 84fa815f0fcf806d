package org.knime.core.node.config.base;

import java.util.ArrayDeque;
import java.util.Deque;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Builds the tree of settings from the elements of a settings file. */
final class XMLConfigReader extends DefaultHandler {

    private final ConfigBase m_root;
    private final Deque<ConfigBase> m_open = new ArrayDeque<>();

    XMLConfigReader(final ConfigBase root) {
        m_root = root;
    }

    @Override
    public void startElement(final String uri, final String localName, final String name, final Attributes attributes)
            throws SAXException {
        if ("config".equals(name)) {
            m_open.push(m_open.isEmpty() ? m_root : m_open.element().addConfigBase(key(attributes)));
        } else if ("entry".equals(name) && !m_open.isEmpty()) {
            m_open.element().put(entry(attributes));
        } else {
            throw new SAXException("Unexpected element \"" + name + "\"");
        }
    }

    @Override
    public void endElement(final String uri, final String localName, final String name) {
        if ("config".equals(name)) {
            m_open.pop();
        }
    }

    private static String key(final Attributes attributes) throws SAXException {
        return ControlCharacters.decode(attribute(attributes, "key"));
    }

    private static AbstractConfigEntry entry(final Attributes attributes) throws SAXException {
        final var key = key(attributes);
        final var type = attribute(attributes, "type");
        final var value = "true".equals(attributes.getValue("isnull"))
                ? null
                : ControlCharacters.decode(attribute(attributes, "value"));
        try {
            return ConfigEntries.valueOf(type).createEntry(key, value);
        } catch (final IllegalArgumentException | NullPointerException problem) {
            throw new SAXException("Setting \"" + key + "\" cannot hold \"" + value + "\" as " + type, problem);
        }
    }

    private static String attribute(final Attributes attributes, final String name) throws SAXException {
        final var value = attributes.getValue(name);
        if (value == null) {
            throw new SAXException("An element lacks its attribute \"" + name + "\"");
        }
        return value;
    }

    @Override
    public void error(final SAXParseException problem) throws SAXException {
        throw problem;
    }
}
