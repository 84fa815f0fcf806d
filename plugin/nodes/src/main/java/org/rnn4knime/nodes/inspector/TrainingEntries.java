package org.rnn4knime.nodes.inspector;

import java.util.ArrayList;
import java.util.List;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.model.ClassWeightType;
import org.rnn4knime.engine.model.ClippingType;
import org.rnn4knime.engine.model.OptimizerType;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.ScheduleType;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.nodes.table.TrainingRecordTable.Entry;

/** The settings of the training that matter for a model, under the names that the dialog of the RNN Learner has. */
final class TrainingEntries {

    private static final String TRAINING = "Training";

    private static final String GRADIENTS = "Gradients";

    private static final String STOPPING = "Validation and stopping";

    private final RnnModel m_model;

    private final TrainingSettings m_training;

    private final List<Entry> m_entries = new ArrayList<>();

    TrainingEntries(final RnnModel model) {
        m_model = model;
        m_training = model.settings().training();
    }

    /** Returns them in the order of the dialog. */
    List<Entry> all() {
        add(TRAINING, "Epochs", m_training.epochs());
        add(TRAINING, "Batch size", m_training.batchSize());
        addOptimizer();
        addLearningRate();
        addClassWeights();
        add(TRAINING, "Number of networks", m_training.numNetworks());
        add(TRAINING, "Random seed", Long.toString(m_training.seed()));
        addGradients();
        addValidation();
        addStopping();
        return m_entries;
    }

    private void addOptimizer() {
        final var optimizer = m_training.optimizer();
        add(TRAINING, "Optimizer", Words.of(optimizer.type()));
        if (optimizer.type() == OptimizerType.ADAMW) {
            add(TRAINING, "Weight decay", optimizer.weightDecay());
        }
        if (optimizer.type() == OptimizerType.SGD) {
            add(TRAINING, "Momentum", optimizer.momentum());
            add(TRAINING, "Nesterov momentum", Words.of(optimizer.nesterov()));
        }
    }

    private void addLearningRate() {
        final var learningRate = m_training.learningRate();
        add(TRAINING, "Find the learning rate", Words.of(learningRate.find()));
        if (!learningRate.find()) {
            add(TRAINING, "Learning rate", learningRate.rate());
        }
        final var schedule = learningRate.schedule();
        add(TRAINING, "Schedule", Words.of(schedule.type()));
        if (schedule.type() == ScheduleType.STEP || schedule.type() == ScheduleType.PLATEAU) {
            add(TRAINING, "Learning rate factor", schedule.factor());
        }
        switch (schedule.type()) {
            case CONSTANT -> {
                // it has nothing to be set
            }
            case STEP -> add(TRAINING, "Epochs per learning rate step", schedule.stepEpochs());
            case COSINE -> add(TRAINING, "Warm-up epochs", schedule.warmupEpochs());
            case PLATEAU -> add(TRAINING, "Patience of the learning rate", schedule.patience());
        }
    }

    private void addClassWeights() {
        if (m_model.encoders().target() instanceof ClassTarget) {
            final var weights = m_training.classWeights();
            add(TRAINING, "Class weights", Words.of(weights.type()));
            if (weights.type() == ClassWeightType.COLUMN) {
                add(TRAINING, "Class weight column", weights.column());
            }
        }
    }

    private void addGradients() {
        final var clipping = m_training.clipping();
        add(GRADIENTS, "Gradient clipping", Words.of(clipping.type()));
        if (clipping.type() != ClippingType.NONE) {
            add(GRADIENTS, "Clipping threshold", clipping.threshold());
        }
        m_training.backPropagation().tbpttLength().ifPresent(length -> add(GRADIENTS, "Truncated BPTT length", length));
        if (m_model.plan().canReadTheTruth()) {
            add(
                    GRADIENTS,
                    "Teacher forcing",
                    Words.of(m_training.backPropagation().teacherForcing()));
        }
    }

    private void addValidation() {
        final var validation = m_training.validation();
        if (validation.fraction() > 0) {
            add(STOPPING, "Validation split", Words.of(validation.split()));
        }
        add(STOPPING, "Validation fraction", validation.fraction());
    }

    private void addStopping() {
        final var stopping = m_training.stopping();
        add(STOPPING, "Early stopping", Words.of(stopping.early().isPresent()));
        stopping.early().ifPresent(early -> {
            add(STOPPING, "Patience", early.patience());
            add(STOPPING, "Minimum improvement", early.minDelta());
        });
        stopping.maxMinutes().ifPresent(minutes -> add(STOPPING, "Longest training time (minutes)", minutes));
    }

    private void add(final String section, final String name, final int value) {
        add(section, name, Integer.toString(value));
    }

    private void add(final String section, final String name, final double value) {
        add(section, name, NumberColumn.text(value));
    }

    private void add(final String section, final String name, final String value) {
        m_entries.add(new Entry(section, name, value));
    }
}
