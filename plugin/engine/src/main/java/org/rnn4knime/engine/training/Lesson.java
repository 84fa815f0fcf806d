package org.rnn4knime.engine.training;

import org.rnn4knime.engine.encoding.BatchReader;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.Loss;
import org.rnn4knime.engine.network.NetworkPlan;

/**
 * What all networks of a training have in common.
 *
 * @param plan of each network
 * @param settings how they learn
 * @param learned the windows to learn from
 * @param examination what they are measured by
 * @param reach on what the reach of the gradient is measured
 * @param loss that they learn by
 */
record Lesson(
        NetworkPlan plan,
        TrainingSettings settings,
        BatchReader learned,
        Examination examination,
        ReachSample reach,
        Loss loss) {}
