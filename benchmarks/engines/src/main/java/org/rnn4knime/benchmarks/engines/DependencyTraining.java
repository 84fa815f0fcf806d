package org.rnn4knime.benchmarks.engines;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.rnn4knime.benchmarks.worker.Dependency;
import org.rnn4knime.benchmarks.worker.DependencyRun;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.BackPropagation;
import org.rnn4knime.engine.model.ClassWeights;
import org.rnn4knime.engine.model.ClippingSettings;
import org.rnn4knime.engine.model.ClippingType;
import org.rnn4knime.engine.model.EarlyStopping;
import org.rnn4knime.engine.model.GradientReach;
import org.rnn4knime.engine.model.GradientVerdict;
import org.rnn4knime.engine.model.LearningRateSettings;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.StoppingSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.model.ValidationSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.prediction.Predictor;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.Tokenizer;
import org.rnn4knime.engine.sequence.Tokens;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.engine.training.Trainer;
import org.rnn4knime.engine.training.TrainingJob;
import org.rnn4knime.engine.training.TrainingListener;

/**
 * A training as the RNN Learner makes it; all cells and lengths have the same settings.
 *
 * @param tables to learn from and to be measured by
 * @param cell of the network
 * @param seed of the tables and of the training
 */
record DependencyTraining(DependencyTables tables, CellType cell, int seed) {

    private static final int LEARNED = 5000;

    private static final int HELD_BACK = 1000;

    private static final int TESTED = 2000;

    private static final int HIDDEN_UNITS = 32;

    private static final int EPOCHS = 40;

    private static final int BATCH_SIZE = 64;

    private static final double LEARNING_RATE = 0.002;

    /** Long enough for gates that open late. */
    private static final int PATIENCE = 15;

    /** Less is no improvement, so that what is solved ends. */
    private static final double MIN_DELTA = 0.01;

    /** Sequences are read whole. */
    private static final int ANY_LENGTH = 10;

    private static final int SEEDS_A_RUN = 3;

    /** Trains a network on one thread, and measures it by sequences that reach over all steps. */
    DependencyRun run() {
        final var firstSeed = (long) SEEDS_A_RUN * seed;
        final var learned = tables.draw(LEARNED, false, firstSeed);
        final var heldBack = tables.draw(HELD_BACK, true, firstSeed + 1);
        final var begin = System.nanoTime();
        final var model = Trainer.train(
                        new TrainingJob(learned, Optional.of(heldBack), settings(), Optional.empty(), 1),
                        TrainingListener.NONE)
                .model();
        final var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        final var score = score(model, tables.draw(TESTED, true, firstSeed + 2));
        return new DependencyRun(
                tables.problem(), tables.steps(), cell.name(), seed, score, epochs(model), reaches(model), millis);
    }

    private RnnSettings settings() {
        final var data = new DataSettings(
                SequenceLayout.LISTS,
                Scope.SEQUENCE,
                tables.target(),
                tables.features(),
                List.of(),
                List.of(),
                Optional.empty(),
                1,
                new Tokenizer(Tokens.CHARACTERS, false),
                MissingValues.FAIL,
                UnknownValues.NO_PREDICTION);
        final var training = new TrainingSettings(
                EPOCHS,
                BATCH_SIZE,
                OptimizerSettings.ADAM,
                LearningRateSettings.constant(LEARNING_RATE),
                new ClippingSettings(ClippingType.GLOBAL_NORM, 1),
                ValidationSettings.NONE,
                new StoppingSettings(Optional.of(new EarlyStopping(PATIENCE, MIN_DELTA)), Optional.empty()),
                ClassWeights.NONE,
                BackPropagation.FULL,
                1,
                seed);
        return new RnnSettings(
                data,
                new SequenceSettings(ANY_LENGTH),
                new EncodingSettings(Normalization.Z_SCORE, TargetTransform.NONE),
                new NetworkSettings(cell, HIDDEN_UNITS),
                training);
    }

    private double score(final RnnModel model, final Table table) {
        final var name = tables.problem() == Dependency.ADDING ? "RMSE" : "Accuracy";
        return Predictor.predict(model, table).evaluation().stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static List<DependencyRun.Epoch> epochs(final RnnModel model) {
        return model.networks().get(0).history().stream()
                .map(epoch -> new DependencyRun.Epoch(
                        epoch.validationLoss().orElseThrow(), epoch.metric().orElseThrow()))
                .toList();
    }

    private static List<DependencyRun.Reach> reaches(final RnnModel model) {
        final var reaches = model.networks().get(0).reach();
        return IntStream.range(0, reaches.size())
                .mapToObj(index -> reach(model, reaches.subList(0, index + 1)))
                .toList();
    }

    /** The last of some reaches, with what the view of the node would say at that moment. */
    private static DependencyRun.Reach reach(final RnnModel model, final List<GradientReach> soFar) {
        final var verdict = GradientVerdict.of(
                model.settings().network(),
                model.plan().outputs().scope(),
                model.settings().training().clipping().type(),
                soFar);
        final var last = soFar.get(soFar.size() - 1);
        final var layer = last.layers().get(0);
        final var norms = new double[layer.steps()];
        for (int index = 0; index < layer.lags().size(); index++) {
            norms[layer.lags().get(index)] =
                    layer.norms().get(index) / layer.norms().get(0);
        }
        return new DependencyRun.Reach(
                last.epoch(),
                verdict.kind().name(),
                IntStream.range(0, norms.length).mapToObj(lag -> norms[lag]).toList());
    }
}
