package org.rnn4knime.engine.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.rnn4knime.engine.network.Parameters;

/**
 * The file of a model: a zip of {@code model.json} (format version, settings, encoders, training record, provenance) and for each
 * network, counted from 1, {@code network-1/parameters.f32} and {@code network-1/optimizer.f32}: all parameters, and what the optimizer
 * remembers of them, array by array, as little-endian floats. But for the date and the durations in it, the same model gives the same
 * bytes. The networks are built anew from the settings: a file names no class.
 */
public final class ModelFile {

    private static final String JSON = "model.json";

    /** The earliest moment that a zip can state. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Bytes that are read or written at once: no second copy of large networks. */
    private static final int CHUNK = 1 << 16;

    private ModelFile() {}

    private static String parametersName(final int network) {
        return "network-" + (network + 1) + "/parameters.f32";
    }

    private static String optimizerName(final int network) {
        return "network-" + (network + 1) + "/optimizer.f32";
    }

    /** Writes a model; the stream stays open. */
    public static void write(final RnnModel model, final OutputStream stream) throws IOException {
        try (var zip = new ZipOutputStream(new StaysOpen.Output(stream))) {
            open(zip, JSON);
            zip.write(ModelJson.write(model));
            zip.closeEntry();
            for (int number = 0; number < model.networks().size(); number++) {
                final var network = model.networks().get(number);
                write(zip, parametersName(number), List.of(network.parameters()));
                write(zip, optimizerName(number), network.state().optimizer().values());
            }
        }
    }

    private static void open(final ZipOutputStream zip, final String name) throws IOException {
        final var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    private static void write(final ZipOutputStream zip, final String name, final List<float[]> arrays)
            throws IOException {
        open(zip, name);
        final var bytes = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (final var array : arrays) {
            for (int from = 0; from < array.length; from += CHUNK / Float.BYTES) {
                final var count = Math.min(CHUNK / Float.BYTES, array.length - from);
                bytes.asFloatBuffer().put(array, from, count);
                zip.write(bytes.array(), 0, count * Float.BYTES);
            }
        }
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
            final var count = Parameters.count(document.settings().plan(document.encoders()));
            final var networks = new ArrayList<TrainedNetwork>();
            for (int number = 0; number < document.networks().size(); number++) {
                final var record = document.networks().get(number);
                final var parameters =
                        read(zip, parametersName(number), 1, count).get(0);
                final var optimizer = read(zip, optimizerName(number), record.optimizerArrays(), count);
                networks.add(record.network(parameters, optimizer));
            }
            return document.model(networks);
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

    private static List<float[]> read(final ZipInputStream zip, final String name, final int arrays, final int count)
            throws IOException {
        open(zip, name);
        final var read = new ArrayList<float[]>();
        for (int array = 0; array < arrays; array++) {
            read.add(read(zip, name, count));
        }
        // Reading up to the end also compares the checksum.
        if (zip.read() >= 0) {
            throw new ZipException("there are more than " + arrays + " times " + count + " values in " + name);
        }
        return read;
    }

    private static float[] read(final ZipInputStream zip, final String name, final int count) throws IOException {
        final var values = new float[count];
        for (int from = 0; from < count; ) {
            final var wanted = Math.min(CHUNK / Float.BYTES, count - from);
            final var bytes = zip.readNBytes(wanted * Float.BYTES);
            if (bytes.length < wanted * Float.BYTES) {
                throw new ZipException("there are fewer than " + count + " values in " + name);
            }
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values, from, wanted);
            from += wanted;
        }
        return values;
    }
}
