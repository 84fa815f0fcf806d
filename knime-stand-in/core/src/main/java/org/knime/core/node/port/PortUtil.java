package org.knime.core.node.port;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;

/** Writes and reads port objects in KNIME's zip forms; tables have a form of their own and are refused. */
public final class PortUtil {

    private static final String SPEC_MARK = "portSpec.file";
    private static final String OBJECT_MARK = "portObject.file";
    private static final String CONTENT = "content.xml";
    private static final String SPEC_CLASS = "port_spec_class";
    private static final String OBJECT_CLASS = "port_object_class";

    private PortUtil() {}

    /** Opens a spec's zip; its serializer adds entries after the empty first one. */
    public static PortObjectSpecZipOutputStream getPortObjectSpecZipOutputStream(final OutputStream stream)
            throws IOException {
        final var zip = new PortObjectSpecZipOutputStream(stream);
        zip.putNextEntry(new ZipEntry(SPEC_MARK));
        return zip;
    }

    /** Opens a port object's zip; its serializer adds entries after the empty first one. */
    public static PortObjectZipOutputStream getPortObjectZipOutputStream(final OutputStream stream) throws IOException {
        final var zip = new PortObjectZipOutputStream(stream);
        zip.putNextEntry(new ZipEntry(OBJECT_MARK));
        return zip;
    }

    public static PortObjectSpecZipInputStream getPortObjectSpecZipInputStream(final InputStream stream)
            throws IOException {
        final var zip = new PortObjectSpecZipInputStream(stream);
        expectEntry(zip, SPEC_MARK);
        return zip;
    }

    public static PortObjectZipInputStream getPortObjectZipInputStream(final InputStream stream) throws IOException {
        final var zip = new PortObjectZipInputStream(stream);
        expectEntry(zip, OBJECT_MARK);
        return zip;
    }

    private static void expectEntry(final ZipInputStream zip, final String name) throws IOException {
        final var entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new IOException("Expected the zip entry \"" + name + "\", but found "
                    + (entry == null ? "none" : "\"" + entry.getName() + "\""));
        }
    }

    /** Writes the object with its spec, as the node Model Writer does; the stream stays open. */
    public static void writeObjectToStream(
            final PortObject object, final OutputStream stream, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        final var spec = object.getSpec();
        final var content = new ModelContent("content");
        content.addInt("version", 1);
        content.addString(SPEC_CLASS, spec.getClass().getName());
        content.addString(OBJECT_CLASS, object.getClass().getName());
        final var contentBytes = new ByteArrayOutputStream();
        content.saveToXML(contentBytes);
        // the parts are gathered first, so that the zip is finished, but not closed, whatever the parts do
        final var specBytes = specBytes(spec);
        final var objectBytes = objectBytes(object, exec);
        final var zip = new ZipOutputStream(stream);
        writeEntry(zip, CONTENT, contentBytes);
        writeEntry(zip, "objectSpec.file", specBytes);
        writeEntry(zip, "object.file", objectBytes);
        zip.finish();
        zip.flush();
    }

    private static void writeEntry(final ZipOutputStream zip, final String name, final ByteArrayOutputStream bytes)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        bytes.writeTo(zip);
        zip.closeEntry();
    }

    private static ByteArrayOutputStream specBytes(final PortObjectSpec spec) throws IOException {
        final var serializer = PortTypeRegistry.getInstance()
                .getSpecSerializer(spec.getClass())
                .orElseThrow(() -> unregistered(spec.getClass().getName()));
        final var bytes = new ByteArrayOutputStream();
        try (var zip = getPortObjectSpecZipOutputStream(bytes)) {
            serializer.savePortObjectSpec(spec, zip);
        }
        return bytes;
    }

    private static ByteArrayOutputStream objectBytes(final PortObject object, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        final var serializer = PortTypeRegistry.getInstance()
                .getObjectSerializer(object.getClass())
                .orElseThrow(() -> unregistered(object.getClass().getName()));
        final var bytes = new ByteArrayOutputStream();
        try (var zip = getPortObjectZipOutputStream(bytes)) {
            serializer.savePortObject(object, zip, exec);
        }
        return bytes;
    }

    private static IOException unregistered(final String className) {
        return new IOException(className + " is not registered at the extension point org.knime.core.PortType");
    }

    /** Reads what {@link #writeObjectToStream} wrote. */
    public static PortObject readObjectFromStream(final InputStream stream, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        try (var zip = new ZipInputStream(stream)) {
            final var content = ModelContent.loadFromXML(entryBytes(zip, CONTENT));
            final var spec = readSpec(className(content, SPEC_CLASS), entryBytes(zip, "objectSpec.file"));
            return readObject(className(content, OBJECT_CLASS), entryBytes(zip, "object.file"), spec, exec);
        }
    }

    private static InputStream entryBytes(final ZipInputStream zip, final String name) throws IOException {
        expectEntry(zip, name);
        return new ByteArrayInputStream(zip.readAllBytes());
    }

    private static String className(final ModelContentRO content, final String key) throws IOException {
        try {
            return content.getString(key);
        } catch (final InvalidSettingsException problem) {
            throw new IOException("No port object: " + problem.getMessage(), problem);
        }
    }

    private static PortObjectSpec readSpec(final String className, final InputStream bytes) throws IOException {
        final var registry = PortTypeRegistry.getInstance();
        final var serializer = registry.getSpecClass(className)
                .flatMap(registry::getSpecSerializer)
                .orElseThrow(() -> unregistered(className));
        try (var zip = getPortObjectSpecZipInputStream(bytes)) {
            return serializer.loadPortObjectSpec(zip);
        }
    }

    private static PortObject readObject(
            final String className, final InputStream bytes, final PortObjectSpec spec, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        final var registry = PortTypeRegistry.getInstance();
        final var serializer = registry.getObjectClass(className)
                .flatMap(registry::getObjectSerializer)
                .orElseThrow(() -> unregistered(className));
        try (var zip = getPortObjectZipInputStream(bytes)) {
            return serializer.loadPortObject(zip, spec, exec);
        }
    }
}
