package org.rnn4knime.standin.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4knime.standin.runner.workflow.RunRefusedException;

class ArgumentsTest {

    private static String refusal(final String... arguments) {
        return assertThrows(RunRefusedException.class, () -> Arguments.parse(List.of(arguments)))
                .getMessage();
    }

    @Test
    void readsWorkflowFolderAndSettingsInAnyOrder() throws Exception {
        final var arguments = Arguments.parse(
                List.of("--set", "3/training/seed=5", "/some/work flow/", "--out", "/out", "--set", "4/a=b=c"));
        assertEquals(Path.of("/some/work flow"), arguments.workflow());
        assertEquals(Path.of("/out"), arguments.out());
        assertEquals(2, arguments.overrides().size());
        assertEquals("b=c", arguments.overrides().get(1).value());
    }

    @Test
    void runsInTargetUnlessToldOtherwise() throws Exception {
        assertEquals(
                Path.of("target/runs/flow").toAbsolutePath(),
                Arguments.parse(List.of("flow")).out());
    }

    @Test
    void saysHowToCallInstead() {
        assertTrue(refusal().startsWith("Name one workflow directory, not 0. Call: "));
        assertTrue(refusal("a", "b").startsWith("Name one workflow directory, not 2. Call: "));
        assertTrue(refusal("a", "--nope").startsWith("There is no option --nope. Call: "));
        assertTrue(refusal("a", "--out").startsWith("A value is missing after --out. Call: "));
        assertTrue(refusal("a", "--set", "seed=5").contains("ID/key=value"));
    }
}
