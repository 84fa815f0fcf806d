package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;

/** Reads and writes settings files (settings.xml, workflow.knime) in the form that KNIME gives them. */
public final class XMLConfig {

    private XMLConfig() {}

    /**
     * Adds the file's settings to the tree and closes the stream.
     *
     * @throws SAXException when the content is no settings file
     */
    public static void load(final ConfigBase target, final InputStream stream)
            throws SAXException, IOException, ParserConfigurationException {
        try (stream) {
            final var factory = SAXParserFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(stream, new XMLConfigReader(target));
        }
    }

    /** Writes the tree as a settings file and closes the stream. */
    public static void save(final ConfigBase source, final OutputStream stream) throws IOException {
        try (var writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8)) {
            new XMLConfigWriter(writer).write(source);
        }
    }
}
