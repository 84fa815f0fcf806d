package org.rnn4knime.engine.training;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.TargetEncoder;
import org.rnn4knime.engine.model.ClippingType;
import org.rnn4knime.engine.model.Provenance;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.runtime.Versions;
import org.rnn4knime.engine.sequence.Table;

/** Learns a model from a table. */
public final class Trainer {

    private Trainer() {}

    /**
     * Trains a model, with a part of the table held back if the settings say so.
     *
     * @see #train(Table, Optional, RnnSettings, TrainingListener)
     */
    public static TrainedModel train(
            final Table training, final RnnSettings settings, final TrainingListener listener) {
        return train(training, Optional.empty(), settings, listener);
    }

    /**
     * Trains a model. The same tables, settings, versions and kind of processor give the same parameters.
     *
     * @param training the rows to learn from, in any order if the settings name an order column
     * @param validation the rows that are measured by and never learned from; if empty, the settings say which part of the others is
     *     held back
     * @param settings all that the user decides
     * @param listener is told how it goes, and may cancel
     * @throws org.rnn4knime.engine.sequence.UnusableDataException if a table does not hold what the settings need
     * @throws DivergedException if the loss is no finite number any more
     * @throws org.rnn4knime.engine.runtime.UnsupportedPlatformException if nothing can be computed on this platform
     * @throws java.util.concurrent.CancellationException if the listener cancels or the thread is interrupted
     */
    public static TrainedModel train(
            final Table training,
            final Optional<Table> validation,
            final RnnSettings settings,
            final TrainingListener listener) {
        final var learned = TrainingData.of(training, settings, validation.isEmpty());
        listener.checkCanceled();
        final var encoders = learned.fit();
        listener.checkCanceled();
        final var encoded = encoders.encode(learned.sequences(), settings.ahead());
        final var held =
                validation.isPresent() ? HeldBack.of(validation.get(), settings, encoders) : learned.heldBack(encoded);
        final var plan = settings.plan(encoders);
        final var batchSize = settings.training().batchSize();
        final var run = new TrainingRun(
                plan,
                settings.training(),
                new Batches(learned.reader(encoded, plan), batchSize),
                held.reader(plan).map(reader -> new Batches(reader, batchSize)),
                listener);
        final var parameters = run.train();
        final var model = new RnnModel(
                settings, encoders, parameters, run.history(), Optional.empty(), provenance(settings, learned, held));
        final var warnings = new ArrayList<>(learned.warnings());
        warnings.addAll(held.warnings());
        if (held.windows().size() > 0 && run.history().get(0).validationLoss().isEmpty()) {
            warnings.add("There is no validation loss: the target column \""
                    + encoders.target().column()
                    + "\" has no value that was learned anywhere in the part that is held back.");
        }
        onlyClass(encoders.target()).ifPresent(warnings::add);
        if (growsWithoutBound(settings)) {
            warnings.add(
                    "With the activation ReLU nothing bounds the state of a simple network, so that it may grow from step to"
                            + " step until the training runs away. If it does, or learns badly, choose the activation tanh.");
        }
        return new TrainedModel(model, warnings);
    }

    private static Optional<String> onlyClass(final TargetEncoder target) {
        return target instanceof ClassTarget classes && classes.classes() == 1
                ? Optional.of("The target column \"" + classes.column() + "\" has no other class than \""
                        + classes.names().get(0) + "\" where the model learns from, so that it predicts nothing else."
                        + " Check the table, or choose another target column.")
                : Optional.empty();
    }

    private static Provenance provenance(final RnnSettings settings, final TrainingData learned, final HeldBack held) {
        return new Provenance(
                Versions.extension(),
                Versions.deeplearning4j(),
                System.getProperty("java.version"),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                settings.training().seed(),
                learned.sequences().table().size(),
                learned.sequences().size(),
                learned.windows().size(),
                held.windows().size());
    }

    private static boolean growsWithoutBound(final RnnSettings settings) {
        final var network = settings.network();
        return (network.cellType() == CellType.ELMAN || network.cellType() == CellType.JORDAN)
                && network.activation() == Activation.RELU
                && settings.training().clipping() == ClippingType.NONE;
    }
}
