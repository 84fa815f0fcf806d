package org.rnn4knime.standin.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The stand-ins' compiled classes, found through the system property standin.classes, against KNIME's API. */
class StandInApiTest {

    private static final String MACHINERY = "org/rnn4knime/";

    @Test
    void eachVisibleMemberEqualsThatOfKnime() throws IOException {
        final var directories = System.getProperty("standin.classes");
        assertNotNull(directories, "The system property standin.classes must list the directories of classes");
        final var comparison = new ApiComparison(KnimeApi.read());
        for (final var directory : directories.split(File.pathSeparator)) {
            final var types = CompiledTypes.below(Path.of(directory));
            assertTrue(!types.isEmpty(), directory + " holds no classes");
            types.stream().filter(type -> !type.name().startsWith(MACHINERY)).forEach(comparison::compare);
        }
        assertTrue(
                comparison.differences().isEmpty(),
                () -> "The stand-ins differ from KNIME 5.8.0:\n" + String.join("\n", comparison.differences()));
        assertTrue(comparison.memberCount() > 0, "Nothing was compared");
        System.out.println(comparison.summary());
    }

    @Test
    void eachLineOfTheListIsRead() throws IOException {
        try (var stream = getClass().getResourceAsStream("/api.txt")) {
            final var members = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("  field ") || line.startsWith("  method "))
                    .count();
            assertEquals(members, KnimeApi.read().memberCount());
        }
    }
}
