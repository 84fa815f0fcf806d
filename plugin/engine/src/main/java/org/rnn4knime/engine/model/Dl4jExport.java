package org.rnn4knime.engine.model;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.nd4j.linalg.factory.Nd4j;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.Parameters;
import org.rnn4knime.engine.runtime.Dl4jRuntime;

/**
 * Writes a network as a file of Deeplearning4j, for programs that have nothing of ours: its
 * {@code ModelSerializer.restoreMultiLayerNetwork} reads it. The network there takes inputs [sequence, feature, time],
 * encoded as ours takes them, and writes [sequence, value, time] or, once a sequence, [sequence, value]. The same network
 * gives the same bytes.
 *
 * <p>Deeplearning4j 1.0.0-M2.1 computes the same, with two limits of its own. Where sequences of different lengths lie
 * side by side, its convolution and its bidirectional LSTM read the padding, whatever a mask says: give it sequences of one
 * length at a time. And it cannot train further a bidirectional network that writes once a sequence, from the last step.
 */
public final class Dl4jExport {

    private static final String CONFIGURATION = "configuration.json";

    private static final String PARAMETERS = "coefficients.bin";

    /** The earliest moment that a zip can state. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Dl4jExport() {}

    /**
     * Writes a network; the stream stays open.
     *
     * @param parameters as many as {@link Parameters#count} says
     * @throws InexpressibleException before anything is written, if Deeplearning4j lacks a part of the network
     */
    public static void write(final NetworkPlan plan, final float[] parameters, final OutputStream stream)
            throws IOException {
        Dl4jParts.requireAll(plan);
        if (parameters.length != Parameters.count(plan)) {
            throw new IllegalArgumentException(parameters.length + " parameters, not " + Parameters.count(plan));
        }
        final var configuration =
                Dl4jRuntime.call(() -> Dl4jConfiguration.of(plan).toJson());
        try (var zip = new ZipOutputStream(new StaysOpen.Output(stream))) {
            write(zip, CONFIGURATION, configuration.getBytes(StandardCharsets.UTF_8));
            write(zip, PARAMETERS, bytes(Dl4jParameters.of(plan, parameters)));
        }
    }

    private static byte[] bytes(final float[] parameters) {
        return Dl4jRuntime.call(() -> {
            try (var row = Nd4j.createFromArray(new float[][] {parameters})) {
                return Nd4j.toByteArray(row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void write(final ZipOutputStream zip, final String name, final byte[] bytes) throws IOException {
        final var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
