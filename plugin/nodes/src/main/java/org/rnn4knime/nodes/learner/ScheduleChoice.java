package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.model.ScheduleType;

/** How the learning rate can change, as the dialog shows it. */
enum ScheduleChoice {
    @Label(value = "Constant", description = "It stays as it is.")
    CONSTANT(ScheduleType.CONSTANT),

    @Label(value = "Step", description = "It is multiplied by a factor each time after so many epochs.")
    STEP(ScheduleType.STEP),

    @Label(
            value = "Cosine",
            description =
                    "It falls in a smooth curve to almost 0 in the last epoch, if wanted after a rise in the first"
                            + " epochs.")
    COSINE(ScheduleType.COSINE),

    @Label(
            value = "Plateau",
            description =
                    "It is multiplied by a factor whenever the loss has not improved for a while: the validation loss,"
                            + " or the training loss where nothing is held back.")
    PLATEAU(ScheduleType.PLATEAU);

    private final ScheduleType m_scheduleType;

    ScheduleChoice(final ScheduleType scheduleType) {
        m_scheduleType = scheduleType;
    }

    ScheduleType scheduleType() {
        return m_scheduleType;
    }

    /** Whether the rate is multiplied by a factor. */
    boolean hasFactor() {
        return this == STEP || this == PLATEAU;
    }
}
