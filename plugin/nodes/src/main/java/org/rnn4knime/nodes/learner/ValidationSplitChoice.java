package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.sequence.ValidationSplit;

/** Which part can be held back, as the dialog shows it. */
enum ValidationSplitChoice {
    @Label(
            value = "Automatic",
            description = "Stratified where each sequence has a class; whole sequences where it has a number, where"
                    + " sequences have one value per time step, and of texts; else the last part in time.")
    AUTOMATIC(ValidationSplit.AUTOMATIC),

    @Label(
            value = "Last part in time",
            description = "The last time steps of each sequence; where a sequence has one value, the last sequences of"
                    + " the table.")
    IN_TIME(ValidationSplit.IN_TIME),

    @Label(value = "Whole sequences", description = "Sequences drawn at random.")
    BY_SEQUENCE(ValidationSplit.BY_SEQUENCE),

    @Label(
            value = "Stratified by class",
            description = "Sequences drawn at random, the same share of each class. For one class per sequence.")
    STRATIFIED(ValidationSplit.STRATIFIED);

    private final ValidationSplit m_validationSplit;

    ValidationSplitChoice(final ValidationSplit validationSplit) {
        m_validationSplit = validationSplit;
    }

    ValidationSplit validationSplit() {
        return m_validationSplit;
    }
}
