package org.rnn4knime.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rnn4knime.engine.sequence.Tensor;
import org.rnn4knime.plain.PlainDl4j;

/** Runs {@link PlainDl4j}, on the networks put into a folder, in a process that has Deeplearning4j and nothing of ours. */
final class StrangersProcess {

    private final Path folder;

    StrangersProcess(final Path folder) {
        this.folder = folder;
    }

    /** Puts a network into the folder, with sequences that it is to read. */
    void add(final String name, final byte[] network, final Tensor inputs, final int[] lengths) throws IOException {
        Files.write(folder.resolve(name + ".zip"), network);
        final var bytes = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(bytes)) {
            for (final int size : new int[] {inputs.windows(), inputs.features(), inputs.steps()}) {
                data.writeInt(size);
            }
            for (final int length : lengths) {
                data.writeInt(length);
            }
            for (int window = 0; window < inputs.windows(); window++) {
                for (int feature = 0; feature < inputs.features(); feature++) {
                    for (int step = 0; step < inputs.steps(); step++) {
                        data.writeFloat(inputs.get(step, feature, window));
                    }
                }
            }
        }
        Files.write(folder.resolve(name + ".in"), bytes.toByteArray());
    }

    /** Computes the outputs of all networks. */
    void run() throws IOException, InterruptedException {
        final var log = folder.resolve("log").toFile();
        final var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.bytedeco.javacpp.pathsFirst=true",
                        "-cp",
                        classPath(),
                        PlainDl4j.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            assertTrue(process.waitFor(3, TimeUnit.MINUTES), "no end");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), () -> text(log.toPath()));
    }

    /** The libraries of Deeplearning4j, its native ones, and the program alone. */
    private String classPath() throws IOException {
        final var name = PlainDl4j.class.getName().replace('.', '/') + ".class";
        final var program = folder.resolve("classes");
        Files.createDirectories(program.resolve(name).getParent());
        try (InputStream bytes = PlainDl4j.class.getResourceAsStream("/" + name)) {
            Files.copy(bytes, program.resolve(name));
        }
        final var libraries = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Path.of(entry).endsWith("natives")
                        || Path.of(entry).toAbsolutePath().getParent().endsWith("dl4j/lib"));
        return Stream.concat(Stream.of(program.toString()), libraries).collect(Collectors.joining(File.pathSeparator));
    }

    /** What a network wrote: [time or 1, value, window]. */
    Tensor outputs(final String name) throws IOException {
        try (var data = new DataInputStream(Files.newInputStream(folder.resolve(name + ".out")))) {
            final var rank = data.readInt();
            final var windows = data.readInt();
            final var values = data.readInt();
            final var outputs = Tensor.zeros(rank == 3 ? data.readInt() : 1, values, windows);
            for (int window = 0; window < windows; window++) {
                for (int value = 0; value < values; value++) {
                    for (int step = 0; step < outputs.steps(); step++) {
                        outputs.values()[outputs.index(step, value, window)] = data.readFloat();
                    }
                }
            }
            return outputs;
        }
    }

    private static String text(final Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
