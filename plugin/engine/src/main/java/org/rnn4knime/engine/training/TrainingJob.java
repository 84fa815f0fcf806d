package org.rnn4knime.engine.training;

import java.util.Objects;
import java.util.Optional;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.sequence.SettingRange;
import org.rnn4knime.engine.sequence.Table;

/**
 * What is to be trained.
 *
 * @param training the rows to learn from, in any order if the settings name an order column
 * @param validation the rows that are measured by and never learned from; if empty, the settings say which part of the others is held
 *     back
 * @param settings all that the user decides
 * @param continued the model whose training goes on
 * @param threads that compute at once; they change the time that it takes, and nothing else
 */
public record TrainingJob(
        Table training, Optional<Table> validation, RnnSettings settings, Optional<Continued> continued, int threads) {

    /** The most threads. */
    public static final int MOST_THREADS = 1024;

    /**
     * A training that goes on.
     *
     * @param model its networks, encoders and all settings but those of the training hold
     * @param keepsOptimizer whether the optimizer and the schedule go on as if they had never stopped; if not, they begin anew
     */
    public record Continued(RnnModel model, boolean keepsOptimizer) {

        /** Refuses null. */
        public Continued {
            Objects.requireNonNull(model);
        }

        private void requireFitting(final RnnSettings settings) {
            final var training = settings.training();
            if (!settings.equals(model.settings().withTraining(training))
                    || training.numNetworks() != model.networks().size()) {
                throw new IllegalArgumentException(
                        "A model's training goes on with all of its settings but those of the training.");
            }
            final var optimizer = training.optimizer();
            final var before = model.settings().training().optimizer().type();
            if (keepsOptimizer && optimizer.type() != before) {
                throw new IllegalArgumentException("The model was trained with the optimizer " + before
                        + ", whose memory is of no use to " + optimizer.type() + ". Choose " + before
                        + ", or let the optimizer begin anew.");
            }
        }
    }

    /** Refuses null, and what cannot be with an IllegalArgumentException. */
    public TrainingJob {
        Objects.requireNonNull(training);
        Objects.requireNonNull(validation);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(continued);
        SettingRange.requireBetween("Threads", threads, 1, MOST_THREADS);
        continued.ifPresent(some -> some.requireFitting(settings));
    }

    /** A training from the beginning, on all processors, with a part of the table held back if the settings say so. */
    public static TrainingJob of(final Table training, final RnnSettings settings) {
        return new TrainingJob(
                training,
                Optional.empty(),
                settings,
                Optional.empty(),
                Runtime.getRuntime().availableProcessors());
    }

    /** The same with a table of its own to be measured by. */
    public TrainingJob measuredBy(final Optional<Table> table) {
        return new TrainingJob(training, table, settings, continued, threads);
    }

    /**
     * The same for the networks of a model, whose settings hold but for those of the training, and whose number stays.
     *
     * @param keepsOptimizer as in {@link Continued}
     */
    public TrainingJob continuing(final RnnModel model, final boolean keepsOptimizer) {
        return new TrainingJob(
                training,
                validation,
                model.settings()
                        .withTraining(settings.training()
                                .withNumNetworks(model.networks().size())),
                Optional.of(new Continued(model, keepsOptimizer)),
                threads);
    }

    /** The same on so many threads. */
    public TrainingJob onThreads(final int count) {
        return new TrainingJob(training, validation, settings, continued, count);
    }
}
