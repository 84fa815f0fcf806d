package org.rnn4knime.engine.training;

import java.util.OptionalDouble;
import org.rnn4knime.engine.model.ScheduleSettings;
import org.rnn4knime.engine.model.ScheduleType;
import org.rnn4knime.engine.model.TrainingState.Plateau;

/** The learning rate of each batch, as the schedule says. It belongs to one training. */
final class LearningRateSchedule {

    private final ScheduleSettings settings;

    private final double first;

    private final Run run;

    private Plateau plateau;

    /**
     * What is trained now.
     *
     * @param scheduleStart the epochs that were done when the schedule began
     * @param epochsBefore that were done in trainings before
     * @param epochs of this training
     * @param batches of an epoch
     */
    record Run(int scheduleStart, int epochsBefore, int epochs, int batches) {}

    /**
     * A schedule.
     *
     * @param first the rate that it begins with
     * @param plateau what it has seen in trainings before
     */
    LearningRateSchedule(final ScheduleSettings settings, final double first, final Run run, final Plateau plateau) {
        this.settings = settings;
        this.first = first;
        this.run = run;
        this.plateau = plateau;
    }

    /**
     * The rate of a batch.
     *
     * @param epoch counted from 1 over all trainings
     * @param batch of the epoch, counted from 0
     */
    double rate(final int epoch, final int batch) {
        return switch (settings.type()) {
            case CONSTANT -> first;
            case STEP -> first
                    * StrictMath.pow(
                            settings.factor(), (double) ((epoch - 1 - run.scheduleStart) / settings.stepEpochs()));
            case COSINE -> cosine((long) (epoch - 1 - run.epochsBefore) * run.batches + batch);
            case PLATEAU -> first * plateau.factor();
        };
    }

    private double cosine(final long batch) {
        final var all = (long) run.epochs * run.batches;
        final var warmup = Math.min(all, (long) settings.warmupEpochs() * run.batches);
        if (batch < warmup) {
            return first * (batch + 1) / warmup;
        }
        return first * (1 + StrictMath.cos(Math.PI * (batch - warmup) / (all - warmup))) / 2;
    }

    /**
     * To be told at the end of each epoch.
     *
     * @param loss of what is held back, or of the training part if nothing is
     */
    void epochEnded(final double loss) {
        if (settings.type() != ScheduleType.PLATEAU) {
            return;
        }
        if (plateau.best().isEmpty() || loss < plateau.best().getAsDouble()) {
            plateau = new Plateau(OptionalDouble.of(loss), 0, plateau.factor());
        } else if (plateau.waited() + 1 < settings.patience()) {
            plateau = new Plateau(plateau.best(), plateau.waited() + 1, plateau.factor());
        } else {
            plateau = new Plateau(plateau.best(), 0, plateau.factor() * settings.factor());
        }
    }

    /** What it has seen so far. */
    Plateau plateau() {
        return plateau;
    }
}
