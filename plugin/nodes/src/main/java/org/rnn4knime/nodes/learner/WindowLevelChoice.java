package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.encoding.WindowLevel;

/** What can be taken off the values of a window, as the dialog shows it. */
enum WindowLevelChoice {
    @Label(value = "None", description = "The values stay as they are.")
    NONE(WindowLevel.NONE),

    @Label(value = "Last value", description = "Each value of a window counts from the last one in it.")
    LAST(WindowLevel.LAST),

    @Label(value = "Mean", description = "Each value of a window counts from the mean of the window.")
    MEAN(WindowLevel.MEAN);

    private final WindowLevel m_windowLevel;

    WindowLevelChoice(final WindowLevel windowLevel) {
        m_windowLevel = windowLevel;
    }

    WindowLevel windowLevel() {
        return m_windowLevel;
    }
}
