package org.rnn4knime.standin.runner.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.node.NodeSettings;

class SettingOverrideTest {

    private final NodeSettings settings = new NodeSettings("settings.xml");

    private final NodeSettings model = (NodeSettings) settings.addNodeSettings("model");

    private final NodeSettings training = (NodeSettings) model.addNodeSettings("training");

    private final SavedWorkflow workflow =
            new SavedWorkflow(List.of(new SavedNode(3, "RNN Learner", "f", settings)), List.of());

    @BeforeEach
    void addSettings() {
        model.addString("column", "x");
        training.addLong("seed", 1);
        training.addInt("epochs", 10);
        training.addDouble("rate", 0.5);
        training.addBoolean("shuffle", true);
        training.addChar("mark", 'a');
        training.addLong("limit", 0);
        training.addBoolean("limit_is_present", false);
    }

    private void set(final String text) throws RunRefusedException {
        SettingOverride.parse(text).apply(workflow);
    }

    private String refusal(final String text) {
        return assertThrows(RunRefusedException.class, () -> set(text)).getMessage();
    }

    @Test
    void keepsTheTypeOfEachSetting() throws Exception {
        set("3/column=a, b=c");
        set("3/training/seed=5000000000");
        set("3/training/epochs=7");
        set("3/training/rate=1e-3");
        set("3/training/shuffle=false");
        set("3/training/mark=z");
        assertEquals("a, b=c", model.getString("column"));
        assertEquals(5_000_000_000L, training.getLong("seed"));
        assertEquals(7, training.getInt("epochs"));
        assertEquals(0.001, training.getDouble("rate"));
        assertEquals(false, training.getBoolean("shuffle"));
        assertEquals('z', training.getChar("mark"));
    }

    @Test
    void switchesAnOptionalSettingOn() throws Exception {
        set("3/training/limit=9");
        assertEquals(9, training.getLong("limit"));
        assertTrue(training.getBoolean("limit_is_present"));
    }

    @Test
    void takesAnEmptyText() throws Exception {
        set("3/column=");
        assertEquals("", model.getString("column"));
    }

    @Test
    void listsTheNodesThatExist() {
        assertEquals("The workflow has no node 4. It has: RNN Learner (#3).", refusal("4/training/seed=1"));
    }

    @Test
    void listsTheSettingsThatExist() {
        assertEquals(
                "RNN Learner (#3) has no setting training/nope. There is: seed, epochs, rate, shuffle, mark, limit.",
                refusal("3/training/nope=1"));
        assertEquals(
                "RNN Learner (#3) has no setting nope/seed. There is: training/, column.", refusal("3/nope/seed=1"));
        assertTrue(refusal("3/training=1").startsWith("RNN Learner (#3) has no setting training. There is: seed,"));
        assertTrue(refusal("3/column/deeper=1").startsWith("RNN Learner (#3) has no setting column/deeper."));
    }

    @Test
    void refusesAValueOfAnotherType() {
        assertEquals(
                "'many' is no value for training/epochs of node 3, which is of type int.",
                refusal("3/training/epochs=many"));
        assertTrue(refusal("3/training/shuffle=yes").endsWith("which is of type boolean."));
        assertTrue(refusal("3/training/mark=ab").endsWith("which is of type char."));
        assertTrue(refusal("3/training/epochs=5000000000").endsWith("which is of type int."));
    }

    @Test
    void refusesAnotherForm() {
        for (final var text : List.of("3", "3/seed", "seed=5", "x/seed=5", "=", "3/=5")) {
            assertTrue(refusal(text).contains("is not of the form ID/key=value"), text);
        }
    }
}
