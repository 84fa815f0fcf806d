package org.rnn4knime.benchmarks.runner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The figures for other programs: an array of JSON objects, null where a library does not have the cell. */
final class FiguresFile {

    private FiguresFile() {}

    static void write(final Path file, final Results results) throws IOException {
        final var json = new ObjectMapper();
        final var array = json.createArrayNode();
        Stream.concat(results.main().stream(), results.sweeps().stream())
                .forEach(figure -> write(array.addObject(), figure));
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), array);
    }

    private static void write(final ObjectNode node, final Figure figure) {
        final var task = figure.task();
        node.put("phase", Words.of(task.phase()));
        node.put("cell", Words.of(task.cell()));
        node.put("batch", task.shape().batch());
        node.put("steps", task.shape().steps());
        node.put("features", task.shape().features());
        node.put("units", task.shape().units());
        node.put("threads", task.threads());
        put(node, "oursMs", figure, Library.OURS);
        put(node, "libtorchMs", figure, Library.LIBTORCH);
        put(node, "dl4jMs", figure, Library.DL4J);
        put(node, "floorMs", figure, Library.FLOOR);
    }

    private static void put(final ObjectNode node, final String key, final Figure figure, final Library library) {
        figure.millis(library).ifPresentOrElse(millis -> node.put(key, millis), () -> node.putNull(key));
    }
}
