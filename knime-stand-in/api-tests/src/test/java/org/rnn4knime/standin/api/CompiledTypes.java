package org.rnn4knime.standin.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the types of compiled classes that other packages can see. */
final class CompiledTypes {

    private CompiledTypes() {}

    /** The types below a directory of class files, in the order of their names. */
    static List<ApiType> below(final Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            final Map<String, ApiType> types = files.filter(
                            file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .flatMap(CompiledTypes::read)
                    .collect(Collectors.toMap(ApiType::name, Function.identity()));
            return types.keySet().stream()
                    .filter(name -> isSeen(name, types.keySet()))
                    .sorted()
                    .map(types::get)
                    .toList();
        }
    }

    /** A public type nested in one that is not public is not seen either. */
    private static boolean isSeen(final String name, final Set<String> visible) {
        final var end = name.lastIndexOf('$');
        return end < 0 || visible.contains(name.substring(0, end)) && isSeen(name.substring(0, end), visible);
    }

    private static Stream<ApiType> read(final Path file) {
        try {
            return CompiledType.of(Files.readAllBytes(file)).stream();
        } catch (final IOException problem) {
            throw new IllegalStateException("Cannot read " + file, problem);
        }
    }
}
