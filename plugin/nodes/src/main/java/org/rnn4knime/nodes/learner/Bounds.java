package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.rnn4knime.engine.model.ClippingSettings;
import org.rnn4knime.engine.model.EarlyStopping;
import org.rnn4knime.engine.model.LearningRateSettings;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.StoppingSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.model.ValidationSettings;
import org.rnn4knime.engine.training.TrainingJob;

/** How far the dialog lets the numbers of a training go: as far as the engine does. */
final class Bounds {

    private Bounds() {}

    /** The same for all widgets of one kind of number. */
    private abstract static class Bound extends MaxValidation {

        private final double m_most;

        Bound(final double most) {
            m_most = most;
        }

        @Override
        protected double getMax() {
            return m_most;
        }
    }

    /** Of epochs, windows and time steps. */
    static final class Most extends Bound {
        Most() {
            super(TrainingSettings.MOST);
        }
    }

    static final class MostLearningRate extends Bound {
        MostLearningRate() {
            super(LearningRateSettings.MOST);
        }
    }

    static final class MostFactor extends Bound {
        MostFactor() {
            super(1);
        }
    }

    static final class MostWeightDecay extends Bound {
        MostWeightDecay() {
            super(OptimizerSettings.MOST_WEIGHT_DECAY);
        }
    }

    static final class MostMomentum extends Bound {
        MostMomentum() {
            super(OptimizerSettings.MOST_MOMENTUM);
        }
    }

    static final class MostNetworks extends Bound {
        MostNetworks() {
            super(TrainingSettings.MOST_NETWORKS);
        }
    }

    static final class MostThreads extends Bound {
        MostThreads() {
            super(TrainingJob.MOST_THREADS);
        }
    }

    static final class MostThreshold extends Bound {
        MostThreshold() {
            super(ClippingSettings.MOST_THRESHOLD);
        }
    }

    static final class MostFraction extends Bound {
        MostFraction() {
            super(ValidationSettings.MOST_FRACTION);
        }
    }

    static final class MostDelta extends Bound {
        MostDelta() {
            super(EarlyStopping.MOST_DELTA);
        }
    }

    static final class MostMinutes extends Bound {
        MostMinutes() {
            super(StoppingSettings.MOST_MINUTES);
        }
    }
}
