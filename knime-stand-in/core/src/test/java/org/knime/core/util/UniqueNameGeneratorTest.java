package org.knime.core.util;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class UniqueNameGeneratorTest {

    private final UniqueNameGenerator names = new UniqueNameGenerator(Set.of("a", "b (#1)"));

    @Test
    void keepsANameThatIsFree() {
        assertEquals("c", names.newName(" c "));
        assertEquals("c (#1)", names.newName("c"));
    }

    @Test
    void numbersANameThatIsTaken() {
        assertEquals("a (#1)", names.newName("a"));
        assertEquals("a (#2)", names.newName("a"));
    }

    @Test
    void countsOnFromANumberedName() {
        assertEquals("b (#2)", names.newName("b (#1)"));
        assertEquals("b", names.newName("b"));
    }
}
