package org.rnn4knime.plain;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Somebody else's program, with nothing but Deeplearning4j: opens each network of a folder and computes its outputs. Beside
 * a network {@code x.zip} lies {@code x.in}: the sizes [sequence, feature, time], the steps of each sequence, and the
 * values. It writes {@code x.out}: the number of sizes, the sizes, and the values.
 */
public final class PlainDl4j {

    private PlainDl4j() {}

    /** Takes the folder as its only argument. */
    public static void main(final String[] arguments) throws IOException {
        final Path[] networks;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            networks = files.filter(file -> file.toString().endsWith(".zip")).toArray(Path[]::new);
        }
        for (final Path network : networks) {
            final String name = network.getFileName().toString().replace(".zip", "");
            compute(network, network.resolveSibling(name + ".in"), network.resolveSibling(name + ".out"));
        }
    }

    private static void compute(final Path network, final Path in, final Path out) throws IOException {
        try (DataInputStream input = new DataInputStream(Files.newInputStream(in));
                DataOutputStream output = new DataOutputStream(Files.newOutputStream(out))) {
            final int sequences = input.readInt();
            final int features = input.readInt();
            final int steps = input.readInt();
            final INDArray mask = Nd4j.zeros(sequences, steps);
            for (int sequence = 0; sequence < sequences; sequence++) {
                final int length = input.readInt();
                for (int step = 0; step < length; step++) {
                    mask.putScalar(sequence, step, 1);
                }
            }
            final float[] values = new float[sequences * features * steps];
            for (int index = 0; index < values.length; index++) {
                values[index] = input.readFloat();
            }
            final INDArray inputs = Nd4j.createFromArray(values).reshape('c', sequences, features, steps);
            final boolean ragged = mask.minNumber().intValue() == 0;
            write(
                    ModelSerializer.restoreMultiLayerNetwork(network.toFile())
                            .output(inputs, false, ragged ? mask : null, null),
                    output);
        }
    }

    private static void write(final INDArray values, final DataOutputStream output) throws IOException {
        output.writeInt(values.rank());
        for (final long size : values.shape()) {
            output.writeInt((int) size);
        }
        for (final float value : values.dup('c').data().asFloat()) {
            output.writeFloat(value);
        }
    }
}
