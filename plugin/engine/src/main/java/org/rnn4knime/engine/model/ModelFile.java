package org.rnn4knime.engine.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.rnn4knime.engine.network.Parameters;

/**
 * The file of a model: a zip of {@code model.json} (format version, settings, encoder, training record, provenance) and
 * {@code parameters.f32} (all parameters as little-endian floats). But for the date and the durations in it, the same model
 * gives the same bytes. The network is built anew from the settings: a file names no class.
 */
public final class ModelFile {

    private static final String JSON = "model.json";

    private static final String PARAMETERS = "parameters.f32";

    /** The earliest moment that a zip can state. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ModelFile() {}

    /** Writes a model; the stream stays open. */
    public static void write(final RnnModel model, final OutputStream stream) throws IOException {
        final var bytes =
                ByteBuffer.allocate(Float.BYTES * model.parameters().length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(model.parameters());
        try (var zip = new ZipOutputStream(new StaysOpen.Output(stream))) {
            write(zip, JSON, ModelJson.write(model));
            write(zip, PARAMETERS, bytes.array());
        }
    }

    private static void write(final ZipOutputStream zip, final String name, final byte[] bytes) throws IOException {
        final var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /**
     * Reads a model; the stream stays open.
     *
     * @throws IOException with a message for users if this is no model file, damaged, or of a later format
     */
    public static RnnModel read(final InputStream stream) throws IOException {
        try (var zip = new ZipInputStream(new StaysOpen.Input(stream))) {
            open(zip, JSON);
            final var document = ModelJson.read(zip.readAllBytes());
            open(zip, PARAMETERS);
            return document.model(
                    parameters(zip, Parameters.count(document.settings().plan(document.encoders()))));
        } catch (EOFException | ZipException | JsonProcessingException | IllegalArgumentException e) {
            // Java's zip reader answers a name that is no text with an IllegalArgumentException.
            throw new IOException(
                    "This is no RNN model, or its file is damaged: " + e.getMessage()
                            + ". Train or save the model anew.",
                    e);
        }
    }

    private static void open(final ZipInputStream zip, final String name) throws IOException {
        final var entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new ZipException(name + " is missing");
        }
    }

    private static float[] parameters(final ZipInputStream zip, final int count) throws IOException {
        final var bytes = zip.readNBytes(Float.BYTES * count);
        // Reading up to the end also compares the checksum.
        if (bytes.length < Float.BYTES * count || zip.read() >= 0) {
            throw new ZipException("there are not " + count + " parameters in " + PARAMETERS);
        }
        final var parameters = new float[count];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(parameters);
        return parameters;
    }
}
