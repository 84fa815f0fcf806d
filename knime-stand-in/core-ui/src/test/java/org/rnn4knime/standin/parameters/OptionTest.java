package org.rnn4knime.standin.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;
import org.knime.node.parameters.layout.Layout;

final class OptionTest {

    interface Data {}

    @After(Data.class)
    interface Sequences {}

    @After(Sequences.class)
    interface Training {}

    @Inside(Data.class)
    interface Columns {}

    @Before(Data.class)
    interface First {}

    @Layout(Training.class)
    static final class TrainingParameters implements NodeParameters {
        @Widget(title = "Epochs", description = "How often.")
        int m_epochs;

        @Widget(title = "Before all", description = "First.")
        @Layout(First.class)
        int m_first;
    }

    static final class Layer implements NodeParameters {
        @Widget(title = "Units", description = "How many.")
        int m_units;
    }

    static final class Parameters implements NodeParameters {
        TrainingParameters m_training = new TrainingParameters();

        @Widget(title = "Column", description = "Which one.")
        @Layout(Columns.class)
        String m_column = "";

        @Widget(title = "Layout", description = "What a row is.")
        @Layout(Data.class)
        String m_layout = "";

        @Widget(title = "Layers", description = "The layers.")
        Layer[] m_layers = {};

        int m_hidden;
    }

    @Test
    void comesInTheOrderOfTheSections() {
        assertEquals(
                List.of("Layers", "Before all", "Layout", "Column", "Epochs"),
                Option.of(Parameters.class).stream().map(Option::title).toList());
    }

    @Test
    void isInTheSectionOfItsFieldOrElseOfItsClass() {
        final var options = Option.of(TrainingParameters.class);
        assertEquals(Optional.of(First.class), options.get(0).section());
        assertEquals(Optional.of(Training.class), options.get(1).section());
    }

    @Test
    void describesTheElementsOfAList() {
        assertEquals(
                "The layers.<ul><li><b>Units</b>: How many.</li></ul>",
                Option.of(Parameters.class).get(0).description());
    }

    @After(Second.class)
    interface Other {}

    @After(Other.class)
    interface Second {}

    @Test
    void refusesSectionsThatWaitForEachOther() {
        assertThrows(IllegalArgumentException.class, () -> SectionOrder.of(List.of(Other.class, Second.class)));
    }
}
