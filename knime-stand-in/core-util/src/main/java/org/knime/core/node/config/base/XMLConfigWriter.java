package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.Writer;

/** Writes a tree of settings line by line as KNIME does, so that files of both compare with plain tools. */
final class XMLConfigWriter {

    private static final String INDENT = "    ";
    private static final String ROOT_ATTRIBUTES = " xmlns=\"http://www.knime.org/2008/09/XMLConfig\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:schemaLocation=\"http://www.knime.org/2008/09/XMLConfig"
            + " http://www.knime.org/XMLConfig_2008_09.xsd\"";

    private final Writer m_writer;

    XMLConfigWriter(final Writer writer) {
        m_writer = writer;
    }

    void write(final ConfigBase root) throws IOException {
        m_writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        writeGroup(root, "", ROOT_ATTRIBUTES);
    }

    private void writeGroup(final ConfigBase group, final String indent, final String attributes) throws IOException {
        final var start = indent + "<config" + attributes + " key=\"" + escape(group.getKey()) + "\"";
        if (group.getChildCount() == 0) {
            m_writer.write(start + "/>\n");
            return;
        }
        m_writer.write(start + ">\n");
        for (final var key : group) {
            final var entry = group.getEntry(key);
            if (entry instanceof ConfigBase child) {
                writeGroup(child, indent + INDENT, "");
            } else {
                writeValue(entry, indent + INDENT);
            }
        }
        m_writer.write(indent + "</config>\n");
    }

    private void writeValue(final AbstractConfigEntry entry, final String indent) throws IOException {
        final var value = entry.toStringValue();
        m_writer.write(indent + "<entry key=\"" + escape(entry.getKey()) + "\" type=\"" + entry.getType() + "\""
                + (value == null ? " isnull=\"true\" value=\"\"" : " value=\"" + escape(value) + "\"") + "/>\n");
    }

    private static String escape(final String text) {
        return ControlCharacters.encode(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
