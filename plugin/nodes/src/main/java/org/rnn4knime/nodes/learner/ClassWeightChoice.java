package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.model.ClassWeightType;

/** How much each class can count, as the dialog shows it. */
enum ClassWeightChoice {
    @Label(
            value = "None",
            description = "Each example counts the same, so that frequent classes count more than rare ones.")
    NONE(ClassWeightType.NONE),

    @Label(value = "Balanced", description = "Each class counts the same, however rare it is.")
    BALANCED(ClassWeightType.BALANCED),

    @Label(value = "From a column", description = "Each class counts as much as a column of the table says.")
    COLUMN(ClassWeightType.COLUMN);

    private final ClassWeightType m_classWeightType;

    ClassWeightChoice(final ClassWeightType classWeightType) {
        m_classWeightType = classWeightType;
    }

    ClassWeightType classWeightType() {
        return m_classWeightType;
    }
}
