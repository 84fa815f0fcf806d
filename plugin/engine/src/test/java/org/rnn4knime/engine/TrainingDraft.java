package org.rnn4knime.engine;

import org.rnn4knime.engine.model.BackPropagation;
import org.rnn4knime.engine.model.ClassWeights;
import org.rnn4knime.engine.model.ClippingSettings;
import org.rnn4knime.engine.model.LearningRateSettings;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.StoppingSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.model.ValidationSettings;

/** Settings of a training on the way to others. */
final class TrainingDraft {

    int epochs;

    int batchSize;

    OptimizerSettings optimizer;

    LearningRateSettings learningRate;

    ClippingSettings clipping;

    ValidationSettings validation;

    StoppingSettings stopping;

    ClassWeights classWeights;

    BackPropagation backPropagation;

    int numNetworks;

    long seed;

    TrainingDraft(final TrainingSettings settings) {
        epochs = settings.epochs();
        batchSize = settings.batchSize();
        optimizer = settings.optimizer();
        learningRate = settings.learningRate();
        clipping = settings.clipping();
        validation = settings.validation();
        stopping = settings.stopping();
        classWeights = settings.classWeights();
        backPropagation = settings.backPropagation();
        numNetworks = settings.numNetworks();
        seed = settings.seed();
    }

    TrainingSettings settings() {
        return new TrainingSettings(
                epochs,
                batchSize,
                optimizer,
                learningRate,
                clipping,
                validation,
                stopping,
                classWeights,
                backPropagation,
                numNetworks,
                seed);
    }
}
