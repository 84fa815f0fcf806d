package org.rnn4knime.nodes.learner;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.rnn4knime.engine.training.TrainingListener;
import org.rnn4knime.engine.training.TrainingProgress;

/** Shows the progress of the training at the node, and stops the training when the user cancels. */
final class TrainingMonitor implements TrainingListener {

    private final ExecutionMonitor m_node;

    TrainingMonitor(final ExecutionMonitor node) {
        m_node = node;
    }

    @Override
    public void progress(final TrainingProgress progress) {
        checkCanceled();
        m_node.setProgress(progress.fraction(), () -> message(progress));
    }

    @Override
    public void checkCanceled() {
        try {
            m_node.checkCanceled();
        } catch (final CanceledExecutionException e) {
            final var cancellation = new CancellationException("The user cancels the training.");
            cancellation.initCause(e);
            throw cancellation;
        }
    }

    /** Returns what the user reads below the node: "Epoch 3 of 200: loss 0.0123, about 2 minutes left". */
    static String message(final TrainingProgress progress) {
        final var message = new StringBuilder();
        message.append(String.format(
                Locale.ROOT, "Epoch %d of %d: loss %.3g", progress.epoch(), progress.epochs(), progress.loss()));
        progress.validationLoss()
                .ifPresent(loss -> message.append(String.format(Locale.ROOT, ", validation loss %.3g", loss)));
        return message.append(", ")
                .append(words(progress.timeLeft()))
                .append(" left")
                .toString();
    }

    private static String words(final Duration time) {
        if (time.toMinutes() < 1) {
            return "less than a minute";
        }
        if (time.toHours() < 2) {
            return "about " + count(time.plusSeconds(30).toMinutes(), "minute");
        }
        return "about " + count(time.plusMinutes(30).toHours(), "hour");
    }

    private static String count(final long number, final String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
